import { type Kind, kindNames, kinds } from '@hansa/domain/kind'
import { sorts } from '../search/search.service.ts'
import { filterNames } from '../search/search-filter.ts'
import type { WholeSearch } from '../search/search-ids.ts'
import type { TableFormat } from './table-answer.ts'

const years = ['yearFrom', 'yearTo'] as const

/** The path that gives everything a search finds as a table: `/tables/entries.csv?kinds=practice&policyArea=housing`. */
export const exportPath = (format: TableFormat, { text, kinds: only, filter, sort }: WholeSearch): string => {
  const query = new URLSearchParams()
  if (text) query.set('text', text)
  for (const kind of only ?? []) query.append('kinds', kind)
  for (const name of filterNames) for (const value of filter?.[name] ?? []) query.append(name, value)
  for (const name of years) if (filter?.[name] != null) query.set(name, String(filter[name]))
  if (sort && sort !== 'relevance') query.set('sort', sort)
  return `/tables/entries.${format}${query.size > 0 ? `?${query}` : ''}`
}

const isKind = (name: string): name is Kind => (kindNames as readonly string[]).includes(name)

/** The search that such a path names. What it names and is none is left out, as a filter that nothing has. */
export const exportedSearch = (query: URLSearchParams): WholeSearch => {
  const filter = Object.fromEntries(filterNames.map((name) => [name, query.getAll(name)]))
  const year = Object.fromEntries(
    years.flatMap((name) => {
      const given = query.get(name)
      return given !== null && /^\d{1,4}$/.test(given) ? [[name, Number(given)]] : []
    }),
  )
  const sort = Object.keys(sorts).find((each) => each === query.get('sort'))
  return {
    text: query.get('text'),
    kinds: query.getAll('kinds').filter(isKind),
    filter: { ...filter, ...year },
    sort: sort as WholeSearch['sort'],
  }
}

/** What a file of entries is called: `hansa-practices-2026-11-29`. */
export const exportName = (only: readonly Kind[], today: Date): string => {
  const [kind, ...others] = only
  const what = kind && others.length === 0 ? kinds[kind].path : 'entries'
  return `hansa-${what}-${today.toISOString().slice(0, 10)}`
}
