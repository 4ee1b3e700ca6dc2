import { InvalidInput, Unavailable } from '@hansa/domain/errors'
import type { Kind } from '@hansa/domain/kind'
import { type SearchParts, type SearchRequest, searchWithFacets } from '@hansa/search'
import type { Context } from '../context.ts'
import { indexValues } from './facet-value.ts'
import { type SearchArgs, sorts } from './search.service.ts'
import { chosenValues, fixedFilter } from './search-filter.ts'

type Searching = Pick<Context, 'db' | 'kept' | 'languages' | 'search' | 'stemmers' | 'lexicon'>

/** What is searched for, without a page. */
export type WholeSearch = Pick<SearchArgs, 'text' | 'kinds' | 'filter' | 'sort'>

/** Most hits that an engine gives at once. */
const atOnce = 1000

const longestText = 500

/**
 * The ids of all entries that a search finds, on all its pages, in its order.
 * @throws InvalidInput naming the argument at fault; Unavailable where the engine does not answer: less than all would look like all
 */
export const searchIds = async (ctx: Searching, args: WholeSearch): Promise<{ id: string; kind: Kind }[]> => {
  const text = args.text ?? ''
  if (text.length > longestText)
    throw new InvalidInput([{ field: 'text', message: `is longer than ${longestText} characters` }])
  const filter = args.filter ?? {}
  const request: SearchRequest = {
    text,
    selected: await indexValues(ctx, chosenValues(filter)),
    filter: fixedFilter(args.kinds, filter),
    facets: [],
    sort: sorts[args.sort ?? 'relevance'],
    languages: ctx.languages,
  }
  const parts: SearchParts = { engine: ctx.search, stemmers: ctx.stemmers, lexicon: await ctx.lexicon() }
  const found = new Map<string, Kind>()
  for (let offset = 0; ; offset += atOnce) {
    const { hits, total, limited } = await searchWithFacets(parts, { ...request, offset, limit: atOnce })
    if (limited) throw new Unavailable('The search engine does not answer, and without it not all is found.')
    // The index may change between two pages; nothing is given twice.
    for (const { id, kind } of hits) found.set(id, kind as Kind)
    if (hits.length === 0 || offset + hits.length >= total) break
  }
  return [...found].map(([id, kind]) => ({ id, kind }))
}
