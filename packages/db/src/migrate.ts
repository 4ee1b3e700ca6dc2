import { fileURLToPath } from 'node:url'
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator'
import type { Connection } from './connection.ts'
import { DatabaseNewer } from './errors.ts'

/** Folder of the product's migrations. */
export const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url))

// Any fixed number: only migrations of this product take it.
const LOCK = 7_264_531

/** The migrations of this release, oldest first. `folder` is one written by drizzle-kit. */
export function readMigrations(folder: string = migrationsFolder): MigrationMeta[] {
  return readMigrationFiles({ migrationsFolder: folder })
}

/** Hash of the newest migration: names the state of the tables in exports. */
export function schemaVersion(migrations: MigrationMeta[]): string {
  return migrations.at(-1)?.hash ?? 'empty'
}

async function appliedHashes(connection: Connection): Promise<Set<string>> {
  await connection.query('CREATE SCHEMA IF NOT EXISTS drizzle')
  await connection.query(
    'CREATE TABLE IF NOT EXISTS drizzle.__drizzle_migrations (id serial PRIMARY KEY, hash text NOT NULL, created_at bigint)',
  )
  const { rows } = await connection.query('SELECT hash FROM drizzle.__drizzle_migrations')
  return new Set(rows.map((row) => String(row.hash)))
}

async function apply(connection: Connection, migration: MigrationMeta): Promise<void> {
  await connection.query('BEGIN')
  try {
    for (const statement of migration.sql) await connection.query(statement)
    await connection.query('INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ($1, $2)', [
      migration.hash,
      migration.folderMillis,
    ])
    await connection.query('COMMIT')
  } catch (error) {
    await connection.query('ROLLBACK')
    throw error
  }
}

/**
 * Brings the tables to this release, each migration in its own transaction, in the bookkeeping table of drizzle's
 * own migrator. The connection must be held by this call alone; on PostgreSQL an advisory lock keeps other processes
 * waiting, on PGlite the held session does.
 * @returns how many migrations were applied
 * @throws DatabaseNewer when the database holds migrations that this release does not know
 */
export async function migrate(connection: Connection, migrations: MigrationMeta[]): Promise<number> {
  await connection.query('SELECT pg_advisory_lock($1)', [LOCK])
  try {
    const applied = await appliedHashes(connection)
    const known = new Set(migrations.map((migration) => migration.hash))
    const unknown = [...applied].filter((hash) => !known.has(hash))
    if (unknown.length > 0) throw new DatabaseNewer(unknown.length)
    const missing = migrations.filter((migration) => !applied.has(migration.hash))
    for (const migration of missing) await apply(connection, migration)
    return missing.length
  } finally {
    await connection.query('SELECT pg_advisory_unlock($1)', [LOCK])
  }
}
