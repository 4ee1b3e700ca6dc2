import { kindNames, kinds } from '@hansa/domain/kind'
import { type LoaderFunctionArgs, type MetaFunction, data as withHeaders } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { notFound } from '../api.server.ts'
import type { RouteHandle } from '../handle.ts'
import { href } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { t } from '../i18n/words.ts'
import { feedPath } from '../news/feed-path.ts'
import { canonicalUrl, pageMeta } from '../page-meta.ts'
import { listWords } from '../search/list-words.ts'
import { loadSearch } from '../search/load-search.server.ts'
import { SearchPage } from '../search/search-page.tsx'

/** The list of a kind is the search narrowed to it, at an address of its own: `/practices`, `/cities`. */
export const handle: RouteHandle = { headerSearch: false }

export async function loader(args: LoaderFunctionArgs) {
  const kind = kindNames.find((name) => kinds[name].path === args.params.list)
  if (!kind) throw notFound()
  const found = await loadSearch(args, kind)
  const canonical = canonicalUrl(args.context, `/${kinds[kind].path}`)
  return withHeaders({ ...found.data, kind, canonical }, { headers: found.headers })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return []
  const { locale, kind, params, canonical } = data
  const title = t(locale, listWords[kind].title)
  const isWhole = params.q === '' && Object.keys(params.filters).length === 0
  return pageMeta(locale, {
    title: params.page > 1 ? t(locale, 'search.titlePage', { title, page: params.page }) : title,
    description: t(locale, listWords[kind].intro),
    canonical,
    feed: href(locale, feedPath(params, kind)),
    noIndex: !isWhole,
  })
}

export default function List() {
  const data = useLoaderData<typeof loader>()
  const { t } = useWords()
  const words = listWords[data.kind]
  return (
    <SearchPage
      data={data}
      path={`/${kinds[data.kind].path}`}
      title={t(words.title)}
      intro={t(words.intro)}
    />
  )
}
