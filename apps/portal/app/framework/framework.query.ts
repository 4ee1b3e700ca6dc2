import {
  conceptFields,
  entryPageFields,
  linkFields,
  sourceFields,
  textFields,
} from '../entry/entry.fields.ts'
import { entryRowFields } from '../entry/entry-row.fields.ts'
import { graphql, type ResultOf } from '../graphql.ts'
import { assessmentFields } from './framework.fields.ts'
import { itemTreeFields } from './item.fields.ts'

/** Everything the page of a framework shows. */
export const FrameworkPageQuery = graphql(
  `
    query FrameworkPage($slug: String!) {
      framework(slug: $slug) {
        ...EntryPageFields
        type { ...ConceptFields }
        owner
        network { ...LinkFields }
        organisation { ...LinkFields }
        adopted
        ended
        itemCount
        items { ...ItemTreeFields }
        assessments { ...AssessmentFields }
        commitments {
          status
          since
          note
          item { key title { ...TextFields } }
          source { ...SourceFields }
          subject { __typename ...LinkFields ... on City { country { ...LinkFields } } }
        }
        visits(first: 50) { nodes { ...EntryRowFields } }
      }
    }
  `,
  [
    entryPageFields,
    conceptFields,
    linkFields,
    sourceFields,
    textFields,
    itemTreeFields,
    assessmentFields,
    entryRowFields,
  ],
)

export type FrameworkPage = NonNullable<ResultOf<typeof FrameworkPageQuery>['framework']>
