import { graphql, type ResultOf } from '../graphql.ts'
import { comparisonFields } from './comparison.fields.ts'

/** What is known of a practice's needs in a city, and how like the practice's own city that city is. */
export const TransferQuery = graphql(
  `query Transfer($slug: String!, $revision: ID, $near: ID!) {
    practice(slug: $slug, revision: $revision) {
      policyAreas { id }
      city { id title { value } comparison(with: $near) { ...ComparisonFields } }
      transferability(city: $near) {
        type
        stated
        verdict
        missing
        precondition { text { value language } minimumPopulation maximumPopulation }
        fact { population populationYear holder policyArea { label { value } } }
      }
    }
  }`,
  [comparisonFields],
)

export type Transfer = NonNullable<ResultOf<typeof TransferQuery>['practice']>
export type TransferCheck = Transfer['transferability'][number]
