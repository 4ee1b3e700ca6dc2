import { conceptFields, entryPageFields, linkFields, textFields } from '../entry/entry.fields.ts'
import { entryRowFields } from '../entry/entry-row.fields.ts'
import { graphql, type ResultOf } from '../graphql.ts'

/** Everything the page of a consultative body shows. */
export const ConsultativeBodyPageQuery = graphql(
  `
    query ConsultativeBodyPage($slug: String!) {
      consultativeBody(slug: $slug) {
        ...EntryPageFields
        type { ...ConceptFields }
        attributes { ...ConceptFields }
        governanceLevel { ...ConceptFields }
        city {
          ...LinkFields
          latitude
          longitude
          consultativeBodies(first: 20) { nodes { ...EntryRowFields } }
        }
        country { ...LinkFields }
        composition { ...TextFields }
        powers { ...TextFields }
        founded
        ended
      }
    }
  `,
  [entryPageFields, conceptFields, linkFields, textFields, entryRowFields],
)

export type ConsultativeBodyPage = NonNullable<ResultOf<typeof ConsultativeBodyPageQuery>['consultativeBody']>
