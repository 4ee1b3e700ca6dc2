import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { accountMeta } from '../account/account.meta.ts'
import { AccountQuery } from '../account/account.query.ts'
import { actOnAccount } from '../account/account-action.server.ts'
import {
  AddressSection,
  FactorSection,
  PasswordSection,
  SessionsSection,
} from '../account/account-sections.tsx'
import { PasskeysSection } from '../account/passkeys-section.tsx'
import { ProviderNotice } from '../account/provider-parts.tsx'
import { ProviderSection } from '../account/provider-section.tsx'
import { signInFirst } from '../account/submit.server.ts'
import { TokensSection } from '../account/tokens-section.tsx'
import { problem } from '../api.server.ts'
import { isWordKey } from '../i18n/catalogue.ts'
import { href } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { OwnNav } from '../member/own-nav.tsx'
import { Notice } from '../ui/callout.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { PageHeading } from '../ui/page-heading.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { locale } = context
  const { viewer, providerName } = await context.execute(AccountQuery, {})
  if (!viewer) throw signInFirst(locale, href(locale, '/account'))
  const { searchParams } = new URL(request.url)
  const [done, problem] = [searchParams.get('done') ?? '', searchParams.get('problem') ?? '']
  return { locale, account: viewer, done, problem, providerName }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { locale } = context
  const result = await actOnAccount(context, await request.formData())
  if (!result) throw problem(400)
  if (result.done === 'everywhere') return redirect(href(locale, '/'), 303)
  if (result.done !== '') return redirect(`${href(locale, '/account')}?done=${result.done}`, 303)
  return data(result, { status: result.problems.length > 0 ? 400 : 200 })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => accountMeta(data, 'account.title')

export default function AccountPage() {
  const { t } = useWords()
  const { account, done, problem, providerName } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const key = `account.done_${done}`
  return (
    <>
      <ErrorSummary problems={result?.problems ?? []} />
      <OwnNav here="/account" />
      <PageHeading kind={account.name} title={t('account.title')} />
      {isWordKey(key) && !result ? <Notice>{t(key)}</Notice> : null}
      <ProviderNotice problem={problem} name={providerName} />
      <AddressSection account={account} result={result} />
      <PasswordSection account={account} result={result} />
      <FactorSection account={account} />
      <PasskeysSection account={account} result={result} />
      <ProviderSection account={account} name={providerName} />
      <SessionsSection account={account} />
      <TokensSection account={account} result={result} />
    </>
  )
}
