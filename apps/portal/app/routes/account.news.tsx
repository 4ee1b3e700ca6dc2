import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { accountMeta } from '../account/account.meta.ts'
import { Intent } from '../account/account-sections.tsx'
import { submit, textOf } from '../account/submit.server.ts'
import { problem } from '../api.server.ts'
import { href } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { asMember } from '../member/as-member.server.ts'
import { OwnNav } from '../member/own-nav.tsx'
import { MarkReadMutation, NewsQuery } from '../news/news.query.ts'
import { NewsList } from '../news/news-list.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { PageNumbers } from '../ui/page-numbers.tsx'

const path = '/account/news'
const pageSize = 20

export async function loader({ context, request }: LoaderFunctionArgs) {
  const asked = Number(new URL(request.url).searchParams.get('page') ?? '1')
  const page = Number.isInteger(asked) && asked >= 1 && asked <= 1000 ? asked : 1
  const offset = (page - 1) * pageSize
  const { news, viewer } = await asMember(context, path, () =>
    context.execute(NewsQuery, { first: pageSize, offset }),
  )
  const pages = Math.ceil(news.totalCount / pageSize)
  return { locale: context.locale, items: news.nodes, unread: viewer?.unreadNews ?? 0, page, pages }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { locale } = context
  const form = await request.formData()
  if (textOf(form, 'intent') !== 'read') throw problem(400)
  const id = textOf(form, 'id')
  const where = { locale, path: href(locale, path), field: 'main' }
  await submit(where, () => context.execute(MarkReadMutation, { ids: id === '' ? null : [id] }))
  const { search } = new URL(request.url)
  return redirect(`${href(locale, path)}${search}`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => accountMeta(data, 'news.title')

export default function NewsPage() {
  const { t, href } = useWords()
  const { items, unread, page, pages } = useLoaderData<typeof loader>()
  return (
    <>
      <OwnNav here={path} />
      <PageHeading
        title={t('news.title')}
        strapline={items.length > 0 ? t('news.unreadCount', { count: unread }) : undefined}
      >
        {unread > 0 ? (
          <form method="post">
            <Intent value="read" />
            <Button look="secondary">{t('news.markAllRead')}</Button>
          </form>
        ) : null}
      </PageHeading>
      {items.length > 0 ? (
        <NewsList items={items} />
      ) : (
        <EmptyState
          title={t('news.noneTitle')}
          text={t('news.noneText')}
          ways={[
            <a key="search" href={href('/search')}>
              {t('news.waySearch')}
            </a>,
            <a key="follows" href={href('/account/follows')}>
              {t('news.wayChoices')}
            </a>,
          ]}
        />
      )}
      <PageNumbers page={page} pages={pages} hrefOf={(one) => `${href(path)}?page=${one}`} />
    </>
  )
}
