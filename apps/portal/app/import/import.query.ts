import { graphql, type ResultOf } from '../graphql.ts'

export const ImportsQuery = graphql(`
  query Imports {
    viewer { isAdministrator }
    importNetworks { id title { value language } }
    imports {
      id kind fileName state rowCount sentAt
      network { title { value language } }
    }
  }
`)

export const ImportQuery = graphql(`
  query Import($id: ID!, $verdict: ImportVerdict, $after: String) {
    import(id: $id) {
      id kind fileName state rowCount done sentAt committedAt undoneAt undoUntil
      network { title { value language } }
      counts { new changed same refused }
      columns { head means example }
      obstacles { row about reason { field code value detail } }
      rows(first: 50, verdict: $verdict, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { row verdict about entryId reasons { field code value detail } }
      }
    }
  }
`)

export const ImportColumnsQuery = graphql(`
  query ImportColumns($kind: TableKind!) {
    importColumns(kind: $kind) { name label rule required byLanguage }
  }
`)

export const MapImportMutation = graphql(`
  mutation MapImport($id: ID!, $mapping: [String!]!) {
    outcome: mapImport(id: $id, mapping: $mapping) { problems { field code } }
  }
`)

export const CheckImportMutation = graphql(
  `mutation CheckImport($id: ID!) { outcome: checkImport(id: $id) { problems { field code } } }`,
)

export const CommitImportMutation = graphql(`
  mutation CommitImport($id: ID!, $publish: Boolean) {
    outcome: commitImport(id: $id, publish: $publish) { problems { field code } }
  }
`)

export const UndoImportMutation = graphql(
  `mutation UndoImport($id: ID!) { outcome: undoImport(id: $id) { problems { field code } } }`,
)

export const DiscardImportMutation = graphql(
  `mutation DiscardImport($id: ID!) { outcome: discardImport(id: $id) { problems { field code } } }`,
)

export type ImportInList = ResultOf<typeof ImportsQuery>['imports'][number]
export type ShownImport = ResultOf<typeof ImportQuery>['import']
export type ImportColumn = ResultOf<typeof ImportColumnsQuery>['importColumns'][number]
export type ImportReason = ShownImport['obstacles'][number]['reason']
export type TableKind = ShownImport['kind']
