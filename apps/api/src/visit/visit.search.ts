import type { KindSearch } from '../search/kind-search.ts'

export const visitSearch: KindSearch<'visit'> = {
  summary: (row) => [row.question],
  body: (row) => [row.outcome, row.programme, ...row.recommendations],
  names: (row) => [row.hostName, ...row.peerNames],
  date: (row) => row.start,
}
