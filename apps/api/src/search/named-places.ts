import { type Db, schema } from '@hansa/db'
import { storageOf } from '@hansa/domain/fields'
import { type Kind, kindNames, kindOfId } from '@hansa/domain/kind'
import { visibleTo, visitor } from '@hansa/domain/permissions'
import { registry } from '@hansa/domain/registry'
import { and, count, eq, getTableColumns, inArray, isNotNull, like, ne, or, type SQL, sql } from 'drizzle-orm'
import { type PgColumn, unionAll } from 'drizzle-orm/pg-core'
import { among } from '../entry/entry.loaders.ts'

const { city, entry, entryLink, membership, kindTables } = schema

const placeKinds: readonly Kind[] = ['city', 'country']

/** The columns by which entries refer to cities and countries; read off the domain. */
const placeColumns = kindNames.flatMap((kind) => {
  const storages = storageOf(registry[kind])
  const { id, ...columns } = getTableColumns(kindTables[kind])
  return Object.entries<PgColumn>(columns).flatMap(([field, column]) => {
    const storage = storages[field]
    const isPlace =
      storage?.store === 'column' && storage.ref !== undefined && placeKinds.includes(storage.ref)
    return isPlace ? [[kind, column, id] as const] : []
  })
})

/** Cities that need a name even when nobody refers to them: not those loaded from GeoNames, where all of the world's are. */
const isKnown = (ids?: readonly string[]) =>
  and(
    eq(entry.kind, 'city'),
    or(ne(entry.coverage, 'mention'), sql`${entry.provenance} ->> 'system' <> 'geonames'`),
    ids && among(entry.id, ids),
  )

/**
 * How many entries refer to each city and country, or have it as a member. Cities of GeoNames without any are left
 * out unless more than a mention is known of them.
 */
export const countPlaces = async (db: Db): Promise<Map<string, number>> => {
  const isPlace = (column: PgColumn) => or(like(column, 'city\\_%'), like(column, 'ctry\\_%'))
  const counted = (column: PgColumn, condition: SQL | undefined) =>
    db
      .select({ id: sql<string>`${column}`, count: count() })
      .from(column.table)
      .where(condition)
      .groupBy(column)
  const rows = await unionAll(
    counted(entryLink.toId, isPlace(entryLink.toId)),
    counted(membership.member, isPlace(membership.member)),
    ...placeColumns.map(([, column]) => counted(column, isNotNull(column))),
  )
  const known = await db.select({ id: entry.id }).from(entry).where(isKnown())
  const counts = new Map(known.map(({ id }) => [id, 0]))
  for (const row of rows) counts.set(row.id, (counts.get(row.id) ?? 0) + row.count)
  return counts
}

/** A place and what it is called; persons where it is known. */
export type PlaceNames = Pick<typeof entry.$inferSelect, 'id' | 'title' | 'alternativeNames'> & {
  population: number | null
}

/** The names of these places, as far as the public may see them. */
export const namesOfPlaces = async (db: Db, ids: readonly string[]): Promise<PlaceNames[]> =>
  db
    .select({
      id: entry.id,
      title: entry.title,
      alternativeNames: entry.alternativeNames,
      population: city.population,
    })
    .from(entry)
    .leftJoin(city, eq(city.id, entry.id))
    .where(and(among(entry.id, ids), inArray(entry.state, visibleTo(visitor))))

/** Whether an id is that of a place. */
export const isPlaceId = (id: string): boolean => placeKinds.includes(kindOfId(id) ?? 'practice')

/** The places that these entries are or refer to. */
export const placesOf = async (db: Db, ids: readonly string[]): Promise<string[]> => {
  const links = await db.select({ id: entryLink.toId }).from(entryLink).where(among(entryLink.fromId, ids))
  const members = await db
    .select({ id: membership.member })
    .from(membership)
    .where(among(membership.entryId, ids))
  const known = await db.select({ id: entry.id }).from(entry).where(isKnown(ids))
  const places = [...known, ...[...links, ...members].filter(({ id }) => isPlaceId(id))].map((row) => row.id)
  const own = ids.map((id) => kindOfId(id))
  for (const [kind, column, id] of placeColumns)
    if (own.includes(kind))
      places.push(
        ...(
          await db
            .select({ id: sql<string>`${column}` })
            .from(column.table)
            .where(and(among(id, ids), isNotNull(column)))
        ).map((row) => row.id),
      )
  return places
}
