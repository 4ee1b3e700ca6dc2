import { createHash } from 'node:crypto'
import { kindNames, kinds } from '@hansa/domain/kind'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '../api.server.ts'
import { href } from '../i18n/locale.ts'
import { t } from '../i18n/words.ts'
import { atomXml } from '../news/atom.ts'
import { FeedQuery } from '../news/feed.query.ts'
import { feedPath, feedQuery } from '../news/feed-path.ts'
import { canonicalUrl } from '../page-meta.ts'
import { listWords } from '../search/list-words.ts'
import { entryKindOf, type SearchVariables } from '../search/load-search.server.ts'
import { readSearchParams } from '../search/search-params.ts'

/** Readers of feeds come back every few minutes; so long they need not ask. */
const seconds = 300

/** The feed of a search (`/feeds/search?q=…`) or of a list (`/feeds/practices?country=SE`), as Atom. */
export async function loader({ context, request, params: { list } }: LoaderFunctionArgs) {
  const { locale, publicUrl, now } = context
  const kind = kindNames.find((name) => kinds[name].path === list) ?? null
  if (!kind && list !== 'search') throw notFound()
  const params = readSearchParams(new URL(request.url).searchParams)
  const { search } = await context.execute(FeedQuery, {
    text: params.q || null,
    kinds: kind ? [entryKindOf(kind)] : null,
    filter: params.filters as SearchVariables['filter'],
  })
  const what = kind ? t(locale, listWords[kind].title) : t(locale, 'search.title')
  const { hostname } = new URL(publicUrl)
  const narrowed = [params.q, ...Object.values(params.filters).flat()]
    .filter((word) => word !== '')
    .join(', ')
  const feed = atomXml({
    title: t(locale, 'frame.title', { page: narrowed === '' ? what : `${what}: ${narrowed}` }),
    language: locale,
    self: canonicalUrl(context, feedPath(params, kind)),
    page: canonicalUrl(context, `${kind ? `/${kinds[kind].path}` : '/search'}${feedQuery(params)}`),
    author: t(locale, 'frame.name'),
    now: now.toISOString(),
    entries: search.nodes.map((node) => ({
      id: `tag:${hostname},2026:${node.id}`,
      title: node.title.value,
      url: publicUrl + href(locale, node.path),
      updated: node.updatedAt,
      summary: ('strapline' in node ? node.strapline?.value : null) ?? node.summary?.value ?? null,
      language: node.title.language,
    })),
  })
  const tag = `W/"${createHash('sha256')
    .update(search.nodes.length > 0 ? feed : '')
    .digest('base64url')
    .slice(0, 22)}"`
  const headers = {
    'Content-Type': 'application/atom+xml; charset=utf-8',
    'Cache-Control': search.limited ? 'no-store' : `public, max-age=${seconds}`,
    ETag: tag,
  }
  if (request.headers.get('If-None-Match')?.includes(tag)) return new Response(null, { status: 304, headers })
  return new Response(feed, { headers })
}
