import { graphql, type ResultOf } from '../graphql.ts'
import { attachmentFields } from './attachment.fields.ts'

/** What an entry is called whose files are changed, and what is being written of it. */
export const FilesEntryQuery = graphql(`
  query FilesEntry($entry: ID!) {
    node(id: $entry) { id ... on Entry { path contentLanguage title { value language } } }
    revisionOf(entry: $entry) { id viewerCan title { value language } }
  }
`)

/** The id of a practice, whose files once had an address with its slug. */
export const PracticeIdQuery = graphql(`query PracticeId($slug: String!) { practice(slug: $slug) { id } }`)

export const AttachmentsAtQuery = graphql(
  `query AttachmentsAt($entry: ID!, $language: String!) {
    viewerCan(action: FILE_CHANGE, entry: $entry)
    attachmentsAt(entry: $entry) {
      state
      attachment {
        ...AttachmentFields
        ownText: alternativeText(language: $language) { value language }
        ownCaption: caption(language: $language) { value language }
      }
    }
  }`,
  [attachmentFields],
)

/** Whether whoever asks may change what an entry shows. */
export const KeepsFilesQuery = graphql(
  `query KeepsFiles($entry: ID!) { viewerCan(action: FILE_CHANGE, entry: $entry) }`,
)

export const SaveAttachmentMutation = graphql(`
  mutation SaveAttachment(
    $id: ID!, $language: String!, $alternativeText: String!, $caption: String, $rightsHolder: String!, $licence: String!
  ) {
    outcome: saveAttachment(
      id: $id, language: $language, alternativeText: $alternativeText, caption: $caption, rightsHolder: $rightsHolder,
      licence: $licence
    ) { problems { field code } }
  }
`)

export const RemoveAttachmentMutation = graphql(
  `mutation RemoveAttachment($id: ID!) { outcome: removeAttachment(id: $id) { problems { field code } } }`,
)

/** An attachment with its texts in the language that is being written. */
export type AttachmentAt = ResultOf<typeof AttachmentsAtQuery>['attachmentsAt'][number]
