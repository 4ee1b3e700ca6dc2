import { graphql, type ResultOf } from '../graphql.ts'

const affiliationFields = graphql(`
  fragment AffiliationFields on Affiliation {
    id
    function
    position
    confirmedAt
    entry { __typename id path title { value language } }
  }
`)

export const AffiliationsQuery = graphql(
  `query Affiliations {
    profile { id affiliations { ...AffiliationFields } }
    affiliationsToDecide { memberId name affiliation { ...AffiliationFields } }
  }`,
  [affiliationFields],
)

export const PeopleAtQuery = graphql(
  `query PeopleAt($entry: ID!) { peopleAt(entry: $entry) { memberId name affiliation { ...AffiliationFields } } }`,
  [affiliationFields],
)

export const PlaceQuery = graphql(
  `query Place($entry: ID!) {
    node(id: $entry) { __typename ... on Entry { id path title { value language } } }
    peopleAt(entry: $entry) { memberId name affiliation { ...AffiliationFields } }
  }`,
  [affiliationFields],
)

/** What a typed name may mean among those one can belong to. */
export const PlacesQuery = graphql(`
  query Places($text: String!) {
    search(text: $text, kinds: [CITY, ORGANISATION, NETWORK], first: 10) {
      nodes { __typename id kind title { value language } }
    }
  }
`)

export const RequestAffiliationMutation = graphql(`
  mutation RequestAffiliation($entry: ID!, $function: AffiliationFunction!, $position: String) {
    outcome: requestAffiliation(entry: $entry, function: $function, position: $position) { problems { field code } }
  }
`)

export const ConfirmMutation = graphql(
  `mutation ConfirmAffiliation($id: ID!) { outcome: confirmAffiliation(id: $id) { problems { field code } } }`,
)

export const RefuseMutation = graphql(
  `mutation RefuseAffiliation($id: ID!) { outcome: refuseAffiliation(id: $id) { problems { field code } } }`,
)

export const EndMutation = graphql(
  `mutation EndAffiliation($id: ID!) { outcome: endAffiliation(id: $id) { problems { field code } } }`,
)

export const HandOverMutation = graphql(
  `mutation HandOver($entry: ID!, $member: ID!) {
    outcome: handOver(entry: $entry, member: $member) { problems { field code } }
  }`,
)

export type Affiliations = ResultOf<typeof AffiliationsQuery>
export type Affiliation = Affiliations['profile']['affiliations'][number]
export type PersonAt = ResultOf<typeof PeopleAtQuery>['peopleAt'][number]
