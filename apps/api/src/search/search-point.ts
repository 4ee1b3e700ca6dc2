import type { Context } from '../context.ts'
import { loadEntries } from '../entry/entry.reader.ts'
import type { EntryRow } from '../entry/entry.types.ts'
import type { Found } from './search.service.ts'

/** A city on the map of results: how many of the hits lie in it. */
export type Point = { city: EntryRow<'city'>; latitude: number; longitude: number; count: number }

/** The cities of all hits whose place is known, the most hits first. */
export const pointsOf = async (ctx: Pick<Context, 'loaders'>, found: Found): Promise<Point[]> => {
  const counted = found.facets.find((facet) => facet.name === 'city')?.values ?? []
  const counts = new Map(counted.map(({ value, count }) => [value, count]))
  const cities = await loadEntries(ctx, 'city', [...counts.keys()])
  return cities.flatMap((city) => {
    const { latitude, longitude } = city
    const count = counts.get(city.id) ?? 0
    return latitude === null || longitude === null || count === 0
      ? []
      : [{ city, latitude, longitude, count }]
  })
}
