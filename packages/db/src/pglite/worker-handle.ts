import { Worker } from 'node:worker_threads'
import { Unavailable } from '@hansa/domain/errors'
import pg from 'pg'
import type {
  RawResult,
  WireError,
  WorkerMessage,
  WorkerOptions,
  WorkerRequest,
  WorkerStats,
} from './protocol.ts'

type Waiter = { resolve(value: unknown): void; reject(error: Error): void }
// Recovery after a crash takes seconds; a damaged cluster may never answer.
const OPEN_MS = 120_000

type Ask<R> = R extends unknown ? Omit<R, 'id'> : never

/** One running database worker. */
export type WorkerHandle = {
  run(sql: string, params: (string | null)[]): Promise<RawResult[]>
  stats(): Promise<WorkerStats>
  close(): Promise<void>
  /** Stops the thread at once, also in the middle of a statement; everything pending fails with `reason`. */
  terminate(reason: Error): Promise<void>
  alive(): boolean
}

/** Turns what crossed the thread into the same error class a PostgreSQL server's failure has. */
function toError(wire: WireError): Error {
  if (wire.fatal)
    return new Unavailable('The embedded database stopped working and is started again. Try again.', {
      cause: new Error(wire.message),
    })
  const { fatal, message, ...fields } = wire
  return Object.assign(new pg.DatabaseError(message, message.length, 'error'), fields)
}

/** Waits for the worker's first message, which answers request 0. */
async function opened(waiters: Map<number, Waiter>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  try {
    await new Promise((resolve, reject) => {
      waiters.set(0, { resolve, reject })
      const late = (): void => reject(new Error(`it did not open within ${OPEN_MS / 1000} seconds`))
      timer = setTimeout(late, OPEN_MS)
    })
  } finally {
    clearTimeout(timer)
    waiters.delete(0)
  }
}

/**
 * Starts a worker on the cluster in `options.dir` and waits until it answers.
 * @throws Error when the engine cannot open the cluster
 */
export async function startWorker(
  options: WorkerOptions,
  onNotification: (channel: string) => void,
): Promise<WorkerHandle> {
  // No inherited flags: a test runner's or debugger's loader must not enter the database thread.
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: options, execArgv: [] })
  const waiters = new Map<number, Waiter>()
  let lastId = 0
  let dead: Error | null = null

  const die = (reason: Error): void => {
    dead ??= reason
    for (const waiter of waiters.values()) waiter.reject(dead)
    waiters.clear()
  }
  const settle = (message: WorkerMessage): void => {
    if (message.type === 'notification') onNotification(message.channel)
    else if (message.type === 'ready') waiters.get(0)?.resolve(undefined)
    else if (message.type === 'failed') waiters.get(0)?.reject(new Error(message.error.message))
    else answer(message)
  }
  const answer = (message: Extract<WorkerMessage, { id: number }>): void => {
    const waiter = waiters.get(message.id)
    waiters.delete(message.id)
    if (message.type === 'reply') waiter?.resolve(message.results)
    else if (message.type === 'stats') waiter?.resolve(message.stats)
    else {
      const error = toError(message.error)
      waiter?.reject(error)
      if (message.error.fatal) die(error)
    }
  }
  const ask = <T>(request: Ask<WorkerRequest>): Promise<T> => {
    if (dead) return Promise.reject(dead)
    const id = ++lastId
    return new Promise<T>((resolve, reject) => {
      waiters.set(id, { resolve: (value) => resolve(value as T), reject })
      worker.postMessage({ id, ...request })
    })
  }

  worker.on('message', settle)
  worker.on('error', (cause) => die(new Unavailable('The embedded database stopped. Try again.', { cause })))
  worker.on('exit', () => die(new Unavailable('The embedded database was stopped.')))
  try {
    await opened(waiters)
  } catch (error) {
    // A thread left behind would keep the cluster open and the process alive.
    await worker.terminate()
    throw error
  }
  return {
    run: (sql, params) => ask({ op: 'run', sql, params }),
    stats: () => ask({ op: 'stats' }),
    close: () => ask({ op: 'close' }),
    alive: () => dead === null,
    async terminate(reason) {
      die(reason)
      await worker.terminate()
    },
  }
}
