import { createRequire } from 'node:module'
import type { CustomTypesConfig } from 'pg'
import pg from 'pg'
import type { Result } from '../connection.ts'
import type { RawResult } from './protocol.ts'

// The server driver's own conversions, so that both engines take and give exactly the same values.
const { prepareValue } = createRequire(import.meta.url)('pg/lib/utils') as {
  prepareValue(value: unknown): string | Buffer | null
}

/** Turns a parameter into PostgreSQL text, as node-postgres does. */
export function toText(value: unknown): string | null {
  const prepared = prepareValue(value)
  return Buffer.isBuffer(prepared) ? `\\x${prepared.toString('hex')}` : prepared
}

/** Turns raw text results into the shape and types node-postgres gives. */
export function toQueryResult(
  raw: RawResult,
  rowMode: 'array' | undefined,
  types: CustomTypesConfig | undefined,
): Result {
  const parsers = raw.fields.map((field) => (types ?? pg.types).getTypeParser(field.dataTypeID, 'text'))
  const cells = raw.rows.map((row) => row.map((value, i) => (value === null ? null : parsers[i]?.(value))))
  const names = raw.fields.map((field) => field.name)
  const named = (row: unknown[]): Record<string, unknown> =>
    Object.fromEntries(names.map((n, i) => [n, row[i]]))
  // Only Drizzle asks for array rows, and its result mapping expects them where node-postgres puts them.
  const rows = rowMode === 'array' ? (cells as unknown as Record<string, unknown>[]) : cells.map(named)
  const fields = raw.fields.map((field) => ({
    ...field,
    tableID: 0,
    columnID: 0,
    dataTypeSize: -1,
    dataTypeModifier: -1,
    format: 'text',
  }))
  return { command: raw.command, rowCount: raw.rowCount, oid: 0, fields, rows }
}
