import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { accountMeta } from '../account/account.meta.ts'
import { ExpiredPage } from '../account/expired-page.tsx'
import { errorOf, FormPage } from '../account/form-page.tsx'
import { afterSignIn } from '../account/next.ts'
import { LinkQuery, ResetMutation } from '../account/sign-in.query.ts'
import { submit, textOf } from '../account/submit.server.ts'
import { useWords } from '../i18n/use-words.tsx'
import { Field } from '../ui/field.tsx'

const secretIn = (request: Request) => new URL(request.url).searchParams.get('secret') ?? ''

export async function loader({ context, request }: LoaderFunctionArgs) {
  const secret = secretIn(request)
  const { linkEmail } = await context.execute(LinkQuery, { purpose: 'RESET_PASSWORD', secret })
  return { locale: context.locale, email: linkEmail }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { locale } = context
  const values = { secret: secretIn(request), password: textOf(await request.formData(), 'password') }
  const where = { locale, path: '/password/forgotten', field: 'password' }
  const { outcome, problems } = await submit(where, () => context.execute(ResetMutation, values))
  if (problems) return data({ problems }, { status: 400 })
  return redirect(afterSignIn(locale, outcome.step, ''), 303)
}

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
