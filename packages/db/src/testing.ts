import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import pg from 'pg'
import type { Database, DatabaseOptions, Engine } from './database.ts'
import { silentLog } from './log.ts'
import { migrationsFolder, readMigrations } from './migrate.ts'
import { openDatabase } from './open-database.ts'
import { packTemplate, pgliteVersion, readTemplate, unpackTemplate } from './pglite/template.ts'
import { outbox } from './schema/outbox.ts'
import { wait } from './testing-process.ts'

/** A database for tests: empty and migrated. */
export type TestDatabase = Database & {
  /** Connection string for other processes; null for the embedded one. */
  url: string | null
  /** Empties every table and starts the identities again. */
  reset(): Promise<void>
  /** Waits until what was written can be read from the outbox: on a shared server transactions of others hold it back. */
  settle(): Promise<void>
}

type Options = Pick<DatabaseOptions, 'limits' | 'clock' | 'log'> & {
  /** A folder written by drizzle-kit (the product's by default), or null for a database without any table. */
  migrations: string | null
}
type Opened = Database & { url: string | null }
type Migrated = Options & { migrations: string }

/** Engine the tests run on: HANSA_TEST_DB, `pglite` unless told. */
export function testEngine(): Engine {
  return process.env.HANSA_TEST_DB === 'postgres' ? 'postgres' : 'pglite'
}

/** Names a state of the tables, so that a prepared database is never used for another one. */
function stateOf(folder: string): string {
  return createHash('sha256')
    .update([pgliteVersion(), ...readMigrations(folder).map(({ hash }) => hash)].join(' '))
    .digest('hex')
    .slice(0, 12)
}

/** Packs a migrated cluster once per state of the tables; several test workers may do it at the same time. */
async function migratedTemplate(options: Migrated): Promise<Uint8Array> {
  const cache = join(tmpdir(), `hansa-test-${stateOf(options.migrations)}`)
  const ready = readTemplate(cache)
  if (ready) return ready
  const dir = mkdtempSync(join(tmpdir(), 'hansa-test-build-'))
  const database = await openDatabase({ dataDir: dir, log: silentLog })
  await database.migrate(options.migrations)
  await database.close()
  packTemplate(join(dir, 'pglite'), cache)
  rmSync(dir, { recursive: true })
  return readTemplate(cache) ?? migratedTemplate(options)
}

async function fillFolder(dataDir: string, options: Migrated): Promise<void> {
  mkdirSync(join(dataDir, 'pglite'), { mode: 0o700 })
  unpackTemplate(await migratedTemplate(options), join(dataDir, 'pglite'))
}

/** Puts an embedded database into an empty folder, empty and migrated, for the processes of a test to open. */
export function prepareFolder(dataDir: string): Promise<void> {
  return fillFolder(dataDir, { log: silentLog, migrations: migrationsFolder })
}

async function testPglite(options: Options): Promise<Opened> {
  const { migrations } = options
  const dataDir = mkdtempSync(join(tmpdir(), 'hansa-test-db-'))
  if (migrations !== null) await fillFolder(dataDir, { ...options, migrations })
  const database = await openDatabase({ ...options, dataDir })
  return {
    ...database,
    url: null,
    async close() {
      await database.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Runs `work` with a connection to the server's own database. */
async function withAdmin<T>(url: string, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  try {
    return await work(admin)
  } finally {
    await admin.end()
  }
}

function withDatabaseName(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}

/** Makes the migrated template database of this state of the tables, unless it is there. */
async function ensureTemplate(url: string, options: Migrated): Promise<string> {
  const template = `hansa_template_${stateOf(options.migrations)}`
  await withAdmin(url, async (admin) => {
    await admin.query('SELECT pg_advisory_lock(7264532)')
    const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [template])
    if (rowCount) return
    const unfinished = `${template}_new`
    await admin.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`)
    await admin.query(`CREATE DATABASE ${unfinished} TEMPLATE template0 ENCODING 'UTF8'`)
    const database = await openDatabase({ url: withDatabaseName(url, unfinished), log: silentLog })
    await database.migrate(options.migrations)
    await database.close()
    await admin.query(`ALTER DATABASE ${unfinished} RENAME TO ${template}`)
  })
  return template
}

async function testPostgres(options: Options): Promise<Opened> {
  const server = process.env.HANSA_TEST_DATABASE_URL
  if (!server)
    throw new Error('HANSA_TEST_DATABASE_URL is missing; `node infra/test-postgres.mjs` starts a server.')
  const { migrations } = options
  const template =
    migrations === null ? 'template0' : await ensureTemplate(server, { ...options, migrations })
  const name = `hansa_test_${process.pid}_${randomBytes(4).toString('hex')}`
  await withAdmin(server, (admin) => admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`))
  const url = withDatabaseName(server, name)
  const database = await openDatabase({ ...options, url })
  return {
    ...database,
    url,
    async close() {
      await database.close()
      await withAdmin(server, (admin) => admin.query(`DROP DATABASE ${name} WITH (FORCE)`))
    },
  }
}

/** Empties the tables that hold rows. */
async function truncate(database: Database): Promise<void> {
  await database.exclusive(30_000, async (connection) => {
    const { rows } = await connection.query(
      `SELECT format('%I', tablename) AS name FROM pg_tables WHERE schemaname = 'public'`,
    )
    if (rows.length === 0) return
    const probes = rows.map(
      ({ name }) => `SELECT '${String(name)}' AS name WHERE EXISTS (SELECT FROM ${String(name)})`,
    )
    const full = await connection.query(probes.join(' UNION ALL '))
    if (full.rows.length === 0) return
    // The audit trail refuses to be emptied by anybody but a superuser who puts its triggers aside.
    await connection.query('BEGIN')
    await connection.query('SET LOCAL session_replication_role = replica')
    await connection.query(
      `TRUNCATE ${full.rows.map(({ name }) => name).join(', ')} RESTART IDENTITY CASCADE`,
    )
    await connection.query('COMMIT')
  })
}

async function settle({ db }: Database): Promise<void> {
  const heldBack = sql`${outbox.xid} >= pg_snapshot_xmin(pg_current_snapshot())`
  for (const end = Date.now() + 60_000; Date.now() < end; await wait(20))
    if ((await db.$count(outbox, heldBack)) === 0) return
  throw new Error('Events of the outbox were held back for a minute by a transaction of somebody else.')
}

/**
 * Opens a fresh, empty, migrated database on the engine named by HANSA_TEST_DB (`pglite`, or `postgres` on the server
 * of HANSA_TEST_DATABASE_URL). Open one per test file, `reset` it before each test and `close` it at the end.
 * @param engine another engine than the one named
 */
export async function testDatabase(
  options: Partial<Options> = {},
  engine: Engine = testEngine(),
): Promise<TestDatabase> {
  const all: Options = { log: silentLog, migrations: migrationsFolder, ...options }
  const database = engine === 'postgres' ? await testPostgres(all) : await testPglite(all)
  return { ...database, reset: () => truncate(database), settle: () => settle(database) }
}
