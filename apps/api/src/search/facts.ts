import { type Db, schema } from '@hansa/db'
import { storageOf } from '@hansa/domain/fields'
import { type Kind, kindNames, kindOfId } from '@hansa/domain/kind'
import { visibleTo, visitor } from '@hansa/domain/permissions'
import { registry } from '@hansa/domain/registry'
import { and, inArray } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { among } from '../entry/entry.loaders.ts'

const { entry, entryConcept, entryLink, concept, membership, frameworkItem, kindTables } = schema

export type EntryRow = typeof entry.$inferSelect
export type ConceptRow = typeof concept.$inferSelect
type OwnRow = { id: string } & Record<string, unknown>

/** All that the search documents of a batch of entries are made from. */
export type SearchFacts = {
  entries: EntryRow[]
  own: Map<string, OwnRow>
  /** Concepts by entry. */
  concepts: Map<string, ConceptRow[]>
  /** Every entry an entry refers or links to, at one step, and the country of its cities. */
  linked: Map<string, string[]>
  /** Networks a city, organisation or country is a member of. */
  networks: Map<string, string[]>
  /** Titles and places of linked entries and networks. */
  named: Map<string, EntryRow>
  places: Map<string, typeof schema.city.$inferSelect>
  /** Titles of a framework's items. */
  items: Map<string, (typeof frameworkItem.$inferSelect)[]>
}

const referenceFields = new Map<Kind, string[]>(
  kindNames.map((kind) => [
    kind,
    Object.entries(storageOf(registry[kind])).flatMap(([field, storage]) =>
      storage.store === 'column' && storage.ref !== undefined ? [field] : [],
    ),
  ]),
)

const groupBy = <T, V>(
  rows: readonly T[],
  key: (row: T) => string,
  value: (row: T) => V,
): Map<string, V[]> => {
  const groups = new Map<string, V[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(value(row))
    else groups.set(key(row), [value(row)])
  }
  return groups
}

const ownRows = async (db: Db, ids: readonly string[]): Promise<OwnRow[]> => {
  const byKind = Object.groupBy(ids, (id) => kindOfId(id) ?? 'practice')
  const rows: OwnRow[] = []
  for (const [kind, wanted] of Object.entries(byKind)) {
    // Twelve tables of different columns have no common row type; each kind's search definition gives it back its own.
    const table = kindTables[kind as Kind]
    rows.push(
      ...((await db
        .select()
        .from(table as PgTable)
        .where(among(table.id, wanted))) as OwnRow[]),
    )
  }
  return rows
}

const publicStates = visibleTo(visitor)

/**
 * Reads what the search documents of these entries need, in a number of statements that does not depend on how many
 * they are. Entries the public may not see are left out. Concepts read before stand in `concepts`; new ones are added.
 */
export const loadSearchFacts = async (
  db: Db,
  ids: readonly string[],
  concepts: Map<string, ConceptRow> = new Map(),
): Promise<SearchFacts> => {
  const entries = await db
    .select()
    .from(entry)
    .where(and(among(entry.id, ids), inArray(entry.state, publicStates)))
  const found = entries.map((row) => row.id)
  if (found.length === 0) return emptyFacts()
  const own = await ownRows(db, found)
  const links = await db
    .select()
    .from(entryLink)
    .where(among(entryLink.fromId, found))
    .orderBy(entryLink.position)
  const linked = groupBy(
    links,
    (row) => row.fromId,
    (row) => row.toId,
  )
  for (const row of own)
    for (const field of referenceFields.get(kindOfId(row.id) ?? 'practice') ?? []) {
      const to = row[field]
      if (typeof to === 'string') linked.set(row.id, [to, ...(linked.get(row.id) ?? [])])
    }
  const cityIds = [...found, ...[...linked.values()].flat()].filter((id) => kindOfId(id) === 'city')
  const cities = await db
    .select()
    .from(schema.city)
    .where(among(schema.city.id, [...new Set(cityIds)]))
  const members = [...new Set([...found, ...cityIds])]
  const memberships = await db.select().from(membership).where(among(membership.member, members))
  const mentioned = new Set([
    ...[...linked.values()].flat(),
    ...cities.map((row) => row.country),
    ...memberships.map((row) => row.entryId),
  ])
  const mentionedEntries = await db
    .select()
    .from(entry)
    .where(and(among(entry.id, [...mentioned]), inArray(entry.state, publicStates)))
  const frameworks = found.filter((id) => kindOfId(id) === 'framework')
  const items = await db.select().from(frameworkItem).where(among(frameworkItem.entryId, frameworks))
  const naming = await db
    .select({ entryId: entryConcept.entryId, conceptId: entryConcept.conceptId })
    .from(entryConcept)
    .where(among(entryConcept.entryId, found))
    .orderBy(entryConcept.position)
  // Many entries name the same few concepts, whose labels in all languages are long: each is read once.
  const unread = [...new Set(naming.map((row) => row.conceptId))].filter((id) => !concepts.has(id))
  for (const row of await db.select().from(concept).where(among(concept.id, unread)))
    concepts.set(row.id, row)
  const current = memberships.filter((row) => row.until === null)
  return {
    entries,
    own: new Map(own.map((row) => [row.id, row])),
    concepts: groupBy(
      naming.flatMap(({ entryId, conceptId }) => {
        const row = concepts.get(conceptId)
        return row ? [{ entryId, row }] : []
      }),
      ({ entryId }) => entryId,
      ({ row }) => row,
    ),
    linked,
    networks: groupBy(
      current,
      (row) => row.member,
      (row) => row.entryId,
    ),
    named: new Map(mentionedEntries.map((row) => [row.id, row])),
    places: new Map(cities.map((row) => [row.id, row])),
    items: groupBy(
      items,
      (row) => row.entryId,
      (row) => row,
    ),
  }
}

const emptyFacts = (): SearchFacts => ({
  entries: [],
  own: new Map(),
  concepts: new Map(),
  linked: new Map(),
  networks: new Map(),
  named: new Map(),
  places: new Map(),
  items: new Map(),
})
