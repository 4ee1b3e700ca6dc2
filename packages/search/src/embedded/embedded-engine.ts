import { setImmediate as turn } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { Unavailable } from '@hansa/domain/errors'
import { type Checks, checksFor } from '../check.ts'
import type { SearchDoc, SearchEngine } from '../engine.ts'
import type { WorkerCalls, WorkerMethod, WorkerReply } from './protocol.ts'

/** Documents per message to the worker: few, because copying them across takes the main thread's time. */
const SLICE = 25
/** Messages of a rebuild on their way at a time: the worker is never without work, and memory stays flat. */
const UNDER_WAY = 4

type Options = {
  /** Folder of the stored index; null keeps it in memory only. */
  folder: string | null
  /** Milliseconds after a change at which the index is stored; default 30 s. */
  saveAfter?: number
}
type Waiting = { resolve(value: unknown): void; reject(error: Error): void }

/**
 * Opens the embedded engine: the index lives in a worker thread of its own.
 *
 * Call `configure` before anything else, and `close` at the end: it stores the index.
 */
export function openEmbeddedEngine({ folder, saveAfter = 30_000 }: Options): SearchEngine {
  const worker = connect()
  let checks: Checks | null = null
  // Batches are applied one after the other, so that an older state of a document cannot overtake a newer one.
  let lastApply: Promise<void> = Promise.resolve()
  const checked = (): Checks => {
    if (!checks) throw new Unavailable('The search engine is not configured yet. Call configure first.')
    return checks
  }
  return {
    async configure(schema) {
      const next = checksFor(schema)
      if (checks) await worker.call('save')
      checks = next
      await worker.call('open', schema, folder, saveAfter)
    },
    apply({ upsert, remove, seq }) {
      const run = async () => {
        for (const docs of slices(upsert)) {
          checked().documents(docs)
          await turn()
        }
        for (const docs of slices(upsert)) {
          await worker.call('apply', { upsert: docs, remove: [], seq: 0n })
        }
        await worker.call('apply', { upsert: [], remove, seq })
      }
      const applied = lastApply.then(run, run)
      lastApply = applied
      return applied
    },
    async rebuild(batches, seq) {
      const { documents } = checked()
      await worker.call('beginRebuild')
      try {
        const underWay: Promise<void>[] = []
        for await (const docs of batches) {
          for (const slice of slices(docs)) {
            documents(slice)
            if (underWay.length >= UNDER_WAY) await underWay.shift()
            underWay.push(settled(worker.call('fillRebuild', slice)))
          }
        }
        await Promise.all(underWay)
        await worker.call('finishRebuild', seq)
      } catch (error) {
        await worker.call('abandonRebuild').catch(() => undefined)
        throw error
      }
    },
    async flush() {
      await lastApply.catch(() => undefined)
      return { seq: (await worker.call('health')).seq }
    },
    async search(query) {
      checked().query(query)
      return worker.call('search', query)
    },
    async facetSearch(facet, prefix, query) {
      checked().facet(facet)
      checked().query(query)
      return worker.call('facetSearch', facet, prefix, query)
    },
    async health() {
      checked()
      return worker.call('health')
    },
    async close() {
      if (checks) await worker.call('save').catch(() => undefined)
      checks = null
      await worker.stop()
    },
  }
}

/** A failure is told to whoever waits for it, also when that is later. */
function settled(call: Promise<void>): Promise<void> {
  call.catch(() => undefined)
  return call
}

function slices(docs: readonly SearchDoc[]): SearchDoc[][] {
  return Array.from({ length: Math.ceil(docs.length / SLICE) }, (_, i) =>
    docs.slice(i * SLICE, (i + 1) * SLICE),
  )
}

/** Starts the worker; calls are answered in order, and all refused once it has stopped. */
function connect() {
  // Without the program's own flags: a test runner's or --input-type would stop the worker from starting.
  const thread = new Worker(new URL('./worker.ts', import.meta.url), { execArgv: [] })
  // Only a call under way keeps the process alive, so that a program that ends without close ends.
  thread.unref()
  const waiting = new Map<number, Waiting>()
  let last = 0
  let stopped: string | null = null
  const stop = (reason: string) => {
    stopped ??= reason
    for (const { reject } of waiting.values()) reject(new Unavailable(reason))
    waiting.clear()
  }
  thread.on('message', (reply: WorkerReply) => {
    const call = waiting.get(reply.call)
    waiting.delete(reply.call)
    if (waiting.size === 0) thread.unref()
    if ('failure' in reply) call?.reject(new Unavailable(reply.failure))
    else call?.resolve(reply.value)
  })
  thread.on('error', (error) => stop(`The search worker failed: ${error.message}. Restart the server.`))
  thread.on('exit', () => stop('The search engine is closed.'))
  return {
    call<M extends WorkerMethod>(
      method: M,
      ...args: Parameters<WorkerCalls[M]>
    ): Promise<Awaited<ReturnType<WorkerCalls[M]>>> {
      if (stopped !== null) return Promise.reject(new Unavailable(stopped))
      return new Promise((resolve, reject) => {
        last++
        waiting.set(last, {
          resolve: (value) => resolve(value as Awaited<ReturnType<WorkerCalls[M]>>),
          reject,
        })
        thread.ref()
        thread.postMessage({ call: last, method, args })
      })
    },
    async stop(): Promise<void> {
      await thread.terminate()
    },
  }
}
