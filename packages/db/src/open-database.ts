import {
  createTableRelationsHelpers,
  type ExtractTablesWithRelations,
  extractTablesRelationalConfig,
} from 'drizzle-orm'
import { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { PgDialect } from 'drizzle-orm/pg-core'
import type { ConnectionSource } from './connection.ts'
import type { Database, DatabaseOptions, Db } from './database.ts'
import { createGuard } from './guard.ts'
import { openPglite } from './pglite/open.ts'
import { openPostgres } from './postgres/open.ts'
import { type Schema, schema } from './schema-type.ts'
import { createSession } from './session.ts'

const LIMITS = { statementMs: 30_000, idleTransactionMs: 30_000 }

function createDb(source: ConnectionSource): Db {
  const config = extractTablesRelationalConfig<ExtractTablesWithRelations<Schema>>(
    schema,
    createTableRelationsHelpers,
  )
  const relations = { fullSchema: schema, schema: config.tables, tableNamesMap: config.tableNamesMap }
  const dialect = new PgDialect()
  const session = createSession(source, { dialect, relations, guard: createGuard() })
  return new NodePgDatabase<Schema>(dialect, session, relations)
}

/**
 * Opens the database: a PostgreSQL server when `url` is given, else the embedded one in `dataDir`. Nothing is migrated.
 * @throws Unavailable when the server does not answer
 * @throws DataDirLocked, DataDirUnwritable, DataDirOtherVersion, DataDirUnusable for the embedded one
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const limits = { ...LIMITS, ...options.limits }
  const parts = { ...options, limits, createDb }
  if (options.url) return await openPostgres({ ...parts, url: options.url })
  return await openPglite({ ...parts, dataDir: options.dataDir ?? '.data' })
}
