import { createHash } from 'node:crypto'
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { Unavailable } from '@hansa/domain/errors'
import type { Connection } from '../connection.ts'
import type { Clock, Database } from '../database.ts'
import {
  fixTextFormats,
  quote,
  readSchemaVersion,
  readSequences,
  readTables,
  type TableInfo,
} from './catalog.ts'
import { FORMAT, type Header, type RowLine, type SequenceLine, type Trailer } from './format.ts'

const STATEMENT_MS = 10 * 60_000
const ROWS_PER_FETCH = 500

type Line = Header | RowLine | SequenceLine
type Sink = { write(line: Line): Promise<void>; end(counts: Trailer['counts']): Promise<void> }

/** Writes lines with backpressure and keeps the checksum. */
function createSink(writable: Writable): Sink {
  const hash = createHash('sha256')
  let failure: Error | null = null
  writable.on('error', (error) => {
    failure = error
  })
  const put = async (text: string): Promise<void> => {
    if (failure) throw failure
    if (!writable.write(text)) await once(writable, 'drain')
  }
  return {
    async write(line) {
      const text = `${JSON.stringify(line)}\n`
      hash.update(text)
      await put(text)
    },
    async end(counts) {
      const trailer: Trailer = { end: true, counts, sha256: hash.digest('hex') }
      await put(`${JSON.stringify(trailer)}\n`)
      writable.end()
      await finished(writable)
    },
  }
}

async function exportTable(connection: Connection, table: TableInfo, sink: Sink): Promise<number> {
  const columns = table.columns.map(({ name }) => `${quote(name)}::text AS ${quote(name)}`).join(', ')
  const order =
    table.key.length > 0 ? ` ORDER BY ${table.key.map((name) => `t.${quote(name)}`).join(', ')}` : ''
  await connection.query(`DECLARE export CURSOR FOR SELECT ${columns} FROM ${quote(table.name)} t${order}`)
  let count = 0
  for (;;) {
    const { rows } = await connection.query(`FETCH ${ROWS_PER_FETCH} FROM export`)
    for (const row of rows) {
      const line: RowLine = { table: table.name, row: {} }
      for (const [name, value] of Object.entries(row)) line.row[name] = value === null ? null : String(value)
      await sink.write(line)
    }
    count += rows.length
    if (rows.length < ROWS_PER_FETCH) break
  }
  await connection.query('CLOSE export')
  return count
}

async function exportSequence(connection: Connection, name: string, sink: Sink): Promise<void> {
  const { rows } = await connection.query(
    `SELECT last_value::text AS value, is_called AS called FROM ${quote(name)}`,
  )
  await sink.write({ sequence: name, value: String(rows[0]?.value), called: rows[0]?.called === true })
}

/**
 * Writes the whole content as versioned NDJSON, as it was at one moment, and ends the stream. Memory stays flat.
 * The embedded database answers nobody else meanwhile, so write to a file rather than over a slow network.
 * @returns rows per table
 * @throws Unavailable when the database was never migrated, or when the stream takes nothing for too long
 */
export async function exportInstance(
  database: Database,
  writable: Writable,
  clock: Clock = { now: () => new Date() },
): Promise<Record<string, number>> {
  const sink = createSink(writable)
  return await database.exclusive(STATEMENT_MS, async (connection) => {
    await connection.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    try {
      await fixTextFormats(connection)
      const schema = await readSchemaVersion(connection)
      if (schema === null) throw new Unavailable('The database is empty: there is nothing to export.')
      const at = clock.now().toISOString()
      await sink.write({ hansa: 'export', format: FORMAT, schema, engine: database.engine, at })
      const counts: Record<string, number> = {}
      for (const table of await readTables(connection))
        counts[table.name] = await exportTable(connection, table, sink)
      for (const name of await readSequences(connection)) await exportSequence(connection, name, sink)
      await sink.end(counts)
      return counts
    } finally {
      await connection.query('ROLLBACK')
    }
  })
}
