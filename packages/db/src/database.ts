import type { ExtractTablesWithRelations } from 'drizzle-orm'
import type { NodePgQueryResultHKT, NodePgTransaction } from 'drizzle-orm/node-postgres'
import type { PgDatabase } from 'drizzle-orm/pg-core'
import type { Connection } from './connection.ts'
import type { Log } from './log.ts'
import type { Limits } from './pglite/pool.ts'
import type { Schema } from './schema-type.ts'

/** What runs statements, on either engine; a `Tx` is also a `Db`, so helpers can take `Db` alone. */
export type Db = PgDatabase<NodePgQueryResultHKT, Schema>

/** The inside of `db.transaction`. */
export type Tx = NodePgTransaction<Schema, ExtractTablesWithRelations<Schema>>

/** Tells the time; tests give their own. */
export type Clock = { now(): Date }

/** How to open a database: `url` for a PostgreSQL server, else `dataDir` for the embedded one. */
export type DatabaseOptions = {
  url?: string | undefined
  dataDir?: string | undefined
  log: Log
  clock?: Clock | undefined
  /** Limits in milliseconds; by default 30 seconds for a statement and for a transaction that waits. */
  limits?: Partial<Limits> | undefined
}

/** Answer of `health`: round trip in milliseconds, or why there is none. */
export type Health = { ok: true; engine: Engine; ms: number } | { ok: false; engine: Engine; reason: string }

export type Engine = 'pglite' | 'postgres'

/** An open database. */
export type Database = {
  db: Db
  engine: Engine
  /** Whether this call of `openDatabase` created the embedded database. */
  created: boolean
  /** Applies what is missing of this release's migrations (or of another folder's); gives how many that were. */
  migrate(folder?: string): Promise<number>
  health(): Promise<Health>
  /** After bulk work: fresh statistics, dead rows removed, log written back. PostgreSQL gets the statistics only. */
  maintain(): Promise<void>
  /** Size in bytes: the data folder of the embedded database, or what the server reports. */
  bytes(): Promise<number>
  /** How many fsyncs the embedded engine has made since it started; null on PostgreSQL. */
  fsyncs(): Promise<number | null>
  /** Runs `work` on one connection held for it alone, with a limit of its own per statement (milliseconds). */
  exclusive<T>(statementMs: number, work: (connection: Connection) => Promise<T>): Promise<T>
  /** Calls `listener` after a transaction that sent a notification on `channel` (one of CHANNELS). */
  listen(channel: string, listener: () => void): Promise<() => Promise<void>>
  /** Finishes what runs, then closes. */
  close(): Promise<void>
}
