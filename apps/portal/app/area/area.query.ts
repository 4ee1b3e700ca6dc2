import { entryRowFields } from '../entry/entry-row.fields.ts'
import { graphql } from '../graphql.ts'

/** A policy area with the first entries of the kinds people look for in it. */
export const AreaQuery = graphql(
  `query Area($id: ID!, $key: [String!]!) {
    concept(id: $id) {
      key
      label { value }
      labels { value language }
      definition
      synonyms { language words }
      mappings { relation scheme notation label url }
      frameworkItems { key title { value } framework { title { value } path } }
    }
    practices: search(kinds: [PRACTICE], filter: { policyArea: $key }, first: 6) {
      totalCount
      nodes { ...EntryRowFields }
      points { name { value } latitude longitude count slug }
    }
    components: search(kinds: [COMPONENT], filter: { policyArea: $key }, first: 6) {
      totalCount
      nodes { ...EntryRowFields }
    }
    projects: search(kinds: [PROJECT], filter: { policyArea: $key }, first: 4) {
      totalCount
      nodes { ...EntryRowFields }
    }
  }`,
  [entryRowFields],
)
