import type { KindSearch } from '../search/kind-search.ts'

export const consultativeBodySearch: KindSearch<'consultative-body'> = {
  body: (row) => [row.composition, row.powers],
  date: (row) => row.founded,
}
