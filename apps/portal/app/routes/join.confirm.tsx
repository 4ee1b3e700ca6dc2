import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { accountMeta } from '../account/account.meta.ts'
import { ExpiredPage } from '../account/expired-page.tsx'
import { errorOf, FormPage } from '../account/form-page.tsx'
import { letterAction, letterLoader } from '../account/letter.server.ts'
import { ConfirmJoinMutation } from '../account/sign-in.query.ts'
import { href } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { Field } from '../ui/field.tsx'

export const loader = letterLoader('JOIN')

export const action = letterAction({
  path: '/join',
  field: 'password',
  run: (execute, values) => execute(ConfirmJoinMutation, values),
  next: (locale) => href(locale, '/account'),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => accountMeta(data, 'account.confirmJoin')

export default function ConfirmJoin() {
  const { t } = useWords()
  const { email } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  if (email === null) return <ExpiredPage path="/join" />
  return (
    <FormPage
      title={t('account.confirmJoin')}
      lede={t('account.confirmJoinText', { email })}
      state={state}
      button={t('account.confirmJoinButton')}
    >
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <Field
        name="password"
        type="password"
        label={t('account.password')}
        autoComplete="new-password"
        hint={`${t('account.passwordHint')} ${t('account.passwordOrNone')}`}
        error={errorOf(state, 'password')}
      />
    </FormPage>
  )
}
