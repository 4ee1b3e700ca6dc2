import { conceptFields, entryPageFields, linkFields, textFields } from '../entry/entry.fields.ts'
import { graphql, type ResultOf } from '../graphql.ts'

/** Everything the page of an event shows. */
export const EventPageQuery = graphql(
  `
    query EventPage($slug: String!, $revision: ID) {
      event(slug: $slug, revision: $revision) {
        ...EntryPageFields
        format { ...ConceptFields }
        start
        end
        startTime
        endTime
        venue
        city { ...LinkFields latitude longitude country { title { ...TextFields } } }
        organiser { ...LinkFields }
        network { ...LinkFields }
        cities { ...LinkFields }
        policyAreas { ...ConceptFields }
        agenda { time item }
        website
      }
    }
  `,
  [entryPageFields, conceptFields, linkFields, textFields],
)

export type EventPage = NonNullable<ResultOf<typeof EventPageQuery>['event']>
