import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useWords } from '../i18n/use-words.tsx'
import { t } from '../i18n/words.ts'
import { OwnNav } from '../member/own-nav.tsx'
import { pageMeta } from '../page-meta.ts'
import { PageHeading } from '../ui/page-heading.tsx'
import { writingLinks } from '../writing/links.ts'
import { loadWriting } from '../writing/start.server.ts'
import { TranslationsLink } from '../writing/translations-page.tsx'
import { KindList, OwnWriting, SignInToWrite } from '../writing/writing-list.tsx'

export const loader = async ({ context, request }: LoaderFunctionArgs) => ({
  locale: context.locale,
  writing: await loadWriting(context, new URL(request.url).searchParams.get('after')),
})

export const links = writingLinks

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? pageMeta(data.locale, {
        title: t(data.locale, 'writing.title'),
        description: t(data.locale, 'writing.lede'),
        noIndex: data.writing !== null,
      })
    : []

export default function Write() {
  const { t } = useWords()
  const { writing } = useLoaderData<typeof loader>()
  return (
    <>
      {writing ? <OwnNav here="/write" /> : null}
      <div className="writing">
        <PageHeading title={t('writing.title')} strapline={t('writing.lede')} />
        {writing ? <OwnWriting writing={writing} /> : <SignInToWrite next="/write" />}
        <KindList />
        {writing ? <TranslationsLink /> : null}
      </div>
    </>
  )
}
