import { Unavailable } from '@hansa/domain/errors'
import pg from 'pg'
import type { Connection, ConnectionSource } from '../connection.ts'
import type { Log } from '../log.ts'
import type { Limits } from '../pglite/pool.ts'

/** A pool on a PostgreSQL server whose lost connections and timeouts are Unavailable. */
export type PostgresPool = ConnectionSource & {
  /** A connection beside the pool without statement limit, for locks and long work; `release` ends it. */
  dedicated(): Promise<Connection>
  /** A client for LISTEN; connected, to be ended by the caller. */
  listener(): Promise<pg.Client>
  end(): Promise<void>
}

const CONNECT_MS = 5_000
// Connection lost or refused (class 08), server starting, stopping or full, statement or idle transaction timed out.
const LOST =
  /^(08...|57P0[1-5]|53300|57014|25P03|ECONN\w+|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT|ENOENT|EHOSTUNREACH)$/
const LOST_WORDS =
  /timeout exceeded when trying to connect|Connection terminated|timeout expired|not queryable/

function translate(error: unknown, where: string): unknown {
  if (!(error instanceof Error)) return error
  const code = 'code' in error ? String(error.code) : ''
  if (code === '57014')
    return new Unavailable('The statement took too long and was stopped. Try again.', { cause: error })
  if (!LOST.test(code) && !LOST_WORDS.test(error.message)) return error
  return new Unavailable(`PostgreSQL at ${where} does not answer (${code || 'timeout'}). Try again later.`, {
    cause: error,
  })
}

/** Names server, database and user of a connection string, never its password. */
export function describeUrl(url: string): string {
  const { host, port, database, user } = new pg.Client({ connectionString: url })
  return `${host}:${port}/${database ?? ''} as ${user ?? ''}`
}

// A connection that breaks while nobody waits for it must not end the process; its next use fails.
const ignore = (): void => undefined

/** Makes the pool; nothing is connected yet. `url` is a PostgreSQL connection string. */
export function createPostgresPool(url: string, limits: Limits, log: Log): PostgresPool {
  const where = describeUrl(url)
  const base = {
    connectionString: url,
    application_name: 'hansa',
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
  }
  const pool = new pg.Pool({
    ...base,
    max: 10,
    idleTimeoutMillis: 30_000,
    statement_timeout: limits.statementMs,
    idle_in_transaction_session_timeout: limits.idleTransactionMs,
  })
  pool.on('error', (error) => log.warn({ reason: error.message }, 'idle PostgreSQL connection lost'))

  const typed = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error) => Promise.reject(translate(error, where)))
  const wrap = (client: pg.Client | pg.PoolClient, release: Connection['release']): Connection => ({
    query: (query, values) => typed(client.query(query, values)),
    release,
  })
  const single = async (): Promise<pg.Client> => {
    const client = new pg.Client(base)
    await typed(client.connect())
    return client
  }
  return {
    query: (query, values) => typed(pool.query(query, values)),
    async connect() {
      const client = await typed(pool.connect())
      client.on('error', ignore)
      return wrap(client, (error) => {
        client.off('error', ignore)
        client.release(error)
      })
    },
    async dedicated() {
      const client = await single()
      client.on('error', ignore)
      return wrap(client, () => client.end().catch(ignore))
    },
    listener: single,
    end: () => pool.end(),
  }
}
