import { InvalidInput } from '@hansa/domain/errors'
import {
  type CityContext,
  createScorer,
  mostAlike,
  nothingKnown,
  rankOf,
  type Scored,
  type Similarity,
  similarity,
} from '@hansa/matching'
import type { Context } from '../context.ts'
import { findBySlug, loadEntries, loadEntry } from '../entry/entry.reader.ts'
import type { EntryRow } from '../entry/entry.types.ts'

type City = EntryRow<'city'>
type Reading = Pick<Context, 'db' | 'statements' | 'viewer' | 'kept' | 'loaders' | 'shown' | 'limits'>

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
  const contexts = await ctx.loaders.cityContexts()
  const known = ({ id }: City) => contexts.get(id) ?? nothingKnown
  return { ...similarity(known(to), known(city), { areas }), city: city.id }
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
  const contexts = await ctx.loaders.cityContexts()
  const own = contexts.get(city.id) ?? nothingKnown
  const best = mostAlike(own, othersThan(city.id, contexts), { areas, first })
  const rows = await loadEntries(ctx, 'city', best)
  return rows.map((row) => ({
    ...similarity(own, contexts.get(row.id) ?? nothingKnown, { areas }),
    city: row.id,
    row,
  }))
}

function* othersThan(id: string, contexts: ReadonlyMap<string, CityContext>) {
  for (const each of contexts) if (each[0] !== id) yield each
}

type Compare<T> = (other: CityContext, areas: readonly string[]) => T

/**
 * Compares a city with the cities of entries. An entry with several counts by the most alike; one without is left out.
 * @param areas policy areas at hand; without any, those of each entry
 */
const mostAlikeOf = async <T extends { score: number | null; confidence: number }>(
  ctx: Pick<Context, 'loaders'>,
  areas: readonly string[],
  ids: readonly string[],
  compare: Compare<T>,
): Promise<Map<string, T & { city: string }>> => {
  const [broader, contexts, settings] = await Promise.all([
    policyAreas(ctx),
    ctx.loaders.cityContexts(),
    Promise.all(ids.map((id) => ctx.loaders.setting.load(id))),
  ])
  const best = new Map<string, T & { city: string }>()
  for (const [i, setting] of settings.entries()) {
    const at = withBroader(areas.length > 0 ? areas : setting.areas, broader)
    const found = setting.cities.flatMap((city) => {
      const other = contexts.get(city)
      return other ? [{ ...compare(other, at), city }] : []
    })
    const [first] = found.toSorted((a, b) => rankOf(b) - rankOf(a))
    if (first) best.set(ids[i] ?? '', first)
  }
  return best
}

/**
 * How like a city the cities of entries are, with all it stands on; see `mostAlikeOf`.
 * @param areas policy areas at hand; without any, those of each entry
 */
export const compareEntries = async (
  ctx: Pick<Context, 'loaders'>,
  city: string,
  areas: readonly string[],
  ids: readonly string[],
): Promise<Map<string, Comparison>> => {
  const own = (await ctx.loaders.cityContexts()).get(city) ?? nothingKnown
  return mostAlikeOf(ctx, areas, ids, (other, at) => similarity(own, other, { areas: at }))
}

/**
 * What entries are ranked by when compared to a city, 0 to 1 by id: the ranks of `compareEntries`, for very many.
 * @param areas policy areas at hand; without any, those of each entry
 */
export const rankEntries = async (
  ctx: Pick<Context, 'loaders'>,
  city: string,
  areas: readonly string[],
  ids: readonly string[],
): Promise<Map<string, number>> => {
  const own = (await ctx.loaders.cityContexts()).get(city) ?? nothingKnown
  // Entries have their areas and cities in common with many others.
  const scorers = new Map<string, (other: CityContext) => Scored>()
  const scorerFor = (at: readonly string[]) => {
    const key = at.join(' ')
    const scorer = scorers.get(key) ?? createScorer(own, { areas: at })
    scorers.set(key, scorer)
    return scorer
  }
  const best = await mostAlikeOf(ctx, areas, ids, (other, at) => scorerFor(at)(other))
  return new Map([...best].map(([id, scored]) => [id, rankOf(scored)]))
}
