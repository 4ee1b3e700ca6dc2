import { conceptFields, entryPageFields, linkFields, textFields } from '../entry/entry.fields.ts'
import { entryRowFields } from '../entry/entry-row.fields.ts'
import { graphql, type ResultOf } from '../graphql.ts'

/** Everything the page of a visit shows. */
export const VisitPageQuery = graphql(
  `
    query VisitPage($slug: String!) {
      visit(slug: $slug) {
        ...EntryPageFields
        format { ...ConceptFields }
        hostCity { ...LinkFields latitude longitude country { title { ...TextFields } } }
        hostCountry { ...LinkFields }
        hostName
        peerCities { ...LinkFields latitude longitude country { title { ...TextFields } } }
        peerNames
        start
        end
        programme
        network { ...LinkFields }
        framework { ...LinkFields }
        policyAreas { ...ConceptFields }
        question { ...TextFields }
        outcome { ...TextFields }
        recommendations
        practices { ...EntryRowFields }
      }
    }
  `,
  [entryPageFields, conceptFields, linkFields, textFields, entryRowFields],
)

export type VisitPage = NonNullable<ResultOf<typeof VisitPageQuery>['visit']>
