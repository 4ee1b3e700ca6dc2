/** A condition in Meilisearch's filter language. Made by the functions here only, so that no value can end it early. */
export type Expression = string & { readonly expression: unique symbol }

const made = (text: string) => text as Expression
/** Values come from `encodeValue` or are folded words: neither holds a quote or a backslash. */
const quoted = (value: string) => `"${value.replace(/["\\]/g, '')}"`

/** True for nothing. */
export const NEVER = made('key IN []')

/** True when all are; for none, true for every document there is. */
export function all(parts: readonly Expression[]): Expression {
  const [first, ...others] = parts
  if (first === undefined) return ALWAYS
  return others.length === 0 ? first : made(`(${parts.join(' AND ')})`)
}

/** True when one of them is; for none, never. */
export function any(parts: readonly Expression[]): Expression {
  const [first, ...others] = parts
  if (first === undefined) return NEVER
  return others.length === 0 ? first : made(`(${parts.join(' OR ')})`)
}

export function not(part: Expression): Expression {
  return made(`NOT (${part})`)
}

export function isIn(name: string, values: readonly string[]): Expression {
  return made(`${quoted(name)} IN [${values.map(quoted).join(',')}]`)
}

export function startsWith(name: string, beginning: string): Expression {
  return made(`${quoted(name)} STARTS WITH ${quoted(beginning)}`)
}

export function exists(name: string): Expression {
  return made(`${quoted(name)} EXISTS`)
}

/** Both ends belong to the range. */
export function isBetween(name: string, min: number | undefined, max: number | undefined): Expression {
  const least = min === undefined ? [] : [made(`${quoted(name)} >= ${min}`)]
  const most = max === undefined ? [] : [made(`${quoted(name)} <= ${max}`)]
  return least.length + most.length === 0 ? exists(name) : all([...least, ...most])
}

export function isInBox(south: number, west: number, north: number, east: number): Expression {
  return made(`_geoBoundingBox([${north}, ${east}], [${south}, ${west}])`)
}

/** @param radius metres on a sphere of 6,371,000 m */
export function isNear(lat: number, lng: number, radius: number): Expression {
  return made(`_geoRadius(${lat}, ${lng}, ${radius})`)
}

/** True for every entry; the index also holds one document that is none, its position. */
export const ALWAYS = exists('facets.kind')
