import { graphql, type ResultOf } from '../graphql.ts'

const memberFields = graphql(`
  fragment MemberFields on Member {
    id
    path
    name
    position
    languages { language level }
    policyAreas { id label { value } }
    components { id path title { value language } }
    offers
    affiliations { id function position confirmedAt entry { __typename id path title { value language } } }
  }
`)

export const DirectoryQuery = graphql(
  `query Directory($filter: DirectoryFilter, $after: String) {
    directory(filter: $filter, after: $after, first: 20) {
      totalCount
      nodes { ...MemberFields }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  [memberFields],
)

/** What the form offers; the same for everybody. */
export const DirectoryChoicesQuery = graphql(`
  query DirectoryChoices {
    conceptScheme(key: "policy-area") { concepts { id label { value } } }
    networks(first: 100) { nodes { id title { value } } }
  }
`)

/** The city a typed name means. */
export const NamedCityQuery = graphql(`
  query DirectoryCity($text: String!) {
    search(text: $text, kinds: [CITY], first: 1) { nodes { __typename id title { value } } }
  }
`)

export const MemberQuery = graphql(
  `query Member($id: ID!) {
    member(id: $id) { ...MemberFields }
    canContact: viewerCan(action: MEMBER_CONTACT, member: $id)
  }`,
  [memberFields],
)

export const ContactMutation = graphql(
  `mutation Contact($member: ID!, $message: String!) {
    outcome: contactMember(member: $member, message: $message) { problems { field code } }
  }`,
)

export type Member = NonNullable<ResultOf<typeof MemberQuery>['member']>
export type DirectoryChoices = ResultOf<typeof DirectoryChoicesQuery>
