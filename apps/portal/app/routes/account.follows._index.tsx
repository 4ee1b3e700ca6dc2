import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { accountMeta } from '../account/account.meta.ts'
import { signInFirst, textOf } from '../account/submit.server.ts'
import { backPath } from '../back-path.ts'
import { href } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { asMember } from '../member/as-member.server.ts'
import { OwnNav } from '../member/own-nav.tsx'
import { ChoicesForm, WatchList } from '../news/follow-sections.tsx'
import { actOnFollows } from '../news/follows.server.ts'
import { FollowsQuery } from '../news/news.query.ts'
import { Notice } from '../ui/callout.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { PageHeading } from '../ui/page-heading.tsx'

const path = '/account/follows'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer, letterChoices } = await asMember(context, path, () => context.execute(FollowsQuery, {}))
  const done = new URL(request.url).searchParams.has('done')
  return { locale: context.locale, watches: viewer?.watches ?? [], choices: letterChoices, done }
}

// Also for the button on every page that can be followed: its form says where to go back to.
export async function action({ context, request }: ActionFunctionArgs) {
  const { locale } = context
  const form = await request.formData()
  const from = backPath(form.get('back'))
  const back = textOf(form, 'back') === '' ? path : from
  if (!context.signedIn) throw signInFirst(locale, href(locale, back))
  const problems = await actOnFollows(context, form, back)
  if (problems) return data({ problems }, { status: 400 })
  return redirect(back === path ? `${href(locale, path)}?done=1` : href(locale, back), 303)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => accountMeta(data, 'news.followsTitle')

export default function FollowsPage() {
  const { t } = useWords()
  const { watches, choices, done } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  return (
    <>
      <OwnNav here={path} />
      <ErrorSummary problems={state?.problems ?? []} />
      <PageHeading title={t('news.followsTitle')} strapline={t('news.followsLede')} />
      {done && !state ? <Notice>{t('news.done')}</Notice> : null}
      <WatchList
        id="follows"
        title={t('news.followedTitle')}
        none={t('news.followedNone')}
        watches={watches.filter((watch) => !watch.isSearch)}
      />
      <WatchList
        id="searches"
        title={t('news.searchesTitle')}
        none={t('news.searchesNone')}
        watches={watches.filter((watch) => watch.isSearch)}
      />
      <ChoicesForm choices={choices} />
    </>
  )
}
