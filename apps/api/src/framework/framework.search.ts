import type { KindSearch } from '../search/kind-search.ts'

export const frameworkSearch: KindSearch<'framework'> = {
  summary: (row) => [row.owner],
  date: (row) => row.adopted,
}
