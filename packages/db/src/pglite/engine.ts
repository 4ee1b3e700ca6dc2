import { Unavailable } from '@hansa/domain/errors'
import type { Log } from '../log.ts'
import type { RawResult, WorkerOptions, WorkerStats } from './protocol.ts'
import { startWorker, type WorkerHandle } from './worker-handle.ts'

/** The embedded engine with its watchdog. Callers hold the lane: one statement runs at a time. */
export type PgliteEngine = {
  /** Changes each time the engine was started again; a transaction of an older one is lost. */
  generation(): number
  /** Runs statements; after `limitMs` milliseconds the engine is stopped, started again, and Unavailable thrown. */
  run(sql: string, params: (string | null)[], limitMs: number): Promise<RawResult[]>
  stats(): Promise<WorkerStats>
  close(): Promise<void>
}

/**
 * Starts the engine on one cluster. PGlite enforces no statement_timeout and cannot cancel, so a statement that runs
 * too long is ended by ending its thread: the next start recovers from the log like after a crash.
 */
export async function startEngine(
  options: WorkerOptions & { log: Log; onNotification(channel: string): void },
): Promise<PgliteEngine> {
  const start = (): Promise<WorkerHandle> =>
    startWorker({ dir: options.dir, channels: options.channels }, options.onNotification)
  let generation = 1
  let handle = await start()
  let closed = false

  let restarting: Promise<void> | null = null
  const restart = async (): Promise<void> => {
    // Two workers must never share one cluster: wait until the old thread is gone.
    await handle.terminate(new Unavailable('The embedded database was stopped.'))
    handle = await start()
    generation += 1
    options.log.warn({ generation }, 'embedded database started again')
  }
  const live = async (): Promise<WorkerHandle> => {
    if (closed) throw new Unavailable('The database is closed.')
    if (!handle.alive()) {
      restarting ??= restart().finally(() => {
        restarting = null
      })
      await restarting
    }
    return handle
  }
  return {
    generation: () => (handle.alive() ? generation : generation + 1),
    async run(sql, params, limitMs) {
      const worker = await live()
      const stop = (): void => {
        options.log.error({ limitMs }, 'statement took too long; stopping the embedded database')
        const seconds = Math.round(limitMs / 100) / 10
        void worker.terminate(
          new Unavailable(`The statement was stopped after ${seconds} seconds. Try again.`),
        )
      }
      const watchdog = setTimeout(stop, limitMs)
      try {
        return await worker.run(sql, params)
      } finally {
        clearTimeout(watchdog)
      }
    },
    stats: async () => (await live()).stats(),
    async close() {
      if (closed) return
      closed = true
      const reason = new Unavailable('The database is closed.')
      const giveUp = setTimeout(() => void handle.terminate(reason), 30_000)
      if (handle.alive()) {
        await handle
          .run('CHECKPOINT', [])
          .catch((error) => options.log.warn({ err: error }, 'no checkpoint at close'))
        await handle.close().catch((error) => options.log.warn({ err: error }, 'unclean close'))
      }
      clearTimeout(giveUp)
      await handle.terminate(reason)
    },
  }
}
