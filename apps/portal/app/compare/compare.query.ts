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
        contentLanguage
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
        region
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

/** How like the cities of these practices are to one, and what of their needs is known to be met there. */
export const ComparePracticesQuery = graphql(
  `query ComparePractices($ids: [ID!]!, $near: ID!) {
    nodes(ids: $ids) {
      __typename
      ... on Practice {
        id
        policyAreas { id }
        city { id comparison(with: $near) { ...ComparisonFields } }
        transferability(city: $near) {
          verdict
          precondition { text { ...TextFields } }
          fact { policyArea { label { ...TextFields } } }
        }
      }
    }
  }`,
  [comparisonFields, textFields],
)

type Compared = NonNullable<ResultOf<typeof CompareQuery>['nodes'][number]>
export type ComparedPractice = Extract<Compared, { __typename: 'Practice' }>
export type ComparedCity = Extract<Compared, { __typename: 'City' }>

type Transferred = Extract<
  NonNullable<ResultOf<typeof ComparePracticesQuery>['nodes'][number]>,
  { __typename: 'Practice' }
>

/** What is known of practices in the reader's city, by practice. */
export type TransferById = Readonly<Record<string, Transferred>>

/** How like a city is to the first one compared; that one is not named. */
export type ComparisonById = Readonly<Record<string, GivenComparison>>
