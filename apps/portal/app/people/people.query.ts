import { graphql, type ResultOf } from '../graphql.ts'

export const PeopleQuery = graphql(`
  query People($text: String, $after: String) {
    viewer { id }
    people(text: $text, after: $after, first: 50) {
      totalCount
      nodes { id name email state isAdministrator joinedAt affiliationCount }
      pageInfo { hasNextPage endCursor }
    }
  }
`)

export const SuspendMutation = graphql(
  `mutation Suspend($id: ID!) { outcome: suspendMember(id: $id) { problems { field code } } }`,
)

export const RestoreMutation = graphql(
  `mutation Restore($id: ID!) { outcome: restoreMember(id: $id) { problems { field code } } }`,
)

export const SetAdministratorMutation = graphql(
  `mutation SetAdministrator($id: ID!, $value: Boolean!) {
    outcome: setAdministrator(id: $id, value: $value) { problems { field code } }
  }`,
)

export const TrailQuery = graphql(`
  query Trail($filter: AuditFilter, $after: String) {
    auditTrail(filter: $filter, after: $after, first: 50) {
      totalCount
      nodes { id at actor actorName byFormerMember action subjectId memberId before after network device }
      pageInfo { hasNextPage endCursor }
    }
  }
`)

export const TrailTableQuery = graphql(
  `query TrailTable($filter: AuditFilter) { auditTable(filter: $filter) }`,
)

export type Person = ResultOf<typeof PeopleQuery>['people']['nodes'][number]
export type TrailRecord = ResultOf<typeof TrailQuery>['auditTrail']['nodes'][number]
