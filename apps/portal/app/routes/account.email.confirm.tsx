import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { accountMeta } from '../account/account.meta.ts'
import { ConfirmEmailMutation } from '../account/account.query.ts'
import { ExpiredPage } from '../account/expired-page.tsx'
import { FormPage } from '../account/form-page.tsx'
import { letterAction, letterLoader } from '../account/letter.server.ts'
import { href } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'

export const loader = letterLoader('CHANGE_EMAIL')

export const action = letterAction({
  path: '/account',
  field: 'main',
  run: (execute, { secret }) => execute(ConfirmEmailMutation, { secret }),
  next: (locale) => `${href(locale, '/account')}?done=address`,
})

export const meta: MetaFunction<typeof loader> = ({ data }) => accountMeta(data, 'account.addressTitle')

export default function ConfirmEmail() {
  const { t } = useWords()
  const { email } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  if (email === null) return <ExpiredPage path="/account" />
  return (
    <FormPage
      title={t('account.addressTitle')}
      lede={t('account.addressConfirmText', { email })}
      state={state}
      button={t('account.addressConfirm')}
    />
  )
}
