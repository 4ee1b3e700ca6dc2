import { comparisonFields } from '../comparable/comparison.fields.ts'
import { entryRowFields } from '../entry/entry-row.fields.ts'
import { graphql } from '../graphql.ts'

/** A page of results with everything the search page shows beside them. */
export const SearchQuery = graphql(
  `query Search($text: String, $kinds: [EntryKind!], $filter: SearchFilter, $sort: SearchSort, $comparableTo: ID, $first: Int!, $offset: Int!) {
    search(text: $text, kinds: $kinds, filter: $filter, sort: $sort, comparableTo: $comparableTo, first: $first, offset: $offset) {
      totalCount
      didYouMean
      relaxed { droppedWords stemLanguage }
      facets { name values { value label count selected } }
      points { name { value } latitude longitude count slug }
      edges {
        snippet { text match }
        snippetLanguage
        reasons { code text }
        comparison { ...ComparisonFields }
        node { id ...EntryRowFields }
      }
    }
  }`,
  [entryRowFields, comparisonFields],
)
