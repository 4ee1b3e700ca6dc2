import type {
  FacetCount,
  Filter,
  SearchEngine,
  SearchHit,
  SearchPage,
  SearchQuery,
  SortKey,
} from '../engine.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Stemmers } from '../text/stem.ts'
import { chooseWords } from './choose-words.ts'
import { didYouMean } from './did-you-mean.ts'
import { parseText } from './parse.ts'
import type { ReadName } from './read-names.ts'
import type { Relaxed } from './relax.ts'

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
  /** Words that were read as names and stand for all names of what they name; in order. */
  names: readonly ReadName[]
  /** The text with misspelt words put right; on the first page only. */
  didYouMean: string | null
  /** Whether the engine could not answer and something simpler did, see `SearchPage`. */
  limited: boolean
}

/** `stemmers` is null for an index without the attribute `stems`, `lexicon` for one whose texts have no terms of names. */
export type SearchParts = { engine: SearchEngine; stemmers: Stemmers | null; lexicon: Lexicon | null }

/**
 * Searches for names by what they name and for other words as typed, looks for similar words when few entries have those
 * typed, retries with less when nothing is found, and counts facets so that a choice in one facet does not hide the other
 * values of that facet.
 *
 * @throws InvalidInput for unknown facets, sort keys, or numbers out of range
 */
export async function searchWithFacets(parts: SearchParts, request: SearchRequest): Promise<SearchResult> {
  const selected = Object.entries(request.selected ?? {}).filter(([, values]) => values.length > 0)
  const parsed = parseText(request.text)
  const { engine } = parts
  const typed = { ...parsed, filter: conditions(request.filter, []) }
  // The answer to the first choice of words is asked for at once, because it is nearly always the one that is wanted.
  const ask = async (query: SearchQuery) => {
    const [found, all] = await Promise.all([
      answer(engine, query, request, selected),
      selected.length > 0 ? engine.search({ ...query, limit: 0 }) : null,
    ])
    return { found, total: (all ?? found.page).total, limited: found.page.limited ?? false }
  }
  const words = await chooseWords(parts, typed, request.languages ?? [], ask)
  const { query, relaxed, names } = words
  const { page, facets } = words.found ?? (await answer(engine, query, request, selected))
  const isCorrectable = relaxed?.by !== 'stems' && (request.offset ?? 0) === 0
  const correction = isCorrectable ? didYouMean(request.text, parsed.text, names, page) : null
  const limited = page.limited ?? false
  return { hits: page.hits, total: page.total, facets, relaxed, names, didYouMean: correction, limited }
}

type Selected = readonly (readonly [string, readonly string[]])[]
type Answer = { page: SearchPage; facets: FacetResult[] }

function conditions(filter: Filter | undefined, selected: Selected): Filter {
  return { all: [...(filter ? [filter] : []), ...selected.map(([facet, values]) => ({ facet, in: values }))] }
}

/** The page with the counts of the facets without a choice, and each facet with one counted without its own choice. */
async function answer(
  engine: SearchEngine,
  query: SearchQuery,
  request: SearchRequest,
  selected: Selected,
): Promise<Answer> {
  const names = request.facets ?? []
  const chosen = new Map(selected)
  const limit = request.facetLimit === undefined ? {} : { facetLimit: request.facetLimit }
  const ask = (facets: readonly string[], without: string | null, page: Partial<SearchQuery>) => {
    const filter = conditions(
      request.filter,
      selected.filter(([name]) => name !== without),
    )
    return engine.search({ ...query, ...limit, filter, facets, ...page })
  }
  const { sort = [], offset = 0, limit: size = 20 } = request
  const free = names.filter((name) => !chosen.has(name))
  const [page, ...counted] = await Promise.all([
    ask(free, null, { sort, offset, limit: size }),
    ...names.filter((name) => chosen.has(name)).map((name) => ask([name], name, { limit: 0 })),
  ])
  const counts: SearchPage['facets'] = Object.assign({}, page.facets, ...counted.map((one) => one.facets))
  return { page, facets: names.map((name) => toResult(name, counts[name] ?? [], chosen.get(name) ?? [])) }
}

/** A chosen value that nothing has any more stays visible, so that it can be taken back. */
function toResult(name: string, counts: readonly FacetCount[], chosen: readonly string[]): FacetResult {
  const values = counts.map((one) => ({ ...one, selected: chosen.includes(one.value) }))
  const absent = chosen.filter((value) => !counts.some((one) => one.value === value))
  return { name, values: [...values, ...absent.map((value) => ({ value, count: 0, selected: true }))] }
}
