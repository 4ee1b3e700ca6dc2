import { schema } from '@hansa/db'
import { type Kind, kindOfId } from '@hansa/domain/kind'
import DataLoader from 'dataloader'
import { and, asc, eq, sql } from 'drizzle-orm'
import { among, grouped, maxBatchSize, type Reader } from '../entry/entry.loaders.ts'
import { relations } from '../entry/entry.relations.ts'
import { memoryIn } from '../kept.ts'

const { entryConcept } = schema

/** Where an entry is at home, and what it is about: the ids of its cities and policy areas. */
export type Setting = { cities: readonly string[]; areas: readonly string[] }

const placed = [
  relations.practicesOfCity,
  relations.projectsOfCity,
  relations.visitsHostedByCity,
  relations.eventsOfCity,
  relations.organisationsOfCity,
  relations.bodiesOfCity,
]

/** The cities that entries of other kinds name; a city is its own. */
const readCities = async ({ db }: Reader, ids: readonly string[]): Promise<string[][]> => {
  const others = ids.filter((id) => kindOfId(id) !== 'city')
  const pairs = sql.join(
    placed.map((relation) => sql`select owner, id from (${relation.pairs}) pair`),
    sql` union `,
  )
  const { rows } = await db.execute<{ owner: string; id: string }>(sql`
    select owner, id from (${pairs}) placed
    where id = any(${sql.param(others)}) and owner is not null order by id, owner`)
  const named = grouped(ids, rows, (row) => row.id).map((own) => own.map((row) => row.owner))
  return ids.map((id, i) => (kindOfId(id) === 'city' ? [id] : (named[i] ?? [])))
}

const readAreas = async ({ db }: Reader, ids: readonly string[]): Promise<string[][]> => {
  const { entryId, conceptId, field, position } = entryConcept
  const rows = await db
    .select({ entryId, conceptId })
    .from(entryConcept)
    .where(and(among(entryId, ids), eq(field, 'policyAreas')))
    .orderBy(asc(entryId), asc(position))
  return grouped(ids, rows, (row) => row.entryId).map((own) => own.map((row) => row.conceptId))
}

/** Settings of entries of a kind, from memory where they were read before: a search may have a thousand hits to compare. */
const settingsOfKind = async (reader: Reader, kind: Kind, ids: readonly string[]) => {
  const known = await memoryIn<Setting>(reader.kept, `settings of ${kind}`, [kind])
  const missing = ids.filter((id) => !known.has(id))
  if (missing.length > 0) {
    const [cities, areas] = await Promise.all([readCities(reader, missing), readAreas(reader, missing)])
    for (const [i, id] of missing.entries()) known.set(id, { cities: cities[i] ?? [], areas: areas[i] ?? [] })
  }
  return known
}

const nowhere: Setting = { cities: [], areas: [] }

const loadSettings = async (reader: Reader, ids: readonly string[]): Promise<Setting[]> => {
  const byKind = [...Map.groupBy(ids, kindOfId)]
  const known = new Map(
    await Promise.all(
      byKind.map(
        async ([kind, some]) => [kind, kind ? await settingsOfKind(reader, kind, some) : null] as const,
      ),
    ),
  )
  return ids.map((id) => known.get(kindOfId(id))?.get(id) ?? nowhere)
}

/** Batched reads of where entries are at home and what they are about. */
export const createSettingLoaders = (reader: Reader) => ({
  setting: new DataLoader((ids: readonly string[]) => loadSettings(reader, ids), { maxBatchSize }),
})
