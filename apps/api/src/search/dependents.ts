import { type Db, schema } from '@hansa/db'
import { storageOf } from '@hansa/domain/fields'
import { kindNames } from '@hansa/domain/kind'
import { registry } from '@hansa/domain/registry'
import { getTableColumns, inArray, or } from 'drizzle-orm'

const { entryConcept, entryLink, membership, figure, competence, kindTables } = schema

/** The columns by which entries of each kind refer to others; read off the domain, so a new reference needs nothing here. */
const references = kindNames.flatMap((kind) => {
  const fields = new Set(
    Object.entries(storageOf(registry[kind])).flatMap(([field, storage]) =>
      storage.store === 'column' && storage.ref !== undefined ? [field] : [],
    ),
  )
  const table = kindTables[kind]
  const columns = Object.entries(getTableColumns(table)).flatMap(([name, column]) =>
    fields.has(name) ? [column] : [],
  )
  return columns.length > 0 ? [{ table, columns }] : []
})

/**
 * The entries whose search documents mention one of `ids` (entries or concepts), so that they are indexed again when it
 * changes: those that refer or link to it, its members, and those that name the concept.
 */
export const dependentsOf = async (db: Db, ids: readonly string[]): Promise<string[]> => {
  if (ids.length === 0) return []
  const found: { id: string }[] = []
  for (const { table, columns } of references)
    found.push(
      ...(await db
        .select({ id: table.id })
        .from(table)
        .where(or(...columns.map((column) => inArray(column, [...ids]))))),
    )
  const mentions = [
    db
      .select({ id: entryLink.fromId })
      .from(entryLink)
      .where(inArray(entryLink.toId, [...ids])),
    db
      .select({ id: entryConcept.entryId })
      .from(entryConcept)
      .where(inArray(entryConcept.conceptId, [...ids])),
    db
      .select({ id: membership.member })
      .from(membership)
      .where(inArray(membership.entryId, [...ids])),
    db
      .select({ id: figure.entryId })
      .from(figure)
      .where(inArray(figure.indicator, [...ids])),
    db
      .select({ id: competence.entryId })
      .from(competence)
      .where(inArray(competence.policyArea, [...ids])),
  ]
  for (const query of mentions) found.push(...(await query))
  return [...new Set(found.map((row) => row.id))].filter((id) => !ids.includes(id))
}
