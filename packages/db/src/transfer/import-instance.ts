import type { Readable } from 'node:stream'
import { HansaError } from '@hansa/domain/errors'
import type { z } from 'zod'
import type { Connection } from '../connection.ts'
import type { Database } from '../database.ts'
import { ImportRefused } from '../errors.ts'
import { migrate, migrationsFolder, readMigrations } from '../migrate.ts'
import {
  fixTextFormats,
  quote,
  readForeignKeys,
  readSchemaVersion,
  readTables,
  type TableInfo,
} from './catalog.ts'
import { bodyLine, FORMAT, type Header, headerLine, type SequenceLine, type Trailer } from './format.ts'
import { type Line, readLines } from './lines.ts'
import { createWriter } from './writer.ts'

const STATEMENT_MS = 10 * 60_000

function check<T>(schema: z.ZodType<T>, line: Line): T {
  const parsed = schema.safeParse(line.value)
  if (parsed.success) return parsed.data
  throw new ImportRefused(line.number, 'this is not a line of a Hansa export.', { cause: parsed.error })
}

async function readHeader(lines: AsyncGenerator<Line>): Promise<Header> {
  const first = await lines.next()
  if (first.done) throw new ImportRefused(null, 'The file is empty.')
  const header = check(headerLine, first.value)
  if (header.format === FORMAT) return header
  throw new ImportRefused(1, `the file has format ${header.format}, this release reads ${FORMAT}.`)
}

/** Brings an untouched database to the tables the file was written with. */
async function matchTables(connection: Connection, header: Header, folder: string): Promise<void> {
  const migrations = readMigrations(folder)
  const index = migrations.findIndex((migration) => migration.hash === header.schema)
  if (index < 0)
    throw new ImportRefused(
      1,
      'the file was written by a release whose tables are unknown here; use that release or a newer one.',
    )
  const present = await readSchemaVersion(connection)
  if (present === null) await migrate(connection, migrations.slice(0, index + 1))
  else if (present !== header.schema) {
    throw new ImportRefused(
      1,
      'the file was written by an older release than this database; import it into a folder or database that no release was started on.',
    )
  }
}

/**
 * Lets references be checked once at the end, so that rows may come in any order and refer to each other.
 * Gives the function that checks them and restores the constraints.
 */
async function deferReferences(connection: Connection): Promise<() => Promise<void>> {
  const keys = (await readForeignKeys(connection)).filter((key) => !key.deferrable)
  const alter = async (mode: string): Promise<void> => {
    for (const { name, table } of keys) {
      await connection.query(`ALTER TABLE ${quote(table)} ALTER CONSTRAINT ${quote(name)} ${mode}`)
    }
  }
  await alter('DEFERRABLE INITIALLY DEFERRED')
  return async () => {
    await connection.query('SET CONSTRAINTS ALL IMMEDIATE')
    await alter('NOT DEFERRABLE')
  }
}

async function requireEmpty(connection: Connection, tables: TableInfo[]): Promise<void> {
  for (const { name } of tables) {
    await connection.query(`LOCK TABLE ${quote(name)} IN EXCLUSIVE MODE`)
    const { rows } = await connection.query(`SELECT 1 FROM ${quote(name)} LIMIT 1`)
    if (rows.length > 0)
      throw new ImportRefused(
        null,
        `The database is not empty (table ${name} has rows); import into an empty one.`,
      )
  }
}

function verify(trailer: Trailer, line: Line, counts: Map<string, number>): void {
  if (line.sha256Before() !== trailer.sha256)
    throw new ImportRefused(line.number, 'the checksum differs; the file was changed or damaged.')
  const names = new Set([...counts.keys(), ...Object.keys(trailer.counts)])
  for (const name of names) {
    const [found, expected] = [counts.get(name) ?? 0, trailer.counts[name] ?? 0]
    if (found !== expected)
      throw new ImportRefused(line.number, `table ${name} has ${found} rows instead of ${expected}.`)
  }
}

async function setSequence(
  connection: Connection,
  { sequence, value, called }: SequenceLine,
  line: number,
): Promise<void> {
  const { rows } = await connection.query('SELECT to_regclass($1) IS NOT NULL AS yes', [quote(sequence)])
  if (rows[0]?.yes !== true) throw new ImportRefused(line, `there is no sequence ${sequence}.`)
  await connection.query('SELECT setval(to_regclass($1), $2, $3)', [quote(sequence), value, called])
}

async function importBody(
  connection: Connection,
  lines: AsyncGenerator<Line>,
): Promise<Record<string, number>> {
  const tables = await readTables(connection)
  await requireEmpty(connection, tables)
  const checkReferences = await deferReferences(connection)
  const writer = createWriter(connection, tables)
  const sequences: [SequenceLine, number][] = []
  let trailer: Trailer | null = null
  for await (const line of lines) {
    if (trailer) throw new ImportRefused(line.number, 'there is more after the end of the export.')
    const body = check(bodyLine, line)
    if ('table' in body) await writer.add(body, line.number)
    else if ('sequence' in body) sequences.push([body, line.number])
    else {
      verify(body, line, writer.counts)
      trailer = body
    }
  }
  if (!trailer) throw new ImportRefused(null, 'The file ends without its last line; it is incomplete.')
  await writer.flush()
  await checkReferences()
  // Last, because a sequence is not put back by a rollback.
  for (const [sequence, number] of sequences) await setSequence(connection, sequence, number)
  return trailer.counts
}

/**
 * Reads an export into an empty database, all of it or nothing, and then applies the migrations that are newer than
 * the file. Run it on a database that nothing was started on, or on one with exactly the file's tables.
 * @param folder migrations; the product's by default
 * @returns rows per table
 * @throws ImportRefused naming the line at fault
 */
export async function importInstance(
  database: Database,
  readable: Readable,
  folder: string = migrationsFolder,
): Promise<Record<string, number>> {
  const lines = readLines(readable)
  return await database.exclusive(STATEMENT_MS, async (connection) => {
    await matchTables(connection, await readHeader(lines), folder)
    await connection.query('BEGIN')
    let counts: Record<string, number>
    try {
      await fixTextFormats(connection)
      counts = await importBody(connection, lines)
      await connection.query('COMMIT')
    } catch (error) {
      await connection.query('ROLLBACK')
      if (error instanceof HansaError) throw error
      const detail = error instanceof Error && 'detail' in error ? ` ${String(error.detail)}` : ''
      throw new ImportRefused(null, `The database refused the content: ${String(error)}.${detail}`, {
        cause: error,
      })
    }
    await migrate(connection, readMigrations(folder))
    return counts
  })
}
