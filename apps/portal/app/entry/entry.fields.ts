import { attachmentFields } from '../file/attachment.fields.ts'
import { graphql, type ResultOf } from '../graphql.ts'

/** A text in the language that fits the reader best. */
export const textFields = graphql(`
  fragment TextFields on Text { value language origin }
`)
export type GivenText = ResultOf<typeof textFields>

export const sourceFields = graphql(`
  fragment SourceFields on Source { citation section url accessed }
`)
export type GivenSource = ResultOf<typeof sourceFields>

export const conceptFields = graphql(`fragment ConceptFields on Concept { id key label { ...TextFields } }`, [
  textFields,
])
export type GivenConcept = ResultOf<typeof conceptFields>

/** Another entry that is named and linked: a city, an organisation, a network. */
export const linkFields = graphql(`fragment LinkFields on Entry { id path title { ...TextFields } }`, [
  textFields,
])
export type GivenLink = ResultOf<typeof linkFields>

/** What the page of an entry of any kind shows about the entry as a record. */
export const entryPageFields = graphql(
  `
    fragment EntryPageFields on Entry {
      id
      kind
      slug
      path
      url
      title { ...TextFields }
      summary { ...TextFields }
      told: summary { translations { language } }
      alternativeNames
      contentLanguage
      coverage
      freshness
      licence
      identifiers { scheme value }
      lastConfirmedAt
      confirmationDueAt
      isFeatured
      history { step at name actingFor { title { ...TextFields } path } other { title { ...TextFields } path } }
      updatedAt
      provenance { system id harvested }
      sources { ...SourceFields }
      attachments { ...AttachmentFields }
    }
  `,
  [attachmentFields, textFields, sourceFields],
)
export type EntryPage = ResultOf<typeof entryPageFields>
