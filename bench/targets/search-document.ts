/** What a client asks that only wants to know what was found. */
export const hitsDocument = `query Hits($text: String, $filter: SearchFilter) {
  search(text: $text, filter: $filter, first: 20) {
    totalCount
    edges { cursor snippet { text match } node { id path title { value language } } }
  }
}`

/** What the portal's search page asks for (apps/portal/app/search/search.query.ts and the fields of a row). */
export const pageDocument = `query Page($text: String, $filter: SearchFilter) {
  search(text: $text, filter: $filter, sort: RELEVANCE, first: 20, offset: 0) {
    totalCount didYouMean
    relaxed { droppedWords stemLanguage }
    facets { name valueCount values(first: 8) { value label count selected } }
    pointCount
    edges {
      snippet { text match } snippetLanguage
      reasons { code text }
      node {
        __typename id kind path coverage title { ...T } summary { ...T }
        ... on Practice {
          strapline { ...T } evidenceLevel freshness stage start end territory
          city { title { ...T } } country { title { ...T } }
        }
        ... on City { population country { title { ...T } } }
        ... on Organisation { type { label { ...T } } city { title { ...T } } country { title { ...T } } }
        ... on Network { type { label { ...T } } country { title { ...T } } founded ended }
        ... on Framework { type { label { ...T } } owner adopted }
        ... on Component { measureType { label { ...T } } practices { totalCount } }
        ... on Project { status start end leadOrganisation { title { ...T } } countries { title { ...T } } }
      }
    }
  }
}
fragment T on Text { value language origin }`

/** The facets that the page's query counts: those shown, and the cities of the map. */
export const pageFacets = [
  'kind',
  'policyArea',
  'country',
  'citySize',
  'targetGroup',
  'measureType',
  'governanceLevel',
  'governanceDimension',
  'network',
  'stage',
  'evidence',
  'freshness',
  'language',
  'year',
  'city',
]
