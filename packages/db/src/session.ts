import { HansaError } from '@hansa/domain/errors'
import { type ExtractTablesWithRelations, type RelationalSchemaConfig, sql } from 'drizzle-orm'
import { NodePgSession, NodePgTransaction } from 'drizzle-orm/node-postgres'
import type {
  PgDialect,
  PgPreparedQuery,
  PgTransactionConfig,
  PreparedQueryConfig,
} from 'drizzle-orm/pg-core'
import type { PoolClient } from 'pg'
import type { Connection, ConnectionSource } from './connection.ts'
import { TransactionAborted } from './errors.ts'
import type { TransactionGuard } from './guard.ts'
import type { Schema } from './schema-type.ts'

type Tables = ExtractTablesWithRelations<Schema>
type Relations = RelationalSchemaConfig<Tables> | undefined

/** What a session needs besides its connection. */
export type SessionParts = { dialect: PgDialect; relations: Relations; guard: TransactionGuard }

/** Drizzle wraps every failure together with statement and values; ours come out as they are. */
function unwrap(error: unknown): unknown {
  const cause = error instanceof Error ? error.cause : undefined
  return cause instanceof HansaError ? cause : error
}

/**
 * Drizzle's session with what both engines need in common: typed failures come out unwrapped, a transaction marks
 * its inside for the guard, and a COMMIT that turned into a ROLLBACK is a failure.
 */
class HansaSession extends NodePgSession<Schema, Tables> {
  readonly #source: Connection | ConnectionSource
  readonly #parts: SessionParts

  constructor(source: Connection | ConnectionSource, parts: SessionParts) {
    // Drizzle asks of its client only `query`, which both engines have in the same shape.
    super(source as unknown as PoolClient, parts.dialect, parts.relations)
    this.#source = source
    this.#parts = parts
  }

  override prepareQuery<T extends PreparedQueryConfig>(
    ...args: Parameters<NodePgSession<Schema, Tables>['prepareQuery']>
  ): PgPreparedQuery<T> {
    const prepared = super.prepareQuery<T>(...args)
    const execute = prepared.execute.bind(prepared)
    prepared.execute = (values) => execute(values).catch((error) => Promise.reject(unwrap(error)))
    return prepared
  }

  override async transaction<T>(
    work: (tx: NodePgTransaction<Schema, Tables>) => Promise<T>,
    config?: PgTransactionConfig,
  ): Promise<T> {
    const source = this.#source
    if (!('connect' in source)) throw new Error('A transaction inside a transaction starts from its tx.')
    this.#parts.guard.check()
    const connection = await source.connect()
    const session = new HansaSession(connection, this.#parts)
    const tx = new NodePgTransaction<Schema, Tables>(this.#parts.dialect, session, this.#parts.relations)
    let broken: Error | undefined
    try {
      await tx.execute(sql`begin`)
      if (config) await tx.setTransaction(config)
      const result = await this.#parts.guard.inside(() => work(tx))
      const { command } = await tx.execute(sql`commit`)
      if (command === 'ROLLBACK') throw new TransactionAborted()
      return result
    } catch (error) {
      await tx.execute(sql`rollback`).catch((failed) => {
        broken = failed
      })
      throw error
    } finally {
      await connection.release(broken)
    }
  }
}

/** Makes the session on a pool; every use of it inside a transaction is refused. */
export function createSession(source: ConnectionSource, parts: SessionParts): HansaSession {
  const guarded: ConnectionSource = {
    async query(query, values) {
      parts.guard.check()
      return await source.query(query, values)
    },
    connect: () => source.connect(),
  }
  return new HansaSession(guarded, parts)
}
