import { InvalidInput } from '@hansa/domain/errors'
import { type CityContext, rankOf, type Similarity, similarity } from '@hansa/matching'
import type { Context } from '../context.ts'
import { findBySlug, loadEntries, loadEntry } from '../entry/entry.reader.ts'
import type { EntryRow } from '../entry/entry.types.ts'

type City = EntryRow<'city'>
type Reading = Pick<Context, 'db' | 'viewer' | 'loaders' | 'limits'>

/** A comparison with a city, and the city compared. */
export type Comparison = Similarity & { city: string }

/**
 * A city by its id or slug.
 * @throws InvalidInput naming `field` when there is none that the viewer may see
 */
export const cityNamed = async (ctx: Reading, field: string, idOrSlug: string): Promise<City> => {
  const city = (await loadEntry(ctx, 'city', idOrSlug)) ?? (await findBySlug(ctx, 'city', idOrSlug))
  if (city) return city
  throw new InvalidInput([{ field, message: 'is not the id or slug of a city of this registry' }])
}

const policyAreas = async (ctx: Pick<Context, 'loaders'>) =>
  new Map((await ctx.loaders.conceptsOfScheme.load('policy-area')).map((row) => [row.id, row.broader]))

/** Policy areas with those they belong to, the given ones first. */
const withBroader = (areas: readonly string[], broader: ReadonlyMap<string, string | null>): string[] => {
  const found = new Set(areas)
  for (const area of found) {
    const above = broader.get(area)
    if (above) found.add(above)
  }
  return [...found]
}

/** The policy area at hand with those it belongs to. @throws InvalidInput for one that does not exist */
const areasAtHand = async (ctx: Reading, policyArea: string | null | undefined): Promise<string[]> => {
  if (policyArea == null) return []
  const broader = await policyAreas(ctx)
  if (broader.has(policyArea)) return withBroader([policyArea], broader)
  throw new InvalidInput([{ field: 'policyArea', message: 'is not the id of a policy area' }])
}

/**
 * How like a city is to another one.
 * @throws InvalidInput naming `with` or `policyArea` when there is no such
 */
export const compareCities = async (
  ctx: Reading,
  city: City,
  { with: other, policyArea }: { with: string; policyArea?: string | null | undefined },
): Promise<Comparison> => {
  const areas = await areasAtHand(ctx, policyArea)
  const to = await cityNamed(ctx, 'with', other)
  const [own, compared] = await Promise.all([
    ctx.loaders.cityContext.load(to.id),
    ctx.loaders.cityContext.load(city.id),
  ])
  if (!own || !compared) throw new Error(`No context of ${to.id} or ${city.id}`)
  return { ...similarity(own, compared, { areas }), city: city.id }
}

export const maxSimilar = 50

/**
 * The cities most like one, the most alike first; cities of which nothing comparable is known are left out.
 * @throws InvalidInput for a policy area that does not exist or a number out of range
 */
export const similarTo = async (
  ctx: Reading,
  city: City,
  { policyArea, first }: { policyArea?: string | null | undefined; first: number },
): Promise<(Comparison & { row: City })[]> => {
  if (first < 1 || first > maxSimilar)
    throw new InvalidInput([{ field: 'first', message: `must be between 1 and ${maxSimilar}` }])
  const areas = await areasAtHand(ctx, policyArea)
  const contexts = await ctx.loaders.allCityContexts()
  const own = contexts.get(city.id)
  if (!own) return []
  const compared = [...contexts].flatMap(([id, other]) => {
    if (id === city.id) return []
    const found = similarity(own, other, { areas })
    return found.score === null ? [] : [{ ...found, city: id, rank: rankOf(found) }]
  })
  const best = compared.toSorted((a, b) => b.rank - a.rank || (a.city < b.city ? -1 : 1)).slice(0, first)
  const rows = await loadEntries(
    ctx,
    'city',
    best.map(({ city: id }) => id),
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  return best.flatMap((found) => {
    const row = byId.get(found.city)
    return row ? [{ ...found, row }] : []
  })
}

/**
 * Compares a city with the cities of entries. An entry with several counts by the most alike; one without is left out.
 * @param areas policy areas at hand; without any, those of each entry
 */
export const compareEntries = async (
  ctx: Pick<Context, 'loaders'>,
  city: string,
  areas: readonly string[],
  ids: readonly string[],
): Promise<Map<string, Comparison>> => {
  const [broader, placed, named] = await Promise.all([
    policyAreas(ctx),
    Promise.all(ids.map((id) => ctx.loaders.citiesOf.load(id))),
    Promise.all(ids.map((id) => (areas.length > 0 ? [] : ctx.loaders.namedConcepts.load(id)))),
  ])
  // All cities are asked for at once, so that they are one batch.
  const others = Promise.all(placed.map((cities) => contextsOf(ctx, cities)))
  const own = await ctx.loaders.cityContext.load(city)
  if (!own) return new Map()
  const compared = (await others).flatMap((cities, i): [string, Comparison][] => {
    const ofEntry = (named[i] ?? []).flatMap(({ field, conceptId }) =>
      field === 'policyAreas' ? [conceptId] : [],
    )
    const at = withBroader(areas.length > 0 ? areas : ofEntry, broader)
    const found = cities.map(([id, other]) => ({ ...similarity(own, other, { areas: at }), city: id }))
    const [best] = found.toSorted((a, b) => rankOf(b) - rankOf(a))
    return best ? [[ids[i] ?? '', best]] : []
  })
  return new Map(compared)
}

const contextsOf = async (
  ctx: Pick<Context, 'loaders'>,
  cities: readonly string[],
): Promise<[string, CityContext][]> => {
  const contexts = await Promise.all(cities.map((id) => ctx.loaders.cityContext.load(id)))
  return contexts.flatMap((context, i) => (context ? [[cities[i] ?? '', context]] : []))
}
