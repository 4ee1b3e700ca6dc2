import type { KindSearch } from '../search/kind-search.ts'

export const citySearch: KindSearch<'city'> = {
  names: (row) => [row.region],
  population: (row) => row.population,
  place: (row) => row,
}
