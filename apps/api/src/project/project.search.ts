import type { KindSearch } from '../search/kind-search.ts'

export const projectSearch: KindSearch<'project'> = {
  body: (row) => [row.results, row.fundingNote, row.budgetNote],
  titles: (row) => [row.acronym],
  date: (row) => row.start,
}
