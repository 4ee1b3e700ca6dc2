export { checksFor } from './check.ts'
export { openEmbeddedEngine } from './embedded/embedded-engine.ts'
export * from './engine.ts'
export * from './lexicon/annotate.ts'
export * from './lexicon/lexicon.ts'
export { nameTerm } from './lexicon/name-term.ts'
export { openMeilisearchEngine } from './meilisearch/meilisearch-engine.ts'
export { KEY_ACTIONS } from './meilisearch/rights.ts'
export { parseText } from './query/parse.ts'
export type { ReadName } from './query/read-names.ts'
export type { Relaxed } from './query/relax.ts'
export {
  type FacetResult,
  type SearchParts,
  type SearchRequest,
  type SearchResult,
  searchWithFacets,
} from './query/search-with-facets.ts'
export { fold, sortKey } from './text/fold.ts'
export * from './text/highlight.ts'
export { createStemmers, type Stemmers } from './text/stem.ts'
export { type LimitedSearch, withFallback } from './with-fallback.ts'
