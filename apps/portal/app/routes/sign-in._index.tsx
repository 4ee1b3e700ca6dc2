import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { accountMeta } from '../account/account.meta.ts'
import { errorOf } from '../account/form-page.tsx'
import { afterSignIn, nextOf } from '../account/next.ts'
import { ProviderLink, ProviderNotice } from '../account/provider-parts.tsx'
import { AccountsQuery, RequestLinkMutation, SignInMutation } from '../account/sign-in.query.ts'
import { SignInForms } from '../account/sign-in-forms.tsx'
import { submit, textOf } from '../account/submit.server.ts'
import { href } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { Callout, Notice } from '../ui/callout.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { PageHeading } from '../ui/page-heading.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { accountsOpen, providerName } = await context.execute(AccountsQuery, {})
  const { searchParams } = new URL(request.url)
  const again = searchParams.has('again') && context.signedIn
  const problem = searchParams.get('problem') ?? ''
  return { locale: context.locale, open: accountsOpen, again, problem, providerName, next: nextOf(request) }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData()
  const { locale } = context
  const next = nextOf(request)
  const email = textOf(form, 'email')
  const where = { locale, path: '/sign-in', field: 'email' }
  if (form.get('intent') === 'link') {
    const { problems } = await submit(where, () => context.execute(RequestLinkMutation, { email, next }))
    return problems ? data({ problems, email }, { status: 400 }) : redirect(href(locale, '/check-mail'), 303)
  }
  const password = textOf(form, 'password')
  const { outcome, problems } = await submit(where, () =>
    context.execute(SignInMutation, { email, password }),
  )
  if (problems) return data({ problems, email }, { status: 400 })
  return redirect(afterSignIn(locale, outcome.step, next), 303)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => accountMeta(data, 'account.signIn')

export default function SignIn() {
  const { t, href } = useWords()
  const { open, again, problem, providerName, next } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  return (
    <div className="form-page">
      <ErrorSummary problems={state?.problems ?? []} />
      {open ? null : <Callout tone="attention">{t('account.closed')}</Callout>}
      {again ? <Notice tone="attention">{t('account.again')}</Notice> : null}
      <ProviderNotice problem={problem} name={providerName} />
      <PageHeading title={t('account.signIn')} strapline={t('account.signInLede')} />
      <SignInForms
        next={next}
        email={state?.email}
        emailError={errorOf(state, 'email')}
        passwordError={errorOf(state, 'password')}
      />
      <ProviderLink name={providerName} next={next} />
      <p className="form-after">
        {t('account.noAccount')} <a href={href('/join')}>{t('account.join')}</a>
      </p>
    </div>
  )
}
