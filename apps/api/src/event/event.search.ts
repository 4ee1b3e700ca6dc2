import type { KindSearch } from '../search/kind-search.ts'

export const eventSearch: KindSearch<'event'> = {
  body: (row) => row.agenda.map((point) => point.item),
  names: (row) => [row.venue],
  date: (row) => row.start,
}
