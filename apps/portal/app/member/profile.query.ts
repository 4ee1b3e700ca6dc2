import { graphql, type ResultOf } from '../graphql.ts'

const profileFields = graphql(`
  fragment ProfileFields on Profile {
    id
    name
    position
    languages { language level }
    policyAreas { id }
    components { id }
    offers
    visibility { name position affiliations languages expertise offers }
    hasConsented
  }
`)

export const ProfileQuery = graphql(`query Profile { profile { ...ProfileFields } }`, [profileFields])

/** What the form offers beside the profile itself; the same for everybody. */
export const ProfileChoicesQuery = graphql(`
  query ProfileChoices {
    consentText { version text { value language } }
    conceptScheme(key: "policy-area") { concepts { id label { value } } }
    components(first: 100) { nodes { id title { value } } }
  }
`)

export const SaveProfileMutation = graphql(`
  mutation SaveProfile(
    $name: String!
    $position: String!
    $languages: [SpokenLanguageInput!]!
    $expertise: [ID!]!
    $offers: [MemberOffer!]!
    $visibility: ProfileVisibilityInput!
    $consent: ConsentInput
  ) {
    outcome: saveProfile(
      name: $name
      position: $position
      languages: $languages
      expertise: $expertise
      offers: $offers
      visibility: $visibility
      consent: $consent
    ) { problems { field code } }
  }
`)

export const WithdrawConsentMutation = graphql(
  `mutation WithdrawConsent { outcome: withdrawConsent { problems { field code } } }`,
)

export const OwnDataQuery = graphql(`query OwnData { profile { data } }`)

export const EraseMutation = graphql(
  `mutation Erase($id: ID!) { outcome: eraseMember(id: $id) { problems { field code } } }`,
)

export type Profile = ResultOf<typeof ProfileQuery>['profile']
export type ProfileChoices = ResultOf<typeof ProfileChoicesQuery>
