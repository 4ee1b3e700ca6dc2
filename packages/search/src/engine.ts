/**
 * What an index holds. Plain data: its hash decides whether a stored index still fits the code.
 * `attributes` are searched in this order of importance (at most 8); those also named in `hidden` are searched only by
 * a query that asks for them (`stems`). `kind` is a facet of every index and need not be listed.
 */
export interface IndexSchema {
  readonly name: string
  readonly version: number
  readonly attributes: readonly string[]
  readonly hidden: readonly string[]
  readonly facets: readonly string[]
  readonly numbers: readonly string[]
  readonly texts: readonly string[]
}

export type GeoPoint = { lat: number; lng: number }

/** One document. With a schema declared `as const` a forgotten facet, number or sort text is a compile error. */
export interface SearchDoc<S extends IndexSchema = IndexSchema> {
  id: string
  kind: string
  /** Unique; breaks every tie, in ascending order. A prefix in it may carry an editorial order. */
  stableKey: string
  /** BCP 47 tags of the languages the texts are written in. */
  languages: readonly string[]
  /** Original texts; the engine folds them itself. */
  fields: { readonly [A in S['attributes'][number]]?: readonly string[] }
  /**
   * Texts that many documents have in common, in groups, such as the words of a concept; they count like texts of
   * `fields` that come after the document's own. An engine may keep each group once.
   */
  shared?: { readonly [A in S['attributes'][number]]?: readonly (readonly string[])[] }
  facets: { readonly [F in S['facets'][number]]: readonly string[] }
  numbers: { readonly [N in S['numbers'][number]]: number | null }
  /** Sort keys compared by code unit: make them with `sortKey`. */
  texts: { readonly [T in S['texts'][number]]: string | null }
  geo: GeoPoint | null
}

/** A tree of conditions. An empty `all` is true, an empty `any` and an empty `in` are false. Ranges include both ends. */
export type Filter =
  | { all: readonly Filter[] }
  | { any: readonly Filter[] }
  | { not: Filter }
  | { facet: string; in: readonly string[] }
  | { facet: string; exists: boolean }
  | { number: string; min?: number; max?: number }
  | { number: string; exists: boolean }
  /** West may be greater than east: the box then crosses the antimeridian. */
  | { box: { south: number; west: number; north: number; east: number } }
  | { near: GeoPoint; radius: number }
  | { ids: readonly string[] }

/** What to order by; documents without a value come last in both directions, ties go by `stableKey`. */
export type SortKey =
  | { by: 'number'; name: string; descending?: boolean }
  | { by: 'text'; name: string; descending?: boolean }
  | { by: 'distance'; from: GeoPoint }

/**
 * All words, phrases and filters must match (AND). The last word of `text` also matches as a prefix unless white space
 * or punctuation follows it. At most `QUERY_WORD_LIMIT` words count.
 */
export interface SearchQuery {
  text: string
  /** Each must occur word for word, within one value of one attribute. */
  phrases?: readonly string[]
  /** Documents that contain one of these words or phrases are left out. */
  exclude?: readonly string[]
  /** Search these attributes only; default: all that are not hidden. */
  attributes?: readonly string[]
  /** Accept misspelt words; default true. */
  typo?: boolean
  filter?: Filter
  /** Facets to count over all hits. */
  facets?: readonly string[]
  /** At most so many values per facet, the most frequent first; default 1000. */
  facetLimit?: number
  /** Empty: by relevance. */
  sort?: readonly SortKey[]
  offset?: number
  /** Default 20, at most 1000. */
  limit?: number
}

/** An index term of a hit, and the word of the query it answers. */
export type MatchedTerm = { word: string; term: string; typos: number; prefix: boolean }

export type SearchHit = {
  id: string
  kind: string
  /** 1 = nothing could match better; falls with typos, then with less important attributes. */
  score: number
  terms: MatchedTerm[]
}

export type FacetCount = { value: string; count: number }

export type SearchPage = {
  hits: SearchHit[]
  /** Exact number of documents that match. */
  total: number
  facets: Record<string, FacetCount[]>
  /** Set when the engine could not answer: only titles and names were searched, some filters left out, nothing counted. */
  limited?: boolean
}

export type SearchHealth = {
  /** Position of the outbox up to which changes are applied; 0n = nothing yet. */
  seq: bigint
  /** Position a restart begins from: keep the outbox rows after it. */
  savedSeq: bigint
  docs: number
  /** The index is empty or does not fit the schema: rebuild it. */
  stale: boolean
  /** Why the stored index was refused or could not be written; null when all is well. */
  problem: string | null
}

/** Changes to apply; `seq` is the position of the outbox they bring the index to. */
export type SearchBatch = { upsert: readonly SearchDoc[]; remove: readonly string[]; seq: bigint }

/** A search engine. All rejections are `InvalidInput` (a query that cannot be) or `Unavailable`. */
export interface SearchEngine {
  /** Prepares the index for a schema; what is stored is kept when it fits, else `health().stale` becomes true. */
  configure(schema: IndexSchema): Promise<void>
  /** Upserts and removes; idempotent. Searches go on in between and see the changes after `flush`. */
  apply(batch: SearchBatch): Promise<void>
  /** Replaces the whole index; searches see the old one until the new one is complete. */
  rebuild(batches: AsyncIterable<readonly SearchDoc[]>, seq: bigint): Promise<void>
  /** Waits until everything applied is searchable. */
  flush(): Promise<{ seq: bigint }>
  search(query: SearchQuery): Promise<SearchPage>
  /** Values of a facet one of whose words begins with `prefix`, counted over the hits of `query`. */
  facetSearch(facet: string, prefix: string, query: SearchQuery): Promise<FacetCount[]>
  health(): Promise<SearchHealth>
  close(): Promise<void>
}

/** Both engines look at the first ten words of a query. */
export const QUERY_WORD_LIMIT = 10
