import { Unavailable } from '@hansa/domain/errors'
import {
  type EnqueuedTaskPromise,
  Meilisearch,
  MeilisearchApiError,
  MeilisearchRequestError,
  type MultiSearchQuery,
  type SearchResponse,
} from 'meilisearch'

export type ConnectionOptions = {
  /** Origin of the server, such as http://localhost:7700. */
  url: string
  key: string
  /** Milliseconds a search may take; default 2 s. */
  searchMs?: number
  /** Milliseconds any other request may take; default 60 s. */
  writeMs?: number
}

/** A task may wait behind others for as long; then something is wrong with the server. */
const TASK_MS = 15 * 60_000
const POLL_MS = 20

/** A Meilisearch server. Every rejection is `Unavailable` and says what to do. */
export type Connection = {
  /** For everything but searches; wrap calls in `ask` and writes in `done`. */
  client: Meilisearch
  ask<T>(call: Promise<T>): Promise<T>
  /** Gives the server tasks in this order, and waits until all have succeeded. */
  done(...tasks: (() => EnqueuedTaskPromise)[]): Promise<void>
  /** Several searches in one request, answered in the same order. */
  search<D extends object>(queries: MultiSearchQuery[]): Promise<SearchResponse<D>[]>
  /** Terms of an attribute that are like a word. */
  lookUp(index: string, attribute: string, word: string): Promise<string[]>
}

/** Prepares a connection; nothing is sent yet. */
export function connect({ url, key, searchMs = 2000, writeMs = 60_000 }: ConnectionOptions): Connection {
  // Compressed answers leave the server in two packets, and the second waits 40 ms for the first to be acknowledged.
  const requestInit = { headers: { 'Accept-Encoding': 'identity' } }
  const config = { host: url, apiKey: key, requestInit }
  const client = new Meilisearch({ ...config, timeout: writeMs })
  const searching = new Meilisearch({ ...config, timeout: searchMs })
  const ask = async <T>(call: Promise<T>): Promise<T> => {
    try {
      return await call
    } catch (error) {
      throw explained(error)
    }
  }
  return {
    client,
    ask,
    async done(...tasks) {
      const enqueued: number[] = []
      for (const task of tasks) enqueued.push((await ask(task())).taskUid)
      for (const taskUid of enqueued) {
        const task = await ask(client.tasks.waitForTask(taskUid, { timeout: TASK_MS, interval: POLL_MS }))
        if (task.status === 'succeeded') continue
        const reason = task.error?.message ?? `it was ${task.status}`
        throw new Unavailable(
          `The search server did not carry out ${task.type} (task ${taskUid}): ${reason} Look at its log and its disk; the change is tried again.`,
        )
      }
    },
    async search<D extends object>(queries: MultiSearchQuery[]) {
      const { results } = await ask(searching.multiSearch<{ queries: MultiSearchQuery[] }, D>({ queries }))
      return results
    },
    async lookUp(index, attribute, word) {
      const found = await ask(
        searching.index(index).searchForFacetValues({ facetName: `words.${attribute}`, facetQuery: word }),
      )
      return found.facetHits.map((hit) => hit.value)
    },
  }
}

/** True when the server answered that there is no such thing. */
export function isMissing(error: unknown): boolean {
  const cause = error instanceof Unavailable ? error.cause : error
  return cause instanceof MeilisearchApiError && cause.response.status === 404
}

/** True when the server answered that the key may not do this. */
export function isForbidden(error: unknown): boolean {
  const cause = error instanceof Unavailable ? error.cause : error
  return cause instanceof MeilisearchApiError && [401, 403].includes(cause.response.status)
}

function explained(error: unknown): Error {
  if (error instanceof Unavailable) return error
  const options = { cause: error }
  if (isForbidden(error))
    return new Unavailable(
      'The search server does not accept MEILI_KEY for this; make a key as docs/operations.md says.',
      options,
    )
  if (error instanceof MeilisearchApiError)
    return new Unavailable(`The search server refused a request: ${error.message}`, options)
  if (error instanceof MeilisearchRequestError)
    return new Unavailable(
      `The search server does not answer (${reasonOf(error.cause)}). Start it, or see MEILI_URL.`,
      options,
    )
  return new Unavailable(`Asking the search server failed: ${String(error)}`, options)
}

/** The innermost reason: fetch wraps the error of the socket. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.cause instanceof Error) return reasonOf(error.cause)
  return 'code' in error ? String(error.code) : error.message
}
