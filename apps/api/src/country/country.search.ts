import type { KindSearch } from '../search/kind-search.ts'

export const countrySearch: KindSearch<'country'> = { identifiers: (row) => [row.code], place: (row) => row }
