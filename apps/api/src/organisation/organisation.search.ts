import type { KindSearch } from '../search/kind-search.ts'

export const organisationSearch: KindSearch<'organisation'> = { identifiers: (row) => [row.acronym] }
