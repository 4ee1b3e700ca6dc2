import type { KindSearch } from '../search/kind-search.ts'

export const networkSearch: KindSearch<'network'> = {
  summary: (row) => [row.owner],
  body: (row) => [...row.workplan, ...row.memberCounts.map((count) => count.statement)],
  titles: (row) => [row.acronym],
  date: (row) => row.founded,
}
