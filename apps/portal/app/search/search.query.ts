import { comparisonFields } from '../comparable/comparison.fields.ts'
import { entryRowFields } from '../entry/entry-row.fields.ts'
import { graphql } from '../graphql.ts'

/** A page of results with everything the search page shows beside them. */
export const SearchQuery = graphql(
  `query Search($text: String, $kinds: [EntryKind!], $filter: SearchFilter, $sort: SearchSort, $comparableTo: ID, $first: Int!, $offset: Int!, $values: Int, $map: Boolean!) {
    csv: exportPath(format: CSV, text: $text, kinds: $kinds, filter: $filter, sort: $sort)
    xlsx: exportPath(format: XLSX, text: $text, kinds: $kinds, filter: $filter, sort: $sort)
    json: exportPath(format: JSON, text: $text, kinds: $kinds, filter: $filter, sort: $sort)
    search(text: $text, kinds: $kinds, filter: $filter, sort: $sort, comparableTo: $comparableTo, first: $first, offset: $offset) {
      totalCount
      didYouMean
      limited
      relaxed { droppedWords stemLanguage }
      names { words literally label { value language } }
      facets { name valueCount values(first: $values) { value label language count selected } }
      pointCount
      points @include(if: $map) { name { value language } latitude longitude count slug }
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
