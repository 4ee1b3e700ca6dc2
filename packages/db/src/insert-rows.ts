import { getTableColumns, type SQL, sql } from 'drizzle-orm'
import { getTableConfig, type PgColumn, type PgTable } from 'drizzle-orm/pg-core'
import type { Db } from './database.ts'

/** Characters of JSON in one statement: large enough to be few, small enough to be put together and read at once. */
const LARGEST_STATEMENT = 4_000_000

/** What becomes of a row whose primary key exists already; `renewed` columns take their default again. */
export type OnExisting = 'fail' | { overwrite: true; renewed?: readonly PgColumn[] }

/**
 * Inserts rows, named by the table's properties. Columns that no row names keep their defaults. The rows travel as one
 * JSON parameter that the database takes apart by the types of the table: a parameter for every value would cost more to
 * put together and to read than the rows cost to write.
 *
 * @param onExisting `overwrite` replaces every column that is given; without it an existing key is an error
 */
export async function insertRows(
  tx: Db,
  table: PgTable,
  rows: readonly object[],
  onExisting: OnExisting = 'fail',
): Promise<void> {
  const given = new Set(rows.flatMap((row) => Object.keys(row)))
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => given.has(key))
  const list = identifiers(columns.map(([, column]) => column.name))
  const conflict = onExisting === 'fail' ? sql`` : overwriting(table, columns, onExisting.renewed ?? [])
  for (const json of batches(rows, columns))
    await tx.execute(
      sql`insert into ${table} (${list}) select ${list} from json_populate_recordset(null::${table}, ${json}::json) ${conflict}`,
    )
}

type Columns = readonly (readonly [key: string, column: PgColumn])[]

function identifiers(names: readonly string[]): SQL {
  return sql.join(
    names.map((name) => sql.identifier(name)),
    sql`, `,
  )
}

function overwriting(table: PgTable, columns: Columns, renewed: readonly PgColumn[]): SQL {
  const keys = getTableConfig(table)
    .columns.filter((column) => column.primary)
    .map((column) => column.name)
  const names = [...columns.map(([, column]) => column), ...renewed].map((column) => column.name)
  const set = names
    .filter((name) => !keys.includes(name))
    .map((name) => sql`${sql.identifier(name)} = excluded.${sql.identifier(name)}`)
  const action = set.length === 0 ? sql`nothing` : sql`update set ${sql.join(set, sql`, `)}`
  return sql`on conflict (${identifiers(keys)}) do ${action}`
}

/** The rows as JSON arrays of objects named by column, each array of at most about `LARGEST_STATEMENT` characters. */
function* batches(rows: readonly object[], columns: Columns): Generator<string> {
  let pieces: string[] = []
  let size = 0
  for (const row of rows) {
    const values = new Map(Object.entries(row))
    const named = columns.map(([key, column]) => [column.name, values.get(key) ?? null])
    const piece = JSON.stringify(Object.fromEntries(named))
    if (size > 0 && size + piece.length > LARGEST_STATEMENT) {
      yield `[${pieces.join(',')}]`
      pieces = []
      size = 0
    }
    pieces.push(piece)
    size += piece.length
  }
  if (pieces.length > 0) yield `[${pieces.join(',')}]`
}
