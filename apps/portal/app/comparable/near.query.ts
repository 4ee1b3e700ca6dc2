import { graphql, type ResultOf } from '../graphql.ts'

const namedCityFields = graphql(`
  fragment NamedCityFields on City { __typename id slug title { value } region population country { code title { value } } }
`)

/** The chosen city. */
export const NearCityQuery = graphql(
  `query NearCity($slug: String!) { city(slug: $slug) { ...NamedCityFields } }`,
  [namedCityFields],
)

/** Cities that a typed name may mean. */
export const NearSearchQuery = graphql(
  `query NearSearch($text: String!) {
    search(text: $text, kinds: [CITY], first: 100) {
      edges {
        reasons { code }
        node {
          __typename
          ... on City { ...NamedCityFields alternativeNames title { translations { value } } }
        }
      }
    }
  }`,
  [namedCityFields],
)

/** Cities offered by name: the largest of those of which more is told than that they are there. */
export const NearNamesQuery = graphql(
  `query NearNames { search(kinds: [CITY], filter: { coverage: ["full", "short"] }, sort: POPULATION, first: 24) { nodes { __typename ... on City { ...NamedCityFields } } } }`,
  [namedCityFields],
)

export type NamedCity = ResultOf<typeof namedCityFields>
