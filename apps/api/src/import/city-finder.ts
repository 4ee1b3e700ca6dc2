import { type Db, schema } from '@hansa/db'
import { sortKeyOf } from '@hansa/domain/slug'
import { eq } from 'drizzle-orm'
import { cityInWords, type KnownCity, keysOf, readKnownCities } from './known-cities.ts'

const { slugRedirect } = schema

/** How a file names a city; what is empty says nothing. */
export type CityReference = {
  /** Id, or slug, also one it had before. */
  city: string
  /** Id at GeoNames. */
  geonames: string
  /** Any of its names. */
  name: string
  /** Code of its country (ISO 3166-1 alpha-2). */
  country: string
}

export type FoundCity = { id: string; words: string } | { problem: string; field: keyof CityReference }

export type CityFinder = { find(reference: CityReference): FoundCity }

type Named = { id: string; country: string; words: string }

const most = 8

const listed = (cities: readonly Named[]): string =>
  [...cities.slice(0, most).map(({ words }) => words), ...(cities.length > most ? ['…'] : [])].join('; ')

const index = () => {
  const found = new Map<string, Named[]>()
  return {
    add(key: string, city: Named) {
      found.set(key, [...(found.get(key) ?? []), city])
    },
    find: (key: string): readonly Named[] => found.get(key) ?? [],
  }
}

/** Reads every city's names once, to tell which city a reference means. */
export const createCityFinder = async (db: Db): Promise<CityFinder> => {
  const [byKey, byGeonames, byName] = [index(), index(), index()]
  const byId = new Map<string, Named>()
  const add = (known: KnownCity): void => {
    const city = { id: known.id, country: known.country, words: cityInWords(known) }
    byId.set(known.id, city)
    byKey.add(known.id, city)
    byKey.add(known.slug, city)
    if (known.geonamesId !== null) byGeonames.add(String(known.geonamesId), city)
    for (const key of keysOf(known)) byName.add(key, city)
  }
  for await (const known of readKnownCities(db)) add(known)
  const before = await db.select().from(slugRedirect).where(eq(slugRedirect.kind, 'city'))
  for (const { slug, entryId } of before) {
    const city = byId.get(entryId)
    if (city) byKey.add(slug, city)
  }
  return {
    find(reference) {
      const ways = [
        ['city', byKey.find(reference.city)],
        ['geonames', byGeonames.find(reference.geonames)],
        ['name', byName.find(sortKeyOf(reference.name))],
      ] as const
      const given = ways.filter(([field]) => reference[field] !== '')
      const [first] = given
      if (!first) return { field: 'city', problem: 'is not named: give a slug, a GeoNames id or a name' }
      const unknown = given.find(([, cities]) => cities.length === 0)
      if (unknown) return { field: unknown[0], problem: 'is no city of this registry' }
      const inCountry = ({ country }: Named) => reference.country === '' || country === reference.country
      const [one, ...others] = first[1].filter(
        (city) => inCountry(city) && given.every(([, cities]) => cities.includes(city)),
      )
      if (!one)
        return { field: first[0], problem: `means another city than the other columns: ${listed(first[1])}` }
      if (others.length > 0)
        return { field: first[0], problem: `may be any of ${listed([one, ...others])}; give its slug` }
      return { id: one.id, words: one.words }
    },
  }
}
