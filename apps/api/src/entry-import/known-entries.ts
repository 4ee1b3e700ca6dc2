import { type Db, schema } from '@hansa/db'
import type { EntryState, Provenance } from '@hansa/domain/entry'
import type { Kind } from '@hansa/domain/kind'
import { inArray, ne, sql } from 'drizzle-orm'
import { among } from '../entry/entry.loaders.ts'
import { chunks } from '../entry/entry.rows.ts'

const { city, concept, entry } = schema

/** An entry that is there, as far as an import has to know it. */
export type KnownEntry = {
  id: string
  kind: Kind
  slug: string
  state: EntryState
  contentHash: string
  provenance: Provenance
}

const known = {
  id: entry.id,
  kind: entry.kind,
  slug: entry.slug,
  state: entry.state,
  contentHash: entry.contentHash,
  provenance: entry.provenance,
}

/** What names a record for ever, as one text. */
export const sourceKey = ({ system, id }: Pick<Provenance, 'system' | 'id'>): string =>
  JSON.stringify([system, id])

/** The entries of some ids, by id. */
export const findKnown = async (db: Db, ids: readonly string[]): Promise<Map<string, KnownEntry>> => {
  const rows = await db.select(known).from(entry).where(among(entry.id, ids))
  return new Map(rows.map((row) => [row.id, row]))
}

/** The entries that came from some sources, by `sourceKey`. */
export const findBySources = async (
  db: Db,
  sources: readonly Pick<Provenance, 'system' | 'id'>[],
): Promise<Map<string, KnownEntry>> => {
  if (sources.length === 0) return new Map()
  const rows = await db
    .select(known)
    .from(entry)
    .innerJoin(
      sql`jsonb_to_recordset(${JSON.stringify(sources)}::jsonb) as source(system text, id text)`,
      sql`${entry.provenance} ->> 'system' = source.system and ${entry.provenance} ->> 'id' = source.id`,
    )
  return new Map(rows.map((row) => [sourceKey(row.provenance), row]))
}

/** Which of some ids are entries that others may name. */
export const findNamed = async (db: Db, ids: readonly string[]): Promise<Set<string>> => {
  const found = new Set<string>()
  for (const some of chunks(ids)) {
    const rows = await db
      .select({ id: entry.id })
      .from(entry)
      .where(sql`${among(entry.id, some)} and ${ne(entry.state, 'staged')}`)
    for (const { id } of rows) found.add(id)
  }
  return found
}

/** Ids of all concepts. */
export const readConceptIds = async (db: Db): Promise<Set<string>> =>
  new Set((await db.select({ id: concept.id }).from(concept)).map(({ id }) => id))

/** The cities that have some GeoNames ids. */
export const findGeonames = async (db: Db, ids: readonly number[]): Promise<Map<number, string>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: city.id, geonamesId: city.geonamesId })
    .from(city)
    .where(inArray(city.geonamesId, [...ids]))
  return new Map(rows.flatMap(({ id, geonamesId }) => (geonamesId === null ? [] : [[geonamesId, id]])))
}
