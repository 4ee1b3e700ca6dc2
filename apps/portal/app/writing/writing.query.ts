import { graphql, type ResultOf } from '../graphql.ts'

const headFields = graphql(`
  fragment RevisionHead on Revision {
    id
    kind
    entryId
    entryPath
    isNew
    state
    turn
    version
    since
    updatedAt
    publishAt
    viewerCan
    title { value language }
  }
`)
export type RevisionHead = ResultOf<typeof headFields>

const remarkFields = graphql(`
  fragment RemarkFields on Remark {
    id
    field
    at
    state
    text
    by { name }
    suggestion { language text }
    replies { at text by { name } }
  }
`)
export type Remark = ResultOf<typeof remarkFields>

const contentFields = graphql(
  `fragment RevisionContent on Revision {
    sections {
      key
      isComplete
      isEmpty
      fields {
        field { key }
        value
        isMissing
        isChanged
        problems { field code message }
        remarks { ...RemarkFields }
      }
    }
    named { id path title { value language } }
  }`,
  [remarkFields],
)

/** What somebody writes. */
export const WritingQuery = graphql(
  `query Writing($after: String) {
    ownWriting(first: 20, after: $after) {
      totalCount
      nodes { ...RevisionHead }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  [headFields],
)

/** Everything about a revision but what stands beside it. */
export const RevisionQuery = graphql(
  `query WritingRevision($id: ID!) { revision(id: $id) { ...RevisionHead ...RevisionContent } }`,
  [headFields, contentFields],
)

/** A revision with its way so far. */
export const TaskQuery = graphql(
  `query WritingTask($id: ID!) {
    revision(id: $id) {
      ...RevisionHead
      ...RevisionContent
      previewPath
      conflicts
      writers { id name }
      steps { step at reason publishAt by { name } about { name } actingFor { title { value language } } }
    }
  }`,
  [headFields, contentFields],
)

/** A revision as it would be submitted, beside what is like it. */
export const CheckQuery = graphql(
  `query WritingCheck($id: ID!) {
    revision(id: $id) {
      ...RevisionHead
      ...RevisionContent
      previewPath
      problems { field code message }
      duplicates { sameCity entry { id path title { value language } } }
    }
  }`,
  [headFields, contentFields],
)

export const TranslationQuery = graphql(
  `query WritingTranslation($id: ID!, $language: String!) {
    revision(id: $id) {
      ...RevisionHead
      sections { key fields { field { key } value } }
      texts(language: $language) { path isHuman translation source { value language origin } }
    }
  }`,
  [headFields],
)

/** The kind of a revision: all that is needed to read a form of it. */
export const KindQuery = graphql(`query WritingKind($id: ID!) { revision(id: $id) { id kind } }`)

/** The concepts of a scheme to choose from; the same for everybody. */
export const SchemeQuery = graphql(`
  query WritingScheme($key: String!) { conceptScheme(key: $key) { concepts { id label { value language } } } }
`)

/** Entries that may be meant by some words. */
export const FindQuery = graphql(`
  query WritingFind($text: String!, $kinds: [EntryKind!]) {
    search(text: $text, kinds: $kinds, first: 8) {
      nodes {
        __typename
        ... on Entry { id kind title { value language } }
        ... on City { region country { title { value } } }
        ... on Organisation { city { title { value } } }
        ... on Practice { city { title { value } } }
      }
    }
  }
`)

/** What she writes herself and nobody has published: she may name it before others can. */
export const FindDraftsQuery = graphql(`
  query WritingFindDrafts($text: String!, $kind: WrittenKind!, $states: [RevisionState!]) {
    ownWriting(states: $states, kind: $kind, text: $text, first: 8) {
      nodes { isNew entryId title { value language } }
    }
  }
`)

/** Entries by their ids, to name what was chosen and is not saved yet. */
export const TitlesQuery = graphql(`
  query WritingTitles($ids: [ID!]!) { nodes(ids: $ids) { id ... on Entry { path title { value language } } } }
`)

/** What is known of an entry before somebody improves it. */
export const ImproveQuery = graphql(
  `query WritingImprove($entry: ID!) {
    node(id: $entry) { id ... on Entry { path kind title { value language } } }
    revisionOf(entry: $entry) { ...RevisionHead }
    viewerCan(action: REVISION_START, entry: $entry)
  }`,
  [headFields],
)

/** The same for a visitor, who has nothing under way. */
export const ImproveEntryQuery = graphql(`
  query WritingImproveEntry($entry: ID!) {
    node(id: $entry) { id ... on Entry { path kind title { value language } } }
  }
`)

export const StartMutation = graphql(`
  mutation StartEntry($kind: WrittenKind!, $values: String!) {
    outcome: startEntry(kind: $kind, values: $values) { problems { field code message } revision { id } }
  }
`)

export const ImproveMutation = graphql(`
  mutation ImproveEntry($entry: ID!) {
    outcome: improveEntry(entry: $entry) { problems { field code message } revision { id } }
  }
`)

export const SaveMutation = graphql(`
  mutation SaveRevision($id: ID!, $version: Int!, $values: String!) {
    outcome: saveRevision(id: $id, version: $version, values: $values) {
      problems { field code message }
      clashes { field at by { name } }
      revision { id version }
    }
  }
`)

export const SaveTranslationMutation = graphql(`
  mutation SaveTranslation($id: ID!, $version: Int!, $language: String!, $texts: [TranslatedTextInput!]!) {
    outcome: saveTranslation(id: $id, version: $version, language: $language, texts: $texts) {
      problems { field code message }
      clashes { field at theirs by { name } }
    }
  }
`)

export const SubmitRevisionMutation = graphql(`
  mutation SubmitRevision($id: ID!, $reason: String) {
    outcome: submitRevision(id: $id, reason: $reason) { problems { field code message } }
  }
`)

export const WithdrawMutation = graphql(`
  mutation WithdrawRevision($id: ID!, $reason: String) {
    outcome: withdrawRevision(id: $id, reason: $reason) { problems { field code message } }
  }
`)

export const BringUpToDateMutation = graphql(`
  mutation BringUpToDate($id: ID!, $version: Int!, $theirs: [String!]!) {
    outcome: bringUpToDate(id: $id, version: $version, theirs: $theirs) { problems { field code message } }
  }
`)

export const AcceptSuggestionMutation = graphql(`
  mutation AcceptSuggestion($id: ID!) {
    outcome: acceptSuggestion(id: $id) { problems { field code message } }
  }
`)

export const ReplyMutation = graphql(`
  mutation ReplyToRemark($id: ID!, $text: String!) {
    outcome: replyToRemark(id: $id, text: $text) { problems { field code message } }
  }
`)

export type Revision = NonNullable<ResultOf<typeof RevisionQuery>['revision']>
export type RevisionSection = Revision['sections'][number]
export type RevisionField = RevisionSection['fields'][number]
export type Task = NonNullable<ResultOf<typeof TaskQuery>['revision']>
export type Checked = NonNullable<ResultOf<typeof CheckQuery>['revision']>
export type Translated = NonNullable<ResultOf<typeof TranslationQuery>['revision']>
export type NamedThing = Revision['named'][number]
export type ApiProblem = RevisionField['problems'][number]
export type Writing = ResultOf<typeof WritingQuery>
