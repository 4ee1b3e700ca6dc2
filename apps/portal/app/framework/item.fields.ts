import { conceptFields, textFields } from '../entry/entry.fields.ts'
import { graphql, type ResultOf } from '../graphql.ts'

/** One item of a framework, without what lies below it. */
export const itemFields = graphql(
  `
    fragment ItemFields on FrameworkItem {
      key
      type
      title { ...TextFields }
      description { ...TextFields }
      policyAreas { ...ConceptFields mappings { scheme notation relation } }
    }
  `,
  [textFields, conceptFields],
)

/** An item with two levels below it: no framework here goes deeper. */
export const itemTreeFields = graphql(
  `
    fragment ItemTreeFields on FrameworkItem {
      ...ItemFields
      children { ...ItemFields children { ...ItemFields } }
    }
  `,
  [itemFields],
)

export type GivenItem = ResultOf<typeof itemFields> & { readonly children?: readonly GivenItem[] }
