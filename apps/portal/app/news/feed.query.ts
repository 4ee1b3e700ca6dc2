import { graphql } from '../graphql.ts'

/** What a search finds, what changed last first. */
export const FeedQuery = graphql(`
  query Feed($text: String, $kinds: [EntryKind!], $filter: SearchFilter) {
    search(text: $text, kinds: $kinds, filter: $filter, sort: NEWEST, first: 50) {
      limited
      nodes {
        __typename
        id
        path
        updatedAt
        title { value language }
        summary { value language }
        ... on Practice { strapline { value language } }
      }
    }
  }
`)
