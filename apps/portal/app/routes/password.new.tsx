import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { accountMeta } from '../account/account.meta.ts'
import { ExpiredPage } from '../account/expired-page.tsx'
import { errorOf, FormPage } from '../account/form-page.tsx'
import { letterAction, letterLoader } from '../account/letter.server.ts'
import { afterSignIn } from '../account/next.ts'
import { ResetMutation } from '../account/sign-in.query.ts'
import { useWords } from '../i18n/use-words.tsx'
import { Field } from '../ui/field.tsx'

export const loader = letterLoader('RESET_PASSWORD')

export const action = letterAction({
  path: '/password/forgotten',
  field: 'password',
  run: (execute, values) => execute(ResetMutation, values),
  next: (locale, { step }) => afterSignIn(locale, step, ''),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => accountMeta(data, 'account.resetTitle')

export default function NewPassword() {
  const { t } = useWords()
  const { email } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  if (email === null) return <ExpiredPage path="/password/forgotten" />
  return (
    <FormPage
      title={t('account.resetTitle')}
      lede={t('account.resetLede', { email })}
      state={state}
      button={t('account.savePassword')}
    >
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <Field
        name="password"
        type="password"
        label={t('account.newPassword')}
        autoComplete="new-password"
        hint={t('account.passwordHint')}
        error={errorOf(state, 'password')}
      />
    </FormPage>
  )
}
