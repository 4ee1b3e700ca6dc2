import type { CityContext } from '@hansa/matching'
import DataLoader from 'dataloader'
import { sql } from 'drizzle-orm'
import { grouped, maxBatchSize, type Reader } from '../entry/entry.loaders.ts'
import { relations } from '../entry/entry.relations.ts'
import { readCityContexts } from './city-contexts.ts'

const placed = [
  relations.practicesOfCity,
  relations.projectsOfCity,
  relations.visitsHostedByCity,
  relations.eventsOfCity,
  relations.organisationsOfCity,
  relations.bodiesOfCity,
]

/** The cities of entries: the city itself, those an entry of another kind names. */
const loadCitiesOf = async ({ db }: Reader, ids: readonly string[]): Promise<string[][]> => {
  const pairs = sql.join(
    placed.map((relation) => sql`select owner, id from (${relation.pairs}) pair`),
    sql` union `,
  )
  const wanted = sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  )
  const { rows } = await db.execute<{ owner: string; id: string }>(sql`
    select owner, id from (${pairs} union select id, id from city) placed
    where id in (${wanted}) and owner is not null order by id, owner`)
  return grouped(ids, rows, (row) => row.id).map((own) => own.map((row) => row.owner))
}

/** Batched reads of what cities are compared by. */
export const createComparisonLoaders = (reader: Reader) => {
  let all: Promise<Map<string, CityContext>> | undefined
  return {
    /** What is known of a city; null for one that the viewer may not see. */
    cityContext: new DataLoader(
      async (ids: readonly string[]): Promise<(CityContext | null)[]> => {
        const contexts = await readCityContexts(reader, ids)
        return ids.map((id) => contexts.get(id) ?? null)
      },
      { maxBatchSize },
    ),
    /** What is known of all cities, read once. */
    allCityContexts: (): Promise<Map<string, CityContext>> => {
      all ??= readCityContexts(reader, null)
      return all
    },
    citiesOf: new DataLoader((ids: readonly string[]) => loadCitiesOf(reader, ids), { maxBatchSize }),
  }
}
