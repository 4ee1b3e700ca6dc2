import {
  conceptFields,
  entryPageFields,
  linkFields,
  sourceFields,
  textFields,
} from '../entry/entry.fields.ts'
import { entryRowFields } from '../entry/entry-row.fields.ts'
import { commitmentFields } from '../framework/framework.fields.ts'
import { graphql, type ResultOf } from '../graphql.ts'
import { membershipFields } from './membership.fields.ts'

/** One member of a network, with where it is. */
export const memberFields = graphql(
  `
    fragment MemberFields on Membership {
      role
      since
      until
      note
      source { ...SourceFields }
      member {
        __typename
        ...LinkFields
        ... on City { latitude longitude country { ...LinkFields } }
        ... on Organisation { seat: country { ...LinkFields } }
      }
    }
  `,
  [sourceFields, linkFields],
)
export type GivenMember = ResultOf<typeof memberFields>

/** Everything the page of a network shows. */
export const NetworkPageQuery = graphql(
  `
    query NetworkPage($slug: String!, $revision: ID) {
      network(slug: $slug, revision: $revision) {
        ...EntryPageFields
        acronym
        type { ...ConceptFields }
        scope { ...ConceptFields }
        parent { ...LinkFields }
        secretariat { ...LinkFields }
        country { ...LinkFields }
        owner
        founded
        ended
        website
        workplan
        memberCounts { statement asOf url }
        members { ...MemberFields }
        memberships { ...MembershipFields }
        commitments { ...CommitmentFields }
        branches(first: 100) { nodes { ...LinkFields country { title { ...TextFields } } } }
        frameworks(first: 20) {
          nodes {
            ...LinkFields
            summary { ...TextFields }
            items { key title { ...TextFields } children { key title { ...TextFields } } }
          }
        }
        practices(first: 30) { totalCount nodes { ...EntryRowFields } }
        visits(first: 50) { nodes { ...EntryRowFields } }
        events(first: 50) { nodes { ...EntryRowFields } }
        resources(first: 50) { nodes { ...EntryRowFields } }
      }
    }
  `,
  [
    entryPageFields,
    conceptFields,
    linkFields,
    textFields,
    memberFields,
    membershipFields,
    commitmentFields,
    entryRowFields,
  ],
)

export type NetworkPage = NonNullable<ResultOf<typeof NetworkPageQuery>['network']>
