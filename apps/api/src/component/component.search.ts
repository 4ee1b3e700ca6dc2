import type { KindSearch } from '../search/kind-search.ts'

export const componentSearch: KindSearch<'component'> = {
  summary: (row) => [row.whatItDoes],
  body: (row) => [row.enablingConditions, row.lessons],
}
