import { sortKeyOf } from '@hansa/domain/slug'
import type { GeonamesCity } from './geonames-row.ts'
import { type KnownCity, keysOf } from './known-cities.ts'

/** How far apart, in kilometres, the positions that two sources give for one city may lie. */
const nearKm = 30

const earthRadiusKm = 6371
const radians = (degrees: number) => (degrees * Math.PI) / 180

type Place = { latitude: number; longitude: number }

/** Great-circle distance in kilometres, by the haversine formula (R. W. Sinnott, Sky & Telescope 68, 1984). */
export const distanceKm = (a: Place, b: Place): number => {
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2
  const h =
    half(a.latitude, b.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(a.longitude, b.longitude)
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** What a city of the registry lacks, as far as GeoNames can state it. */
export type Lacking = { id: string; place: boolean; population: boolean; region: boolean; names: boolean }

export const lackingOf = (city: KnownCity): Lacking => ({
  id: city.id,
  place: city.latitude === null || city.longitude === null,
  population: !city.populationStated,
  region: city.region === null,
  names: city.alternativeNames.length === 0,
})

/** Finds the city of the registry that a place of GeoNames is. */
export type Matcher = {
  byId(id: number): Lacking | null
  /** Cities without a GeoNames id that bear one of its names in its country, near it when their position is known. */
  byName(place: GeonamesCity): KnownCity[]
}

/** Reads the cities once; keeps whole only those that GeoNames has not been matched with. */
export const createMatcher = async (cities: AsyncIterable<KnownCity>): Promise<Matcher> => {
  const known = new Map<number, Lacking>()
  const unmatched = new Map<string, KnownCity[]>()
  for await (const city of cities) {
    if (city.geonamesId !== null) known.set(city.geonamesId, lackingOf(city))
    else if (city.type === 'municipality')
      for (const key of keysOf(city)) {
        const named = `${city.country} ${key}`
        unmatched.set(named, [...(unmatched.get(named) ?? []), city])
      }
  }
  return {
    byId: (id) => known.get(id) ?? null,
    byName(place) {
      const keys = new Set([sortKeyOf(place.name), sortKeyOf(place.asciiName)])
      const found = [...keys].flatMap((key) => unmatched.get(`${place.country} ${key}`) ?? [])
      return [...new Set(found)].filter(({ latitude, longitude }) =>
        latitude === null || longitude === null ? true : distanceKm(place, { latitude, longitude }) <= nearKm,
      )
    },
  }
}
