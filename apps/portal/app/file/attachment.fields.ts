import { graphql, type ResultOf } from '../graphql.ts'

/** An image or PDF as it is shown. The fields of every entry's page are made of it, so it takes no fragment from there. */
export const attachmentFields = graphql(`
  fragment AttachmentFields on Attachment {
    id
    kind
    name
    bytes
    width
    height
    alternativeText { value language origin }
    caption { value language origin }
    rightsHolder
    licence
    path
    images { width path }
  }
`)

export type Attachment = ResultOf<typeof attachmentFields>
