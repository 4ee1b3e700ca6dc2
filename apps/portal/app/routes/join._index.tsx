import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { accountMeta } from '../account/account.meta.ts'
import { errorOf, FormPage } from '../account/form-page.tsx'
import { ProviderLink } from '../account/provider-parts.tsx'
import { AccountsQuery, JoinMutation } from '../account/sign-in.query.ts'
import { submit, textOf } from '../account/submit.server.ts'
import { href } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { Callout } from '../ui/callout.tsx'
import { Field } from '../ui/field.tsx'

export async function loader({ context }: LoaderFunctionArgs) {
  const { accountsOpen, providerName } = await context.execute(AccountsQuery, {})
  return { locale: context.locale, open: accountsOpen, providerName }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData()
  const values = { name: textOf(form, 'name'), email: textOf(form, 'email') }
  const where = { locale: context.locale, path: '/join', field: 'email' }
  const { problems } = await submit(where, () => context.execute(JoinMutation, values))
  if (problems) return data({ problems, values }, { status: 400 })
  return redirect(href(context.locale, '/check-mail'), 303)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => accountMeta(data, 'account.join')

export default function Join() {
  const { t, href } = useWords()
  const { open, providerName } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  return (
    <>
      {open ? null : <Callout tone="attention">{t('account.closed')}</Callout>}
      <FormPage
        title={t('account.join')}
        lede={t('account.joinLede')}
        state={state}
        button={t('account.joinSend')}
        after={
          <>
            <ProviderLink name={providerName} next="" />
            <p>
              {t('account.haveAccount')} <a href={href('/sign-in')}>{t('account.signIn')}</a>
            </p>
          </>
        }
      >
        <Field
          name="name"
          label={t('account.name')}
          autoComplete="name"
          value={state?.values.name}
          error={errorOf(state, 'name')}
        />
        <Field
          name="email"
          type="email"
          label={t('account.email')}
          autoComplete="email"
          hint={t('account.joinNext')}
          value={state?.values.email}
          error={errorOf(state, 'email')}
        />
      </FormPage>
    </>
  )
}
