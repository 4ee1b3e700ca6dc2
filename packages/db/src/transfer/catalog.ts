import { z } from 'zod'
import type { Connection } from '../connection.ts'
import { leftOut } from './left-out.ts'

/** A table as the catalog describes it; `columns` are those that travel. */
export type TableInfo = { name: string; columns: { name: string; type: string }[]; key: string[] }

/** A foreign key. */
export type ForeignKey = { name: string; table: string; target: string; deferrable: boolean }

const columnRow = z.object({
  table: z.string(),
  name: z.string(),
  type: z.string(),
  key: z.number().nullable(),
})
const foreignKeyRow = z.object({
  name: z.string(),
  table: z.string(),
  target: z.string(),
  deferrable: z.boolean(),
})
const sequenceRow = z.object({ name: z.string() })

// With the length -1 a type is named without one (char(4) as bpchar): the cast must not cut what the column refuses.
// Generated columns are computed again, and a transaction number (xid8) means nothing in another database.
const COLUMNS = `
  SELECT c.relname AS table, a.attname AS name, format_type(a.atttypid, -1) AS type,
         array_position(i.indkey::int2[], a.attnum) AS key
  FROM pg_class c
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
    AND a.attgenerated = '' AND a.atttypid <> 'xid8'::regtype
  ORDER BY c.relname COLLATE "C", a.attnum`

const FOREIGN_KEYS = `
  SELECT conname AS name, conrelid::regclass::text AS table, confrelid::regclass::text AS target,
         condeferrable AS deferrable
  FROM pg_constraint
  WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conparentid = 0
  ORDER BY conname COLLATE "C"`

const SEQUENCES = `
  SELECT relname AS name FROM pg_class
  WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace ORDER BY relname COLLATE "C"`

/** Quotes a name for SQL. */
export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

const unquote = (name: string): string =>
  name
    .replace(/^public\./, '')
    .replace(/^"(.*)"$/, '$1')
    .replaceAll('""', '"')

/** Foreign keys between the tables of schema public. */
export async function readForeignKeys(connection: Connection): Promise<ForeignKey[]> {
  const { rows } = await connection.query(FOREIGN_KEYS)
  return rows.map((row) => {
    const key = foreignKeyRow.parse(row)
    return { ...key, table: unquote(key.table), target: unquote(key.target) }
  })
}

/** Names of the sequences of schema public. */
export async function readSequences(connection: Connection): Promise<string[]> {
  const { rows } = await connection.query(SEQUENCES)
  return rows.map((row) => sequenceRow.parse(row).name)
}

/** Tables of schema public that travel, those that others refer to first. */
export async function readTables(connection: Connection): Promise<TableInfo[]> {
  type Found = TableInfo & { order: Map<string, number> }
  const tables = new Map<string, Found>()
  const { rows } = await connection.query(COLUMNS)
  for (const row of rows) {
    const { table, name, type, key } = columnRow.parse(row)
    if (leftOut.has(table)) continue
    const info: Found = tables.get(table) ?? { name: table, columns: [], key: [], order: new Map() }
    info.columns.push({ name, type })
    if (key !== null) info.order.set(name, key)
    tables.set(table, info)
  }
  const keys = await readForeignKeys(connection)
  return sortByReference([...tables.values()], keys).map(({ order, ...info }) => ({
    ...info,
    key: [...order].sort((a, b) => a[1] - b[1]).map(([name]) => name),
  }))
}

/** Orders tables so that a table follows those it refers to; a circle of references is entered by name. */
function sortByReference<T extends { name: string }>(tables: T[], keys: ForeignKey[]): T[] {
  const byName = new Map(tables.map((table) => [table.name, table]))
  const sorted = new Set<T>()
  const visit = (table: T, path: Set<T>): void => {
    if (sorted.has(table) || path.has(table)) return
    path.add(table)
    for (const key of keys) {
      const target = byName.get(key.target)
      if (key.table === table.name && target) visit(target, path)
    }
    sorted.add(table)
  }
  for (const table of tables) visit(table, new Set())
  return [...sorted]
}

/** Text of values must not depend on the session. */
export async function fixTextFormats(connection: Connection): Promise<void> {
  for (const setting of [
    "TimeZone = 'UTC'",
    "DateStyle = 'ISO, YMD'",
    "IntervalStyle = 'postgres'",
    "bytea_output = 'hex'",
    'extra_float_digits = 1',
    // Names of tables must come out unqualified.
    'search_path = public',
  ]) {
    await connection.query(`SET LOCAL ${setting}`)
  }
}

/** Hash of the newest migration applied to this database; null when it has none. */
export async function readSchemaVersion(connection: Connection): Promise<string | null> {
  const exists = await connection.query(
    `SELECT to_regclass('drizzle.__drizzle_migrations') IS NOT NULL AS yes`,
  )
  if (exists.rows[0]?.yes !== true) return null
  const { rows } = await connection.query(
    'SELECT hash FROM drizzle.__drizzle_migrations ORDER BY created_at DESC, id DESC LIMIT 1',
  )
  return rows[0] ? String(rows[0].hash) : null
}
