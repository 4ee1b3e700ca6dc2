import { linkFields, sourceFields } from '../entry/entry.fields.ts'
import { graphql, type ResultOf } from '../graphql.ts'

/** The networks a place or organisation belongs, or belonged, to. */
export const membershipFields = graphql(
  `
    fragment MembershipFields on Membership {
      network { ...LinkFields acronym }
      role
      since
      until
      note
      source { ...SourceFields }
    }
  `,
  [linkFields, sourceFields],
)
export type GivenMembership = ResultOf<typeof membershipFields>
