import { Unavailable } from '@hansa/domain/errors'
import type { QueryConfig } from 'pg'
import type { Connection, ConnectionSource, Result } from '../connection.ts'
import type { Log } from '../log.ts'
import type { PgliteEngine } from './engine.ts'
import type { Lane } from './lane.ts'
import { toQueryResult, toText } from './values.ts'

/** Limits in milliseconds: one statement, and a transaction that waits for its next one. */
export type Limits = { statementMs: number; idleTransactionMs: number }

/** Long work (migrations, maintenance, import) names its own limit for the connection it holds. */
export type PgliteConnection = Connection & { setLimit(statementMs: number): void }

type Query = string | (QueryConfig & { rowMode?: 'array' })

async function send(
  engine: PgliteEngine,
  query: Query,
  values: unknown[] | undefined,
  limitMs: number,
): Promise<Result> {
  const config = typeof query === 'string' ? { text: query } : query
  const params = (values ?? config.values ?? []).map(toText)
  const results = await engine.run(config.text, params, limitMs)
  const rowMode = 'rowMode' in config ? config.rowMode : undefined
  const last = results.at(-1) ?? { command: '', rowCount: null, fields: [], rows: [] }
  return toQueryResult(last, rowMode, config.types)
}

/** One holder of the session, from `connect` to `release`: the shape of a node-postgres client. */
function holdSession(engine: PgliteEngine, leave: () => void, limits: Limits, log: Log): PgliteConnection {
  const generation = engine.generation()
  let limitMs = limits.statementMs
  let lost: Unavailable | null = null
  let idle: NodeJS.Timeout | undefined
  // One after the other, so that each statement has the whole limit for itself.
  let tail: Promise<unknown> = Promise.resolve()
  let queued = 0

  const expire = async (): Promise<void> => {
    lost = new Unavailable(
      'The transaction was rolled back because it waited too long for its next statement.',
    )
    log.error({ limitMs: limits.idleTransactionMs }, 'idle transaction rolled back')
    await engine.run('ROLLBACK', [], limits.statementMs).catch(() => undefined)
    leave()
  }
  const rest = (): void => {
    clearTimeout(idle)
    idle = setTimeout(() => void expire(), limits.idleTransactionMs)
  }
  const next = (query: Query, values?: unknown[]): Promise<Result> => {
    if (!lost && engine.generation() !== generation) {
      lost = new Unavailable('The embedded database was started again; the transaction is lost. Try again.')
    }
    return lost ? Promise.reject(lost) : send(engine, query, values, limitMs)
  }
  rest()
  return {
    async query(query: Query, values?: unknown[]) {
      queued += 1
      clearTimeout(idle)
      const result = tail.then(() => next(query, values))
      tail = result.catch(() => undefined)
      return await result.finally(() => {
        queued -= 1
        if (queued === 0 && !lost) rest()
      })
    },
    setLimit(statementMs) {
      limitMs = statementMs
    },
    release() {
      clearTimeout(idle)
      lost ??= new Unavailable('The connection was released.')
      leave()
    },
  }
}

/** The embedded engine in the shape of a node-postgres pool with one connection. */
export type PglitePool = Omit<ConnectionSource, 'connect'> & { connect(): Promise<PgliteConnection> }

/** Makes the pool; `lane` orders everybody who wants the one session. */
export function createPglitePool(engine: PgliteEngine, lane: Lane, limits: Limits, log: Log): PglitePool {
  return {
    async query(query: Query, values?: unknown[]) {
      const leave = await lane.enter()
      try {
        return await send(engine, query, values, limits.statementMs)
      } finally {
        leave()
      }
    },
    async connect() {
      return holdSession(engine, await lane.enter(), limits, log)
    },
  }
}
