import { comparisonFields, type GivenComparison } from '../comparable/comparison.fields.ts'
import { conceptFields, linkFields, textFields } from '../entry/entry.fields.ts'
import { graphql, type ResultOf } from '../graphql.ts'

/** What two to four practices, or cities, are compared by. */
export const CompareQuery = graphql(
  `query Compare($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      id
      ... on Practice {
        path
        title { ...TextFields }
        strapline { ...TextFields }
        city { ...LinkFields population }
        country { ...LinkFields }
        leadOrganisation { ...LinkFields }
        evidenceLevel
        freshness
        stage
        start
        end
        policyAreas { ...ConceptFields }
        targetGroups { ...ConceptFields }
        measureTypes { ...ConceptFields }
        governanceLevel { ...ConceptFields }
        participationLevel { ...ConceptFields }
        budgetNote
        fundingSources { ...ConceptFields }
        challenge { ...TextFields }
        objectives { ...TextFields }
        components { ...LinkFields }
        difficulties { ...TextFields }
        successFactors { ...TextFields }
        results { indicator { ...TextFields } value date }
        preconditions { text { ...TextFields } }
      }
      ... on City {
        path
        title { ...TextFields }
        country { ...LinkFields code governanceType competences { holder policyArea { ...ConceptFields } } }
        population
        populationYear
        languages
        figures { indicator { ...ConceptFields } value text unit year source { citation } }
        competences { holder policyArea { ...ConceptFields } }
        memberships { network { ...LinkFields } until }
        commitments { framework { ...LinkFields } }
        consultativeBodies(first: 10) { nodes { ...LinkFields } }
        practices(first: 5) { totalCount nodes { ...LinkFields } }
      }
    }
  }`,
  [conceptFields, linkFields, textFields],
)

/** How like each of these cities is to one. */
export const CompareCitiesQuery = graphql(
  `query CompareCities($ids: [ID!]!, $with: ID!) {
    nodes(ids: $ids) { __typename ... on City { id comparison(with: $with) { ...ComparisonFields } } }
  }`,
  [comparisonFields],
)

type Compared = NonNullable<ResultOf<typeof CompareQuery>['nodes'][number]>
export type ComparedPractice = Extract<Compared, { __typename: 'Practice' }>
export type ComparedCity = Extract<Compared, { __typename: 'City' }>

/** How like a city is to the first one compared; null for that one. */
export type ComparisonById = Readonly<Record<string, GivenComparison>>
