import { conceptFields, entryPageFields, linkFields, textFields } from '../entry/entry.fields.ts'
import { placeFields } from '../entry/places.ts'
import { graphql, type ResultOf } from '../graphql.ts'

/** A project as its page shows it. */
export const projectPageFields = graphql(
  `
    fragment ProjectPageFields on Project {
      ...EntryPageFields
      acronym
      status
      start
      end
      budget
      currency
      budgetNote
      fundingNote
      fundingSources { ...ConceptFields }
      languages
      website
      results { ...TextFields }
      policyAreas { ...ConceptFields }
      targetGroups { ...ConceptFields }
      leadOrganisation { ...LinkFields }
      partners { organisation { ...LinkFields } role }
      cities { ...PlaceFields }
      countries { ...LinkFields }
    }
  `,
  [entryPageFields, placeFields, linkFields, conceptFields, textFields],
)
export type ProjectPage = ResultOf<typeof projectPageFields>
