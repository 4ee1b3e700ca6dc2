import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { accountMeta } from '../account/account.meta.ts'
import { Intent } from '../account/account-sections.tsx'
import { submit, textOf } from '../account/submit.server.ts'
import { problem } from '../api.server.ts'
import { href } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { t } from '../i18n/words.ts'
import { asMember } from '../member/as-member.server.ts'
import { OwnNav } from '../member/own-nav.tsx'
import { EraseMutation, ProfileQuery, WithdrawConsentMutation } from '../member/profile.query.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Notice } from '../ui/callout.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { Section } from '../ui/section.tsx'

const path = '/account/data'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { locale } = context
  const { profile } = await asMember(context, path, () => context.execute(ProfileQuery, {}))
  return { locale, profile, withdrawn: new URL(request.url).searchParams.has('withdrawn') }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { locale } = context
  const form = await request.formData()
  const where = { locale, path: href(locale, path), field: 'erase-confirm' }
  if (textOf(form, 'intent') === 'withdraw') {
    const { problems } = await submit(where, () => context.execute(WithdrawConsentMutation, {}))
    if (problems) return data({ problems }, { status: 400 })
    return redirect(`${href(locale, path)}?withdrawn=1`, 303)
  }
  if (textOf(form, 'intent') !== 'erase') throw problem(400)
  if (textOf(form, 'erase-confirm') !== 'yes')
    return data(
      { problems: [{ field: 'erase-confirm', message: t(locale, 'member.problem_erase') }] },
      { status: 400 },
    )
  const { problems } = await submit(where, () => context.execute(EraseMutation, { id: textOf(form, 'id') }))
  if (problems)
    return data(
      { problems: [{ field: 'erase-confirm', message: t(locale, 'member.problem_last') }] },
      { status: 400 },
    )
  return redirect(`${href(locale, '/')}`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => accountMeta(data, 'member.navData')

export default function OwnDataPage() {
  const { t, href } = useWords()
  const { profile, withdrawn } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  return (
    <>
      <OwnNav here="/account/data" />
      <ErrorSummary problems={state?.problems ?? []} />
      <PageHeading title={t('member.navData')} strapline={t('member.dataLede')} />
      {withdrawn && !state ? <Notice>{t('member.withdrawn')}</Notice> : null}
      <Section id="export" title={t('member.exportTitle')}>
        <p>{t('member.exportText')}</p>
        <p>
          <ButtonLink look="secondary" href={href('/account/data.json')}>
            {t('member.exportButton')}
          </ButtonLink>
        </p>
      </Section>
      <Section id="history" title={t('member.historyTitle')}>
        <p>{t('member.historyText')}</p>
        <p>
          <ButtonLink look="secondary" href={`${href('/administration/trail')}?member=${profile.id}`}>
            {t('member.historyButton')}
          </ButtonLink>
        </p>
      </Section>
      {profile.hasConsented ? (
        <Section id="withdraw" title={t('member.withdrawTitle')}>
          <p>{t('member.withdrawText')}</p>
          <form method="post">
            <Intent value="withdraw" />
            <Button look="secondary">{t('member.withdrawButton')}</Button>
          </form>
        </Section>
      ) : null}
      <Section id="erase" title={t('member.eraseTitle')}>
        <p>{t('member.eraseText')}</p>
        <form method="post" className="form-fields">
          <Intent value="erase" />
          <input type="hidden" name="id" value={profile.id} />
          <label className="filter-option">
            <input type="checkbox" id="erase-confirm" name="erase-confirm" value="yes" />
            <span>{t('member.eraseConfirm')}</span>
          </label>
          <p>
            <Button look="secondary">{t('member.eraseButton')}</Button>
          </p>
        </form>
      </Section>
    </>
  )
}
