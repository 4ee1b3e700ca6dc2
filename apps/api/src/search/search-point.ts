import type { Context } from '../context.ts'
import type { Heading } from '../entry/heading.loaders.ts'
import type { Found } from './search.service.ts'

/** A city on the map of results: how many of the hits lie in it. */
export type Point = Pick<Heading, 'id' | 'slug' | 'title'> & {
  latitude: number
  longitude: number
  count: number
}

/** The cities of all hits whose place is known, the most hits first; a map may show every city there is. */
export const pointsOf = async ({ loaders }: Pick<Context, 'loaders'>, found: Found): Promise<Point[]> => {
  const counted = found.facets.find((facet) => facet.name === 'city')?.values ?? []
  const places = await loaders.headings(counted.map(({ value }) => value))
  return counted.flatMap(({ count }, i) => {
    const place = places[i]
    if (!place || count === 0 || place.latitude === null || place.longitude === null) return []
    return [{ ...place, latitude: place.latitude, longitude: place.longitude, count }]
  })
}
