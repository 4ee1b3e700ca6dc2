import { type LoaderFunctionArgs, type MetaFunction, data as withHeaders } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { RouteHandle } from '../handle.ts'
import { href } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { t } from '../i18n/words.ts'
import { feedPath } from '../news/feed-path.ts'
import { pageMeta } from '../page-meta.ts'
import { loadSearch } from '../search/load-search.server.ts'
import { SearchPage } from '../search/search-page.tsx'

export const handle: RouteHandle = { headerSearch: false }

export async function loader(args: LoaderFunctionArgs) {
  const found = await loadSearch(args, null)
  return withHeaders(found.data, { headers: found.headers })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return []
  const { locale, params } = data
  const title = params.q ? t(locale, 'search.titleFor', { q: params.q }) : t(locale, 'search.title')
  return pageMeta(locale, {
    title: params.page > 1 ? t(locale, 'search.titlePage', { title, page: params.page }) : title,
    feed: href(locale, feedPath(params, null)),
    noIndex: true,
  })
}

export default function Search() {
  const { t } = useWords()
  return <SearchPage data={useLoaderData<typeof loader>()} path="/search" title={t('search.title')} />
}
