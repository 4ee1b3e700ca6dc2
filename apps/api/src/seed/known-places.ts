import { type Db, schema } from '@hansa/db'
import type { SeedRow } from './read-seed.ts'

const { city, country } = schema

const swap = (value: unknown, ids: ReadonlyMap<string, string>): unknown => {
  if (typeof value === 'string') return ids.get(value) ?? value
  if (Array.isArray(value)) return value.map((item) => swap(item, ids))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, swap(item, ids)]))
}

/**
 * Countries and cities that an import created before the seed had them stay the entries they are, known by their code or
 * GeoNames id: the seed's rows take over their ids, wherever they are named.
 */
export const withKnownPlaces = async (db: Db, rows: readonly SeedRow[]): Promise<SeedRow[]> => {
  const places = await Promise.all([
    db.select({ id: city.id, key: city.geonamesId }).from(city),
    db.select({ id: country.id, key: country.code }).from(country),
  ])
  const known = new Map(places.flat().map(({ id, key }) => [key, id]))
  const ids = new Map<string, string>()
  for (const { id, kind, input } of rows) {
    if (kind !== 'city' && kind !== 'country') continue
    const there = known.get((kind === 'city' ? input.geonamesId : input.code) as string | number)
    if (there !== undefined && there !== id) ids.set(id, there)
  }
  if (ids.size === 0) return [...rows]
  return rows.map((row) => ({
    ...row,
    id: ids.get(row.id) ?? row.id,
    input: swap(row.input, ids) as SeedRow['input'],
  }))
}
