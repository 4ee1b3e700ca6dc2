import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { accountMeta } from '../account/account.meta.ts'
import { errorOf, FormPage } from '../account/form-page.tsx'
import { RequestResetMutation } from '../account/sign-in.query.ts'
import { submit, textOf } from '../account/submit.server.ts'
import { href } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { Field } from '../ui/field.tsx'

export const loader = ({ context }: LoaderFunctionArgs) => ({ locale: context.locale })

export async function action({ context, request }: ActionFunctionArgs) {
  const email = textOf(await request.formData(), 'email')
  const where = { locale: context.locale, path: '/password/forgotten', field: 'email' }
  const { problems } = await submit(where, () => context.execute(RequestResetMutation, { email }))
  if (problems) return data({ problems, email }, { status: 400 })
  return redirect(href(context.locale, '/check-mail'), 303)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => accountMeta(data, 'account.forgottenTitle')

export default function Forgotten() {
  const { t } = useWords()
  const state = useActionData<typeof action>()
  return (
    <FormPage
      title={t('account.forgottenTitle')}
      lede={t('account.forgottenLede')}
      state={state}
      button={t('account.sendLink')}
    >
      <Field
        name="email"
        type="email"
        label={t('account.email')}
        autoComplete="username"
        value={state?.email}
        error={errorOf(state, 'email')}
      />
    </FormPage>
  )
}
