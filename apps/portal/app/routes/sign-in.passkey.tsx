import { type ActionFunctionArgs, data, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { accountMeta } from '../account/account.meta.ts'
import { afterSignIn, nextOf } from '../account/next.ts'
import { PasskeyForm } from '../account/passkey-form.tsx'
import { BeginPasskeySignInMutation, UsePasskeyMutation } from '../account/sign-in.query.ts'
import { submit, textOf } from '../account/submit.server.ts'
import { useWords } from '../i18n/use-words.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { PageHeading } from '../ui/page-heading.tsx'

export async function action({ context, request }: ActionFunctionArgs) {
  const { locale } = context
  const form = await request.formData()
  const where = { locale, path: '/sign-in', field: 'main' }
  const answer = textOf(form, 'answer')
  const used =
    form.get('intent') === 'use'
      ? await submit(where, () => context.execute(UsePasskeyMutation, { answer }))
      : null
  if (used?.outcome) return redirect(afterSignIn(locale, 'DONE', nextOf(request)), 303)
  const begun = await submit(where, () => context.execute(BeginPasskeySignInMutation, {}))
  const problems = [...(used?.problems ?? []), ...(begun.problems ?? [])]
  return data(
    { locale, problems, options: begun.outcome?.options ?? '' },
    { status: problems.length > 0 ? 400 : 200 },
  )
}

export const meta: MetaFunction = ({ matches }) => {
  const root = matches.find((match) => match.id === 'root')?.data as Parameters<typeof accountMeta>[0]
  return accountMeta(root, 'account.passkeyUse')
}

export default function SignInPasskey() {
  const { t, href } = useWords()
  const state = useActionData<typeof action>()
  return (
    <div className="form-page">
      <ErrorSummary problems={state?.problems ?? []} />
      <PageHeading title={t('account.passkeyUse')} />
      {state?.options ? (
        <PasskeyForm act="get" options={state.options} intent="use" />
      ) : (
        <form method="post" className="enhanced-only">
          <Button>{t('account.passkeyUse')}</Button>
        </form>
      )}
      <p>
        <a href={href('/sign-in')}>{t('account.expiredAgain')}</a>
      </p>
    </div>
  )
}
