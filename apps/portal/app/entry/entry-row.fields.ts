import { graphql, type ResultOf } from '../graphql.ts'
import { textFields } from './entry.fields.ts'

/** What a row in a list says about an entry of any kind. */
export const entryRowFields = graphql(
  `
    fragment EntryRowFields on Entry {
      __typename
      id
      kind
      path
      coverage
      freshness
      title { ...TextFields }
      summary { ...TextFields }
      ... on Practice {
        strapline { ...TextFields }
        evidenceLevel
        stage
        start
        end
        territory
        city { title { ...TextFields } }
        country { title { ...TextFields } }
      }
      ... on City {
        region
        population
        country { title { ...TextFields } }
      }
      ... on Organisation {
        category: type { label { ...TextFields } }
        city { title { ...TextFields } }
        country { title { ...TextFields } }
      }
      ... on Network {
        category: type { label { ...TextFields } }
        country { title { ...TextFields } }
        founded
        ended
      }
      ... on Framework {
        category: type { label { ...TextFields } }
        owner
        adopted
      }
      ... on Component {
        category: measureType { label { ...TextFields } }
        practices { totalCount }
      }
      ... on Project {
        status
        start
        end
        leadOrganisation { title { ...TextFields } }
        countries { title { ...TextFields } }
      }
      ... on Visit {
        category: format { label { ...TextFields } }
        hostCity { title { ...TextFields } }
        hostCountry { title { ...TextFields } }
        hostName
        start
        end
      }
      ... on Event {
        category: format { label { ...TextFields } }
        city { title { ...TextFields } }
        start
        end
      }
      ... on Resource {
        category: type { label { ...TextFields } }
        publisher
        published
      }
      ... on ConsultativeBody {
        category: type { label { ...TextFields } }
        city { title { ...TextFields } }
        country { title { ...TextFields } }
        founded
        ended
      }
    }
  `,
  [textFields],
)
export type EntryInList = ResultOf<typeof entryRowFields>
