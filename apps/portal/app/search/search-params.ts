/** Filters of the search, as they stand in addresses and in the API, in the order in which they are offered. */
export const filterNames = [
  'kind',
  'policyArea',
  'country',
  'citySize',
  'targetGroup',
  'evidence',
  'stage',
  'measureType',
  'governanceLevel',
  'governanceDimension',
  'network',
  'city',
  'freshness',
  'language',
  'year',
] as const
export type FilterName = (typeof filterNames)[number]

export const sorts = ['relevance', 'evidence', 'newest', 'year', 'title', 'population'] as const
export type Sort = (typeof sorts)[number]

/** What an address asks the search for. */
export interface SearchParams {
  readonly q: string
  readonly filters: Readonly<Partial<Record<FilterName, readonly string[]>>>
  readonly sort: Sort
  /** The city to compare to: its slug, or a name as it was typed; empty for none. */
  readonly near: string
  /** 1-based. */
  readonly page: number
  /** Filters of which all values are offered, not only the first. */
  readonly more: readonly FilterName[]
  /** Whether the map is drawn. */
  readonly map: boolean
}

// More makes the query costly and no person ticks so many.
const maxValues = 50
const maxPage = 10_000

/** Reads an address. Whatever cannot be read counts as not said, so that no link is ever broken. */
export function readSearchParams(query: URLSearchParams): SearchParams {
  const filters: Partial<Record<FilterName, readonly string[]>> = {}
  for (const name of filterNames) {
    const values = [...new Set(query.getAll(name).map((value) => value.trim()))].filter(isValue)
    if (values.length > 0) filters[name] = values.slice(0, maxValues)
  }
  const sort = sorts.find((one) => one === query.get('sort')) ?? 'relevance'
  const page = Number(query.get('page') ?? '1')
  return {
    q: (query.get('q') ?? '').trim().slice(0, 500),
    filters,
    sort,
    near: (query.get('near') ?? '').trim().slice(0, 100).trim(),
    page: Number.isInteger(page) && page >= 1 && page <= maxPage ? page : 1,
    more: filterNames.filter((name) => query.getAll('more').includes(name)),
    map: query.get('map') === 'open',
  }
}

const isValue = (value: string): boolean => value !== '' && value.length <= 100

/** The query part of an address, without what is default: `?q=housing&country=SE&page=2`. Empty when all is default. */
export function searchQuery({ q, filters, sort, near, page, more, map }: SearchParams): string {
  const query = new URLSearchParams()
  if (q) query.set('q', q)
  for (const name of filterNames) for (const value of filters[name] ?? []) query.append(name, value)
  if (sort !== 'relevance') query.set('sort', sort)
  if (near) query.set('near', near)
  if (page > 1) query.set('page', String(page))
  for (const name of more) query.append('more', name)
  if (map) query.set('map', 'open')
  const text = query.toString()
  return text ? `?${text}` : ''
}

/** The same search without one value of a filter, from its first page. */
export function withoutValue(params: SearchParams, name: FilterName, value: string): SearchParams {
  const rest = (params.filters[name] ?? []).filter((one) => one !== value)
  return { ...params, filters: { ...params.filters, [name]: rest }, page: 1 }
}

/** The same words without any filter. */
export function withoutFilters(params: SearchParams): SearchParams {
  return { ...params, filters: {}, page: 1 }
}

/** The same search compared to another city, from its first page; an empty slug says that none is wanted any more. */
export function nearQuery(params: SearchParams, slug: string): string {
  const query = new URLSearchParams(searchQuery({ ...params, near: '', page: 1 }))
  query.set('near', slug)
  return `?${query}`
}
