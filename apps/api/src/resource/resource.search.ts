import type { KindSearch } from '../search/kind-search.ts'

export const resourceSearch: KindSearch<'resource'> = {
  names: (row) => [...row.authors, row.publisher],
  date: (row) => row.published,
}
