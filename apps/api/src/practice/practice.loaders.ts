import { schema } from '@hansa/db'
import DataLoader from 'dataloader'
import { sql } from 'drizzle-orm'
import { grouped, maxBatchSize, type Reader, visible } from '../entry/entry.loaders.ts'

const { city, entry, entryConcept, entryLink, practice } = schema

/** How a practice is like another one. */
export type Related = {
  id: string
  score: number
  components: number
  policyAreas: number
  targetGroups: number
  sameCity: boolean
  sameCountry: boolean
}

/** The longest list of related practices that is kept per practice. */
export const maxRelated = 20

type Row = Omit<Related, 'sameCity' | 'sameCountry'> & { owner: string; city: number; country: number }

/** What each pair of practices shares: one row per shared thing. */
const shared = (owners: ReturnType<typeof sql>) => sql`
  select a.from_id as owner, b.from_id as id, 'component' as what
    from ${entryLink} a join ${entryLink} b on b.to_id = a.to_id and b.field = a.field
    where a.field = 'components' and a.from_id in ${owners}
  union all
  select a.entry_id, b.entry_id, a.field
    from ${entryConcept} a join ${entryConcept} b on b.concept_id = a.concept_id and b.field = a.field
    where a.field in ('policyAreas', 'targetGroups') and a.entry_id in ${owners}
  union all
  select a.id, b.id, 'city' from ${practice} a join ${practice} b on b.city_id = a.city_id where a.id in ${owners}
  union all
  select a.id, b.id, 'country'
    from ${practice} a left join ${city} ac on ac.id = a.city_id
    join (select p.id, coalesce(p.country_id, c.country_id) as country_id
      from ${practice} p left join ${city} c on c.id = p.city_id) b
      on b.country_id = coalesce(a.country_id, ac.country_id)
    where a.id in ${owners}`

const loadRelated = async ({ db, viewer }: Reader, ids: readonly string[]): Promise<Related[][]> => {
  const owners = sql`(${sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  )})`
  const count = (what: string) => sql`count(*) filter (where what = ${what})::int`
  const { rows } = await db.execute<Row>(sql`
    select * from (
      select scored.*, row_number() over (partition by owner order by score desc, sort_key collate "C", id) as place
      from (
        select counted.*, ${entry.sortKey},
          3 * components + 2 * "policyAreas" + "targetGroups" + city + country as score
        from (
          select owner, id, ${count('component')} as components, ${count('policyAreas')} as "policyAreas",
            ${count('targetGroups')} as "targetGroups", ${count('city')} as city, ${count('country')} as country
          from (${shared(owners)}) pair where id <> owner group by owner, id
        ) counted join ${entry} on ${entry.id} = counted.id and ${entry.kind} = 'practice' and ${visible(viewer)}
      ) scored
      where components + "policyAreas" + "targetGroups" + city > 0
    ) ranked where place <= ${maxRelated} order by owner, place`)
  const related = rows.map(({ city, country, ...row }) => ({
    ...row,
    sameCity: city > 0,
    sameCountry: country > 0,
  }))
  return grouped(ids, related, (row) => row.owner)
}

/** Batched reads of practices that are like others. */
export const createPracticeLoaders = (reader: Reader) => ({
  relatedPractices: new DataLoader((ids: readonly string[]) => loadRelated(reader, ids), { maxBatchSize }),
})
