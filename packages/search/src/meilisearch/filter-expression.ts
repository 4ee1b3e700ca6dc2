import type { Filter } from '../engine.ts'
import { encodeValue } from './encode.ts'
import {
  ALWAYS,
  all,
  any,
  type Expression,
  exists,
  isBetween,
  isIn,
  isInBox,
  isNear,
  NEVER,
  not,
} from './expression.ts'

/** Radius of the Earth in metres as Meilisearch takes it, over the one of our `distanceBetween`. */
const RADIUS_RATIO = 6_371_000 / 6_371_008.8

/** Says a filter in Meilisearch's language. */
export function filterExpression(filter: Filter): Expression {
  if ('all' in filter) return all(filter.all.map(filterExpression))
  if ('any' in filter) return any(filter.any.map(filterExpression))
  if ('not' in filter) return all([ALWAYS, not(filterExpression(filter.not))])
  if ('ids' in filter) return isIn('key', filter.ids.map(encodeValue))
  if ('facet' in filter) {
    const name = `facets.${filter.facet}`
    return 'in' in filter ? isIn(name, filter.in.map(encodeValue)) : presence(name, filter.exists)
  }
  if ('number' in filter) {
    const name = `numbers.${filter.number}`
    return 'exists' in filter ? presence(name, filter.exists) : isBetween(name, filter.min, filter.max)
  }
  if ('box' in filter) {
    const { south, west, north, east } = filter.box
    return south > north ? NEVER : isInBox(south, west, north, east)
  }
  // Our distances are whole metres: what rounds to the radius is still inside.
  const radius = (Math.floor(filter.radius) + 0.499) * RADIUS_RATIO
  return isNear(filter.near.lat, filter.near.lng, radius)
}

function presence(name: string, wanted: boolean): Expression {
  return wanted ? exists(name) : all([ALWAYS, not(exists(name))])
}
