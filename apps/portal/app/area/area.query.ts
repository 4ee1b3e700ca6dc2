import { entryRowFields } from '../entry/entry-row.fields.ts'
import { graphql } from '../graphql.ts'

/** A policy area with the first entries of the kinds people look for in it. */
export const AreaQuery = graphql(
  `query Area($id: ID!, $key: [String!]!) {
    concept(id: $id) {
      key
      label { value language }
      labels { value language }
      definition
      synonyms { language words }
      mappings { relation scheme notation label url }
      frameworkItems { key title { value language } framework { title { value language } path } }
    }
    practices: search(kinds: [PRACTICE], filter: { policyArea: $key }, first: 6) {
      totalCount
      nodes { ...EntryRowFields }
      points { name { value language } latitude longitude count slug }
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
