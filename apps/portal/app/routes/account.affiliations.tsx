import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { accountMeta } from '../account/account.meta.ts'
import { href } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { FindPlace, LedEntry, OwnAffiliations, ToDecide } from '../member/affiliation-sections.tsx'
import { actOnAffiliations, loadAffiliations } from '../member/affiliations.server.ts'
import { OwnNav } from '../member/own-nav.tsx'
import { Notice } from '../ui/callout.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { PageHeading } from '../ui/page-heading.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const url = new URL(request.url)
  const q = (url.searchParams.get('q') ?? '').trim().slice(0, 200)
  const shown = await loadAffiliations(context, q)
  return { locale: context.locale, q, done: url.searchParams.has('done'), ...shown }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const problems = await actOnAffiliations(context, await request.formData())
  if (problems) return data({ problems }, { status: 400 })
  return redirect(`${href(context.locale, '/account/affiliations')}?done=1`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => accountMeta(data, 'member.navAffiliations')

export default function AffiliationsPage() {
  const { t } = useWords()
  const shown = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  const { profile } = shown
  return (
    <>
      <OwnNav here="/account/affiliations" />
      <ErrorSummary problems={state?.problems ?? []} />
      <PageHeading title={t('member.navAffiliations')} strapline={t('member.affiliationsLede')} />
      {shown.done && !state ? <Notice>{t('member.done')}</Notice> : null}
      <ToDecide waiting={shown.affiliationsToDecide} />
      <OwnAffiliations affiliations={profile.affiliations} />
      <FindPlace q={shown.q} found={shown.found} />
      {shown.led.map((led) => (
        <LedEntry key={led.entry.id} led={led} own={profile.id} />
      ))}
    </>
  )
}
