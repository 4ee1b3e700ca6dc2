import { graphql, type ResultOf } from '../graphql.ts'

const curatedFields = graphql(`
  fragment CuratedFields on CuratedEntry {
    id
    kind
    path
    state
    isFeatured
    lastConfirmedAt
    confirmationDueAt
    title { value language }
  }
`)
export type Curated = ResultOf<typeof curatedFields>

export const EntriesQuery = graphql(
  `query CuratedEntries($filter: CuratedFilter, $after: String) {
    curatedEntries(filter: $filter, first: 25, after: $after) {
      totalCount
      nodes { ...CuratedFields }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  [curatedFields],
)

export const StaleQuery = graphql(
  `query StaleEntries($network: ID, $after: String) {
    staleEntries(network: $network, first: 25, after: $after) {
      totalCount
      nodes { ...CuratedFields }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  [curatedFields],
)

/** One entry, with what its viewer may do with it and what is being written of it. */
export const EntryQuery = graphql(
  `query CuratedEntry($entry: ID!) {
    curatedEntry(entry: $entry) { ...CuratedFields }
    canCurate: viewerCan(action: ENTRY_CURATE, entry: $entry)
    canConfirm: viewerCan(action: ENTRY_CONFIRM, entry: $entry)
    revisionOf(entry: $entry) { id state since }
  }`,
  [curatedFields],
)

export const ConfirmEntryMutation = graphql(`
  mutation ConfirmEntry($entry: ID!) {
    outcome: confirmEntry(entry: $entry) { problems { field code message } }
  }
`)

export const FeatureEntryMutation = graphql(`
  mutation FeatureEntry($entry: ID!, $value: Boolean!) {
    outcome: featureEntry(entry: $entry, value: $value) { problems { field code message } }
  }
`)

export const ArchiveEntryMutation = graphql(`
  mutation ArchiveEntry($entry: ID!, $reason: String!) {
    outcome: archiveEntry(entry: $entry, reason: $reason) { problems { field code message } }
  }
`)

export const RestoreEntryMutation = graphql(`
  mutation RestoreEntry($entry: ID!) {
    outcome: restoreEntry(entry: $entry) { problems { field code message } }
  }
`)

export const MergeEntriesMutation = graphql(`
  mutation MergeEntries($from: ID!, $into: ID!) {
    outcome: mergeEntries(from: $from, into: $into) { problems { field code message } entry { id } }
  }
`)
