import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { accountMeta } from '../account/account.meta.ts'
import { ExpiredPage } from '../account/expired-page.tsx'
import { FormPage } from '../account/form-page.tsx'
import { letterAction, letterLoader } from '../account/letter.server.ts'
import { afterSignIn, nextOf } from '../account/next.ts'
import { UseLinkMutation } from '../account/sign-in.query.ts'
import { useWords } from '../i18n/use-words.tsx'

export const loader = letterLoader('SIGN_IN')

export const action = letterAction({
  path: '/sign-in',
  field: 'main',
  run: (execute, { secret }) => execute(UseLinkMutation, { secret }),
  next: (locale, { step }, request) => afterSignIn(locale, step, nextOf(request)),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => accountMeta(data, 'account.linkSignIn')

export default function SignInLink() {
  const { t } = useWords()
  const { email } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  if (email === null) return <ExpiredPage path="/sign-in" />
  return (
    <FormPage
      title={t('account.linkSignIn')}
      lede={t('account.linkSignInText', { email })}
      state={state}
      button={t('account.signIn')}
    />
  )
}
