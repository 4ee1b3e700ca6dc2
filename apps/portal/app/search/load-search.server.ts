import type { Kind } from '@hansa/domain/kind'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { loadNear } from '../comparable/near.server.ts'
import type { VariablesOf } from '../graphql.ts'
import { href } from '../i18n/locale.ts'
import { optionsAtFirst } from '../ui/filter-panel.tsx'
import { SearchQuery } from './search.query.ts'
import { readSearchParams, searchQuery } from './search-params.ts'

const pageSize = 20

/** What the API is asked with. */
export type SearchVariables = VariablesOf<typeof SearchQuery>
type EntryKind = NonNullable<SearchVariables['kinds']>[number]

/** A kind as the API calls it. */
export const entryKindOf = (kind: Kind): EntryKind => kind.toUpperCase().replaceAll('-', '_') as EntryKind

/**
 * Runs the search an address asks for, over all kinds or one. The headers remember the city it is compared to.
 * A page beyond the last redirects to the first page: results may have become fewer since the link was made.
 */
export async function loadSearch({ context, request }: LoaderFunctionArgs, kind: Kind | null) {
  const url = new URL(request.url)
  const { near, headers } = await loadNear(context, request)
  // What is typed and means no city is kept in the field only, not in the addresses of the page.
  const params = { ...readSearchParams(url.searchParams), near: near.city?.slug ?? '' }
  const { search } = await context.execute(SearchQuery, {
    text: params.q || null,
    kinds: kind ? [entryKindOf(kind)] : null,
    filter: params.filters as SearchVariables['filter'],
    sort: params.sort.toUpperCase() as SearchVariables['sort'],
    comparableTo: near.city?.id ?? null,
    first: pageSize,
    offset: (params.page - 1) * pageSize,
    values: params.more.length > 0 ? null : optionsAtFirst,
    map: params.map,
  })
  if (params.page > 1 && search.edges.length === 0)
    throw redirect(`${href(context.locale, url.pathname)}${searchQuery({ ...params, page: 1 })}`)
  // Nobody keeps what is said without the search engine: the whole answer may be there in a moment.
  const own = search.limited ? { ...headers, 'Cache-Control': 'no-store' } : headers
  const pages = Math.ceil(search.totalCount / pageSize)
  return { data: { locale: context.locale, params, kind, near, search, pages }, headers: own }
}

export type SearchData = Awaited<ReturnType<typeof loadSearch>>['data']
