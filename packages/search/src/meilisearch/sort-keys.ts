import type { SortKey } from '../engine.ts'

/** Says sort keys in Meilisearch's language; it puts missing values last in both directions, and `order` breaks ties. */
export function sortExpressions(keys: readonly SortKey[]): string[] {
  return keys.map((key) => {
    if (key.by === 'distance') return `_geoPoint(${key.from.lat}, ${key.from.lng}):asc`
    return `${key.by}s.${key.name}:${key.descending ? 'desc' : 'asc'}`
  })
}
