import { type SearchHit, type SearchParts, type SearchResult, searchWithFacets } from '@hansa/search'
import { rankEntries } from '../comparison/comparison.service.ts'
import type { Context } from '../context.ts'
import type { SearchPosition } from './search-cursor.ts'

// One step is what three attributes of one word differ by, see docs/comparability.md.
const steps = 1024

type Request = Parameters<typeof searchWithFacets>[1]

/** Whom to compare to: the id of a city, and the policy areas at hand. */
export type ComparableTo = { city: string; areas: readonly string[] }

type Page = { result: SearchResult; start: number }

/**
 * Steps of relevance, most relevant first: hits in one step are ordered by comparability. With words, what nothing could fit
 * better is a step of its own.
 */
export const stepOf = (score: number, hasWords: boolean): number =>
  hasWords && score >= 1 ? -1 : Math.floor((1 - score) * steps)

const byComparability = (hits: readonly SearchHit[], ranks: ReadonlyMap<string, number>): SearchHit[] => {
  const keys = hits.map((hit, place) => ({
    hit,
    place,
    kind: hit.kind === 'practice' ? 0 : 1,
    step: stepOf(hit.score, hit.terms.length > 0),
    rank: ranks.get(hit.id) ?? -1,
  }))
  return keys
    .sort((a, b) => a.step - b.step || a.kind - b.kind || b.rank - a.rank || a.place - b.place)
    .map(({ hit }) => hit)
}

/** A page of hits by relevance, and by how comparable each entry's city is where relevance is alike. */
export const searchComparable = async (
  ctx: Context,
  parts: SearchParts,
  request: Request,
  { city, areas }: ComparableTo,
  { after, offset, size }: { after: SearchPosition | null; offset: number; size: number },
): Promise<Page> => {
  const result = await searchWithFacets(parts, { ...request, offset: 0, limit: ctx.limits.comparable })
  const ids = result.hits.map((hit) => hit.id)
  const ordered = byComparability(result.hits, await rankEntries(ctx, city, areas, ids))
  // The hit of the cursor tells where to go on even when others came or went before it.
  const place = after ? ordered.findIndex((hit) => hit.id === after.id) : -1
  const start = after ? (place < 0 ? after.offset : place + 1) : offset
  const hits = ordered.slice(start, start + size)
  const missing = Math.min(size, Math.max(0, result.total - start)) - hits.length
  const rest =
    missing > 0
      ? await searchWithFacets(parts, {
          ...request,
          facets: [],
          offset: Math.max(start, ordered.length),
          limit: missing,
        })
      : null
  const didYouMean = start === 0 ? result.didYouMean : null
  return { result: { ...result, didYouMean, hits: [...hits, ...(rest?.hits ?? [])] }, start }
}
