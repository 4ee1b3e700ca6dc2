import { textFields } from '../entry/entry.fields.ts'
import { graphql, type ResultOf } from '../graphql.ts'

/** An image or PDF as it is shown. */
export const attachmentFields = graphql(
  `fragment AttachmentFields on Attachment {
    id
    kind
    name
    bytes
    width
    height
    alternativeText { ...TextFields }
    caption { ...TextFields }
    rightsHolder
    licence
    path
    images { width path }
  }`,
  [textFields],
)

export type Attachment = ResultOf<typeof attachmentFields>
