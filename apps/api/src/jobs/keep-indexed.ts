import { setTimeout } from 'node:timers/promises'
import { Unavailable } from '@hansa/domain/errors'
import { type Indexer, type IndexerDeps, startIndexer } from './index-search.ts'

export type KeepOptions = {
  /** Milliseconds between two looks at the search server; 5 s unless told. */
  everyMs?: number
}

/**
 * Keeps an index on a server of its own together with the database, whether that server is there or not.
 *
 * Returns when the index is up to date, or when the server does not answer: then it goes on trying. While it runs it looks
 * now and then whether the index is still the one it left: one that is gone, was replaced by an older one or does not fit any more is
 * brought up again from its place, or built anew.
 *
 * @throws what starting the indexer throws, but for Unavailable
 */
export const keepIndexed = async (
  deps: IndexerDeps,
  { everyMs = 5000 }: KeepOptions = {},
): Promise<Indexer> => {
  const { log } = deps
  const stopping = new AbortController()
  let indexer: Indexer | null = null
  let isDown = false

  const start = async (): Promise<void> => {
    try {
      indexer = await startIndexer(deps)
      if (isDown) log.info({}, 'the search index is followed again')
      isDown = false
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error
      // Said once, not at every try.
      if (!isDown)
        log.warn({ reason: error.message }, 'the search index cannot be kept up to date; trying on')
      isDown = true
    }
  }
  const stop = async (): Promise<void> => {
    const running = indexer
    indexer = null
    await running?.stop()
  }
  const look = async (): Promise<void> => {
    if (indexer && !(await isSound(deps, indexer))) await stop()
    if (!indexer && !stopping.signal.aborted) await start()
  }

  await start()
  const watching = (async () => {
    while (await pause(everyMs, stopping.signal))
      await look().catch((error: unknown) =>
        log.warn({ err: error }, 'the search index could not be looked after'),
      )
  })()
  return {
    position: () => indexer?.position() ?? 0n,
    caughtUp: async () => await indexer?.caughtUp(),
    async stop() {
      stopping.abort()
      await watching
      await stop()
    },
  }
}

/** Whether the index answers, is complete, and is not behind what was already put into it. */
const isSound = async ({ search }: IndexerDeps, indexer: Indexer): Promise<boolean> => {
  const reached = indexer.position()
  try {
    const health = await search.health()
    return !health.stale && health.seq >= reached
  } catch {
    return false
  }
}

/** Sleeps; false when it was woken to stop. */
const pause = (ms: number, signal: AbortSignal): Promise<boolean> =>
  setTimeout(ms, true, { signal }).catch(() => false)
