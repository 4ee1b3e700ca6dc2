import { type Db, schema } from '@hansa/db'
import type { City } from '@hansa/domain/city'
import { sortKeyOf } from '@hansa/domain/slug'
import type { LocalizedText } from '@hansa/domain/text'
import { asc, eq, gt, sql } from 'drizzle-orm'

const { city, country, entry, figure, slugRedirect } = schema

/** A city of the registry, as far as an import has to tell it from others and to see what it lacks. */
export type KnownCity = {
  id: string
  slug: string
  title: LocalizedText
  alternativeNames: string[]
  type: City['type']
  country: string
  region: string | null
  geonamesId: number | null
  latitude: number | null
  longitude: number | null
  /** Whether it states how many people live there, as its own fact or as a figure of some source. */
  populationStated: boolean
}

const hasPopulationFigure = sql`exists (select 1 from ${figure} where ${figure.entryId} = ${city.id} and ${figure.indicator} = 'indicator/population')`

const perStatement = 2_000

/** All cities of the registry, a part at a time: with every name of every city they are not held in memory at once. */
export async function* readKnownCities(db: Db): AsyncGenerator<KnownCity> {
  let after = ''
  for (;;) {
    const rows = await db
      .select({
        id: entry.id,
        slug: entry.slug,
        title: entry.title,
        alternativeNames: entry.alternativeNames,
        type: city.type,
        country: country.code,
        region: city.region,
        geonamesId: city.geonamesId,
        latitude: city.latitude,
        longitude: city.longitude,
        populationStated: sql<boolean>`${city.population} is not null or ${hasPopulationFigure}`,
      })
      .from(city)
      .innerJoin(entry, eq(entry.id, city.id))
      .innerJoin(country, eq(country.id, city.country))
      .where(gt(sql`${entry.id} collate "C"`, after))
      .orderBy(asc(sql`${entry.id} collate "C"`))
      .limit(perStatement)
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < perStatement) return
    after = last.id
  }
}

/** Ids of the countries of the registry by their ISO 3166-1 code. */
export const readCountryIds = async (db: Db): Promise<Map<string, string>> => {
  const rows = await db.select({ code: country.code, id: country.id }).from(country)
  return new Map(rows.map(({ code, id }) => [code, id]))
}

/** Every slug that leads, or once led, to a city. */
export const readCitySlugs = async (db: Db): Promise<Set<string>> => {
  const now = await db.select({ slug: entry.slug }).from(entry).where(eq(entry.kind, 'city'))
  const before = await db
    .select({ slug: slugRedirect.slug })
    .from(slugRedirect)
    .where(eq(slugRedirect.kind, 'city'))
  return new Set([...now, ...before].map(({ slug }) => slug))
}

/** Everything a city is called, folded as sort keys are. */
export const keysOf = ({
  title,
  alternativeNames,
}: Pick<KnownCity, 'title' | 'alternativeNames'>): Set<string> =>
  new Set(
    [...Object.values(title).map(({ text }) => text), ...alternativeNames]
      .map(sortKeyOf)
      .filter((key) => key !== ''),
  )

/** A city told from others of its name: `Springfield, Illinois, US (springfield-illinois-us)`. */
export const cityInWords = ({
  title,
  region,
  country,
  slug,
}: Pick<KnownCity, 'title' | 'region' | 'country' | 'slug'>): string => {
  const name = (title.en ?? Object.values(title)[0])?.text ?? slug
  return `${[name, region, country].filter((part) => part !== null).join(', ')} (${slug})`
}
