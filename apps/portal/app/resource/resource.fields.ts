import { conceptFields, entryPageFields, linkFields } from '../entry/entry.fields.ts'
import { entryRowFields } from '../entry/entry-row.fields.ts'
import { graphql, type ResultOf } from '../graphql.ts'

/** A publication, tool or website as its page shows it. */
export const resourcePageFields = graphql(
  `
    fragment ResourcePageFields on Resource {
      ...EntryPageFields
      authors
      link
      publisher
      published
      category: type { ...ConceptFields }
      network { ...LinkFields }
      organisation { ...LinkFields }
      policyAreas { ...ConceptFields }
      practices { ...EntryRowFields }
    }
  `,
  [entryPageFields, entryRowFields, linkFields, conceptFields],
)
export type ResourcePage = ResultOf<typeof resourcePageFields>
