export { checksFor } from './check.ts'
export { openEmbeddedEngine } from './embedded/embedded-engine.ts'
export * from './engine.ts'
export { parseText } from './query/parse.ts'
export type { Relaxed } from './query/relax.ts'
export {
  type FacetResult,
  type SearchParts,
  type SearchRequest,
  type SearchResult,
  searchWithFacets,
} from './query/search-with-facets.ts'
export { fold, sortKey } from './text/fold.ts'
export {
  highlight,
  type Segment,
  type Snippet,
  snippet,
  type TermMatcher,
  type TextTerm,
  termMatcher,
  termsOf,
} from './text/highlight.ts'
export { createStemmers, type Stemmers } from './text/stem.ts'
