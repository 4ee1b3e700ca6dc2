import type { Filter, SearchEngine, SearchHit, SearchPage, SearchQuery, SortKey } from '../engine.ts'
import type { Stemmers } from '../text/stem.ts'
import { didYouMean } from './did-you-mean.ts'
import { parseText } from './parse.ts'
import { type Relaxed, relax } from './relax.ts'
import { withoutStopWords } from './stop-words.ts'

/** What somebody asks for: words as typed, chosen facet values, order and place. */
export type SearchRequest = {
  text: string
  /** Chosen values: any of them within a facet, all facets together. `kind` narrows the kinds of entries. */
  selected?: Readonly<Record<string, readonly string[]>>
  /** Conditions that always hold and that no facet count ignores (what the viewer may see, a map's box). */
  filter?: Filter
  facets?: readonly string[]
  facetLimit?: number
  sort?: readonly SortKey[]
  offset?: number
  limit?: number
  /** The reader's languages, best first: their stems are tried first. */
  languages?: readonly string[]
}

export type FacetResult = { name: string; values: { value: string; count: number; selected: boolean }[] }

export type SearchResult = {
  hits: SearchHit[]
  total: number
  facets: FacetResult[]
  /** What was given up because nothing matched everything; null when the hits match all that was typed. */
  relaxed: Relaxed | null
  /** The text with misspelt words put right; on the first page only. */
  didYouMean: string | null
}

/** `stemmers` is null for an index without the attribute `stems`. */
export type SearchParts = { engine: SearchEngine; stemmers: Stemmers | null }

// With this many entries that have the words as typed, similar words would only blur results and counts.
const enoughAsTyped = 5

/**
 * Searches, looks for similar words when few entries have those typed, retries with less when nothing is found, and counts facets so that a choice in one facet does not hide the
 * other values of that facet.
 *
 * @throws InvalidInput for unknown facets, sort keys, or numbers out of range
 */
export async function searchWithFacets(parts: SearchParts, request: SearchRequest): Promise<SearchResult> {
  const selected = Object.entries(request.selected ?? {}).filter(([, values]) => values.length > 0)
  const parsed = parseText(request.text)
  const query: SearchQuery = {
    ...parsed,
    text: withoutStopWords(parsed.text),
    filter: conditions(request.filter, selected),
    sort: request.sort ?? [],
    offset: request.offset ?? 0,
    limit: request.limit ?? 20,
  }
  const asTyped = await parts.engine.search({ ...query, typo: false })
  const enough = asTyped.total >= enoughAsTyped
  const first = enough ? asTyped : await parts.engine.search(query)
  const found = first.total > 0 ? null : await loosen(parts, query, request, selected)
  const used = found?.query ?? { ...query, typo: !enough }
  const [facets, page] = await Promise.all([
    countFacets(parts.engine, used, request, selected),
    found ? parts.engine.search(used) : first,
  ])
  const relaxed = found?.relaxed ?? null
  const correction =
    relaxed?.by === 'stems' || (request.offset ?? 0) > 0 ? null : didYouMean(request.text, used.text, page)
  return { hits: page.hits, total: page.total, facets, relaxed, didYouMean: correction }
}

/**
 * Loosens the words only when they find nothing whatever the chosen facet values are: an empty page under a choice is
 * answered by changing the choice, and the words stay the same while somebody tries values.
 */
async function loosen(parts: SearchParts, query: SearchQuery, request: SearchRequest, selected: Selected) {
  const free = { ...query, filter: conditions(request.filter, []) }
  if (selected.length > 0 && (await parts.engine.search({ ...free, offset: 0, limit: 0 })).total > 0)
    return null
  const found = await relax(parts, free, request.languages ?? [])
  return (
    found && {
      relaxed: found.relaxed,
      query: { ...found.query, filter: conditions(request.filter, selected) },
    }
  )
}

type Selected = readonly (readonly [string, readonly string[]])[]

function conditions(filter: Filter | undefined, selected: Selected): Filter {
  return { all: [...(filter ? [filter] : []), ...selected.map(([facet, values]) => ({ facet, in: values }))] }
}

/** Counts the facets without a choice in one query, and each facet with one in a query without its own choice. */
async function countFacets(
  engine: SearchEngine,
  query: SearchQuery,
  request: SearchRequest,
  selected: Selected,
): Promise<FacetResult[]> {
  const names = request.facets ?? []
  const chosen = new Map(selected)
  const count = (facets: readonly string[], without?: string): Promise<SearchPage> => {
    const filter = conditions(
      request.filter,
      selected.filter(([name]) => name !== without),
    )
    const limit = request.facetLimit === undefined ? {} : { facetLimit: request.facetLimit }
    return engine.search({ ...query, ...limit, filter, facets, sort: [], offset: 0, limit: 0 })
  }
  const free = names.filter((name) => !chosen.has(name))
  const pages = await Promise.all([
    free.length > 0 ? count(free) : null,
    ...names.filter((name) => chosen.has(name)).map((name) => count([name], name)),
  ])
  const counts = Object.assign({}, ...pages.map((page) => page?.facets ?? {})) as SearchPage['facets']
  return names.map((name) => {
    const own = new Set(chosen.get(name) ?? [])
    const values = (counts[name] ?? []).map((one) => ({ ...one, selected: own.has(one.value) }))
    for (const { value } of values) own.delete(value)
    // A chosen value that nothing has any more stays visible, so that it can be taken back.
    return { name, values: [...values, ...[...own].map((value) => ({ value, count: 0, selected: true }))] }
  })
}
