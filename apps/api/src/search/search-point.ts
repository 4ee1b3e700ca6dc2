import { schema } from '@hansa/db'
import { and, eq, isNotNull } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { among, visible } from '../entry/entry.loaders.ts'
import type { EntryRow } from '../entry/entry.types.ts'
import type { Found } from './search.service.ts'

const { city, entry } = schema

/** A city on the map of results: how many of the hits lie in it. */
export type Point = Pick<EntryRow<'city'>, 'id' | 'slug' | 'title'> & {
  latitude: number
  longitude: number
  count: number
}

/**
 * The cities of all hits whose place is known, the most hits first: one statement that reads no more than a map shows,
 * because a map may show every city there is.
 */
export const pointsOf = async (
  { db, viewer }: Pick<Context, 'db' | 'viewer'>,
  found: Found,
): Promise<Point[]> => {
  const counted = found.facets.find((facet) => facet.name === 'city')?.values ?? []
  const ids = counted.map(({ value }) => value)
  const { latitude, longitude } = city
  const rows = await db
    .select({ id: entry.id, slug: entry.slug, title: entry.title, latitude, longitude })
    .from(entry)
    .innerJoin(city, eq(city.id, entry.id))
    .where(and(among(entry.id, ids), visible(viewer), isNotNull(latitude), isNotNull(longitude)))
  const places = new Map(rows.map((row) => [row.id, row]))
  return counted.flatMap(({ value, count }) => {
    const place = places.get(value)
    if (!place || count === 0 || place.latitude === null || place.longitude === null) return []
    return [{ ...place, latitude: place.latitude, longitude: place.longitude, count }]
  })
}
