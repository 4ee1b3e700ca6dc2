import { conceptFields, entryPageFields, linkFields } from '../entry/entry.fields.ts'
import { entryRowFields } from '../entry/entry-row.fields.ts'
import { graphql, type ResultOf } from '../graphql.ts'

/** An organisation with everything it leads and takes part in. */
export const organisationPageFields = graphql(
  `
    fragment OrganisationPageFields on Organisation {
      ...EntryPageFields
      acronym
      website
      category: type { ...ConceptFields }
      city { ...LinkFields }
      country { ...LinkFields code }
      practicesLed(first: 100) { totalCount nodes { ...EntryRowFields } }
      practicesPartnered(first: 100) { totalCount nodes { ...EntryRowFields } }
      projectsLed(first: 100) { totalCount nodes { ...EntryRowFields } }
      projectsPartnered(first: 100) { totalCount nodes { ...EntryRowFields } }
      networksRun(first: 100) { totalCount nodes { ...EntryRowFields } }
      frameworks(first: 100) { totalCount nodes { ...EntryRowFields } }
      events(first: 100) { totalCount nodes { ...EntryRowFields } }
      resources(first: 100) { totalCount nodes { ...EntryRowFields } }
      memberships { role since until network { ...LinkFields } }
      commitments { since framework { ...LinkFields } item { key title { value language origin } } }
    }
  `,
  [entryPageFields, entryRowFields, linkFields, conceptFields],
)
export type OrganisationPage = ResultOf<typeof organisationPageFields>
