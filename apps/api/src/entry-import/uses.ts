import { type Db, schema } from '@hansa/db'
import { getTableColumns, getTableName, is, type SQL, sql } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { chunks } from '../entry/entry.rows.ts'

const { attachment, entry, importChange, kindTables } = schema

const targets = new Set<PgTable>([entry, ...Object.values(kindTables)])
const owned = new Set<PgTable>(Object.values(schema.childTables))

type Use = { table: PgTable; column: string; owner: string | null }

/** The column by which a row belongs to an entry, if it belongs to one: such rows are not used by others through it. */
const ownerOf = (table: PgTable): string | null => {
  const columns = getTableColumns(table)
  if (targets.has(table) || table === schema.slugRedirect) return columns.id?.name ?? null
  if (table === schema.entryLink) return schema.entryLink.fromId.name
  if (table === schema.entryConcept || owned.has(table)) return columns.entryId?.name ?? null
  return null
}

/** Every column of every table that refers to an entry from elsewhere. */
const usesOf = (): Use[] =>
  Object.values(schema).flatMap((table): Use[] => {
    if (!is(table, PgTable) || table === schema.slugRedirect) return []
    const owner = ownerOf(table)
    return getTableConfig(table).foreignKeys.flatMap((key) => {
      const { foreignTable, columns } = key.reference()
      const [column] = columns
      return column && targets.has(foreignTable) && column.name !== owner
        ? [{ table, column: column.name, owner }]
        : []
    })
  })

/**
 * Which of some entries others use: entries that are not archived refer to them, somebody belongs to them, or files do.
 * @param importId what this import made does not count
 */
export const usedAmong = async (db: Db, ids: readonly string[], importId: string): Promise<Set<string>> => {
  const used = new Set<string>()
  const mine = sql`(select ${importChange.entryId} from ${importChange} where ${importChange.importId} = ${importId} and ${importChange.beforeHash} is null)`
  const tables: Use[] = [...usesOf(), { table: attachment, column: attachment.entryId.name, owner: null }]
  for (const some of chunks(ids)) {
    const list = sql`any(${sql.param([...some])}::text[])`
    const found = tables.map(({ table, column, owner }): SQL => {
      const user = owner && sql`u.${sql.identifier(owner)}`
      const counts = user
        ? sql`and ${user} not in ${mine} and exists (select from ${entry} where ${entry.id} = ${user} and ${entry.state} <> 'archived')`
        : sql``
      return sql`select u.${sql.identifier(column)} as id from ${sql.identifier(getTableName(table))} u where u.${sql.identifier(column)} = ${list} ${counts}`
    })
    const { rows } = await db.execute<{ id: string }>(sql.join(found, sql` union `))
    for (const { id } of rows) used.add(id)
  }
  return used
}
