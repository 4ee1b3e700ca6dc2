import { graphql, type ResultOf } from '../graphql.ts'

const remarkFields = graphql(`
  fragment CurationRemark on Remark {
    id
    field
    at
    state
    text
    by { id name }
    suggestion { language text }
    replies { at text by { name } }
  }
`)
export type Remark = ResultOf<typeof remarkFields>

const checkFields = graphql(`
  fragment CurationCheck on Check {
    key
    answer
    note
    label { value language }
    help { value language }
  }
`)
export type Check = ResultOf<typeof checkFields>

const contentFields = graphql(
  `fragment CurationContent on Revision {
    sections {
      key
      fields {
        field { key need }
        value
        isMissing
        isChanged
        remarks { ...CurationRemark }
      }
    }
    named { id path title { value language } }
    diff {
      path
      language
      pieces { kind text }
      added { id title { value language } }
      removed { id title { value language } }
    }
  }`,
  [remarkFields],
)

/** A revision as those see it who review it and decide about it. */
export const RevisionPageQuery = graphql(
  `query CurationRevision($id: ID!) {
    viewer { id }
    revision(id: $id) {
      id
      kind
      entryId
      entryPath
      previewPath
      isNew
      state
      turn
      since
      publishAt
      conflicts
      viewerCan
      title { value language }
      author { name }
      ...CurationContent
      checklist { ...CurationCheck }
      reviews {
        id
        assignedAt
        givenAt
        recommendation
        text
        reviewer { id name }
        answers { ...CurationCheck }
      }
      duplicates { sameCity entry { id path title { value language } } }
      steps { step at reason publishAt by { name } about { name } actingFor { title { value language } } }
    }
  }`,
  [contentFields, checkFields],
)

/** Whether the viewer decides about an entry as a whole, and which entry its id leads to now. */
export const CuratesQuery = graphql(
  `query Curates($entry: ID!) { viewerCan(action: ENTRY_CURATE, entry: $entry) node(id: $entry) { id } }`,
)

export type CuratedRevision = NonNullable<ResultOf<typeof RevisionPageQuery>['revision']>
export type CuratedField = CuratedRevision['sections'][number]['fields'][number]
export type Difference = CuratedRevision['diff'][number]
export type Review = CuratedRevision['reviews'][number]
