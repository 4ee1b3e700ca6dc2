import { graphql, type ResultOf } from '../graphql.ts'

/** A feature of two cities with what is known of both. */
export const comparedFeatureFields = graphql(`
  fragment ComparedFeatureFields on ComparedFeature {
    name
    distance
    known
    own { number year codes policyArea { id label { value } } holders { holder policyArea { id label { value } } } }
    other { number year codes policyArea { id label { value } } holders { holder policyArea { id label { value } } } }
  }
`)

/** How like the city of an entry is to the chosen one. */
export const comparisonFields = graphql(
  `
    fragment ComparisonFields on Comparison {
      score
      confidence
      city { id slug title { value } country { code } }
      features { ...ComparedFeatureFields }
    }
  `,
  [comparedFeatureFields],
)

export type ComparedFeature = ResultOf<typeof comparedFeatureFields>
export type GivenComparison = ResultOf<typeof comparisonFields>
export type FeatureValue = NonNullable<ComparedFeature['own']>
