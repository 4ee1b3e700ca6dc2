import { graphql, type ResultOf } from '../graphql.ts'

/** What the viewer has to do with curating at all. */
export const RolesQuery = graphql(
  `query CurationRoles { curates: viewerCan(action: CURATION_READ) ownReviews { id } }`,
)

export const QueueQuery = graphql(`
  query CurationQueue($filter: QueueFilter, $network: ID, $after: String) {
    curationFigures(network: $network) { states { state count medianDays } overdue published }
    curationQueue(filter: $filter, first: 25, after: $after) {
      totalCount
      nodes {
        id
        kind
        isNew
        state
        turn
        since
        publishAt
        title { value language }
        author { name }
        reviews { id givenAt reviewer { name } }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`)

/** The networks that the viewer curates herself. */
export const OwnNetworksQuery = graphql(`
  query CurationNetworks {
    profile { id affiliations { function confirmedAt entry { __typename id title { value language } } } }
  }
`)

export const OwnReviewsQuery = graphql(`
  query OwnReviews {
    ownReviews {
      id
      assignedAt
      recommendation
      revision { id kind isNew state title { value language } author { name } }
    }
  }
`)

/** One of many to which the same is to be done, by the id of a revision. */
export const BulkRevisionQuery = graphql(
  `query BulkRevision($id: ID!) { revision(id: $id) { id entryId isNew title { value language } } }`,
)

/** The same by the id of an entry. */
export const BulkEntryQuery = graphql(
  `query BulkEntry($id: ID!) { curatedEntry(entry: $id) { id state title { value language } } }`,
)

export const CurateManyMutation = graphql(`
  mutation CurateMany($action: BulkAction!, $ids: [ID!]!, $member: ID, $reason: String) {
    outcome: curateMany(action: $action, ids: $ids, member: $member, reason: $reason) {
      problems { field code message }
      items { id told problems { field code message } }
    }
  }
`)

export const ReviewersQuery = graphql(`
  query ReviewersFor($revision: ID!, $text: String) {
    reviewersFor(revision: $revision, text: $text) { id name openReviews }
  }
`)

export type Queue = ResultOf<typeof QueueQuery>
export type Queued = Queue['curationQueue']['nodes'][number]
export type Candidate = ResultOf<typeof ReviewersQuery>['reviewersFor'][number]
export type OwnReview = ResultOf<typeof OwnReviewsQuery>['ownReviews'][number]

/** What can be done to many at once. */
export const bulkActions = ['ASSIGN', 'FEATURE', 'UNFEATURE', 'ARCHIVE', 'REMIND'] as const
export type BulkAction = (typeof bulkActions)[number]
