import type { KindSearch } from '../search/kind-search.ts'

export const organisationSearch: KindSearch<'organisation'> = { titles: (row) => [row.acronym] }
