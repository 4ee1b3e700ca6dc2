import { graphql, type ResultOf } from '../graphql.ts'
import type { MapPlace } from '../ui/map/map-of-results.tsx'
import { textFields } from './entry.fields.ts'

/** A city with what a map needs to know of it. */
export const placeFields = graphql(
  `fragment PlaceFields on City { id path title { ...TextFields } latitude longitude }`,
  [textFields],
)
export type GivenPlace = ResultOf<typeof placeFields>

/** Cities as points of a map, each once, with how often it was given. Ones without coordinates are left out. */
export function placesOf(cities: readonly (GivenPlace | null)[]): readonly MapPlace[] {
  const places = new Map<string, MapPlace>()
  for (const city of cities) {
    if (!city || city.latitude === null || city.longitude === null) continue
    const { latitude, longitude, title, path } = city
    const count = (places.get(city.id)?.count ?? 0) + 1
    places.set(city.id, {
      name: title.value,
      language: title.language,
      href: path,
      latitude,
      longitude,
      count,
    })
  }
  return [...places.values()]
}
