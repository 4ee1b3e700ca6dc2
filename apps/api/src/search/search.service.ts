import { InvalidInput } from '@hansa/domain/errors'
import type { Kind } from '@hansa/domain/kind'
import {
  type Lexicon,
  type SearchHit,
  type SearchParts,
  type SearchRequest,
  type SearchResult,
  type SortKey,
  searchWithFacets,
} from '@hansa/search'
import { type Comparison, cityNamed, compareEntries } from '../comparison/comparison.service.ts'
import type { Context } from '../context.ts'
import type { EntryRow } from '../entry/entry.types.ts'
import { type PageArgs, sizeOf } from '../graphql/connection.ts'
import { indexValues } from './facet-value.ts'
import { type ComparableTo, searchComparable } from './search-comparable.ts'
import { maxOffset, queryHash, type SearchPosition, searchCursor, searchPosition } from './search-cursor.ts'
import { chosenValues, type FilterInput, fixedFilter } from './search-filter.ts'

export const sorts = {
  relevance: [],
  title: [{ by: 'text', name: 'title' }],
  newest: [{ by: 'number', name: 'updatedAt', descending: true }],
  year: [{ by: 'number', name: 'year', descending: true }],
  evidence: [{ by: 'number', name: 'evidence', descending: true }],
  population: [{ by: 'number', name: 'population', descending: true }],
} as const satisfies Record<string, readonly SortKey[]>
export type SearchSort = keyof typeof sorts

/** What a client asks for, as the GraphQL arguments have it. */
export type SearchArgs = PageArgs & {
  text?: string | null | undefined
  kinds?: readonly Kind[] | null | undefined
  filter?: FilterInput | null | undefined
  sort?: SearchSort | null | undefined
  /** How many hits to pass over; not together with `after`. */
  offset?: number | null | undefined
  /** Id or slug of the city to compare to. */
  comparableTo?: string | null | undefined
}

/** A hit with its entry and the cursor behind it. */
export type FoundEntry = {
  hit: SearchHit
  row: EntryRow
  cursor: string
  /** How like its city is to the one compared to; null without one, or when the entry has no city. */
  comparison: Comparison | null
}

export type Found = Pick<
  SearchResult,
  'total' | 'facets' | 'relaxed' | 'names' | 'didYouMean' | 'limited'
> & {
  entries: FoundEntry[]
  /** What was typed, and the names it was read with. */
  text: string
  lexicon: Lexicon
  hasNextPage: boolean
  hasPreviousPage: boolean
}

const maxTextLength = 500

/**
 * Searches the registry.
 * @param facets names of the facets to count; none cost nothing
 * @throws InvalidInput naming the argument at fault, Unavailable
 */
export const searchEntries = async (
  ctx: Context,
  args: SearchArgs,
  facets: readonly string[],
): Promise<Found> => {
  const size = sizeOf(args, ctx)
  const text = args.text ?? ''
  if (text.length > maxTextLength)
    throw new InvalidInput([{ field: 'text', message: `is longer than ${maxTextLength} characters` }])
  const filter = args.filter ?? {}
  const chosen = chosenValues(filter)
  const sort = args.sort ?? 'relevance'
  const city = args.comparableTo == null ? null : await cityNamed(ctx, 'comparableTo', args.comparableTo)
  const hash = queryHash([text, args.kinds, filter, sort, ...(city ? [city.id] : [])])
  const after = args.after == null ? null : searchPosition(hash, args.after)
  const selected = await indexValues(ctx, chosen)
  const to = city && { city: city.id, areas: selected.policyArea ?? [] }
  const request: SearchRequest = {
    text,
    selected,
    filter: fixedFilter(args.kinds, filter),
    facets,
    sort: sorts[sort],
    languages: ctx.languages,
  }
  const offset = startOf(args)
  const lexicon = await ctx.lexicon()
  const parts: SearchParts = { engine: ctx.search, stemmers: ctx.stemmers, lexicon }
  const { result, start } =
    to && sort === 'relevance'
      ? await searchComparable(ctx, parts, request, to, { after, offset, size })
      : await searchBehind(parts, { ...request, offset }, after, size)
  const hits = result.hits.slice(0, size)
  const rows = await Promise.all(hits.map((hit) => ctx.loaders.entry.load(hit.id)))
  const comparisons = await comparisonsOf(ctx, to, hits)
  const entries = hits.flatMap((hit, i) => {
    const row = rows[i]
    // The index may be a moment behind the database; what is no longer public is not shown.
    const cursor = searchCursor(hash, { offset: start + i + 1, id: hit.id })
    return row ? [{ hit, row, cursor, comparison: comparisons.get(hit.id) ?? null }] : []
  })
  return {
    total: result.total,
    facets: result.facets,
    relaxed: result.relaxed,
    names: result.names,
    text,
    lexicon,
    didYouMean: result.didYouMean,
    limited: result.limited,
    entries,
    hasNextPage: start + hits.length < result.total,
    hasPreviousPage: start > 0,
  }
}

const comparisonsOf = async (
  ctx: Context,
  to: ComparableTo | null,
  hits: readonly SearchHit[],
): Promise<Map<string, Comparison>> =>
  to
    ? compareEntries(
        ctx,
        to.city,
        to.areas,
        hits.map((hit) => hit.id),
      )
    : new Map()

/** @throws InvalidInput for an offset out of range or beside `after` */
const startOf = ({ offset, after }: SearchArgs): number => {
  if (offset == null) return 0
  const refuse = (message: string): never => {
    throw new InvalidInput([{ field: 'offset', message }])
  }
  if (after != null) return refuse('cannot be given together with "after"')
  return offset >= 0 && offset <= maxOffset ? offset : refuse(`must be between 0 and ${maxOffset}`)
}

const drift = 50

/**
 * The hits behind a position. When the index has changed since the cursor was given out, its hit is looked for nearby,
 * so that a page neither repeats nor skips because of entries that came or went before it.
 */
const searchBehind = async (
  parts: SearchParts,
  request: SearchRequest,
  after: SearchPosition | null,
  size: number,
): Promise<{ result: SearchResult; start: number }> => {
  if (!after)
    return { result: await searchWithFacets(parts, { ...request, limit: size }), start: request.offset ?? 0 }
  const overlap = await searchWithFacets(parts, { ...request, offset: after.offset - 1, limit: size + 1 })
  if (overlap.hits[0]?.id === after.id)
    return { result: { ...overlap, hits: overlap.hits.slice(1) }, start: after.offset }
  const from = Math.max(0, after.offset - 1 - drift)
  const around = await searchWithFacets(parts, { ...request, offset: from, limit: 2 * drift + size })
  const index = around.hits.findIndex((hit) => hit.id === after.id)
  const start = index < 0 ? after.offset : from + index + 1
  return { result: { ...around, hits: around.hits.slice(start - from) }, start }
}
