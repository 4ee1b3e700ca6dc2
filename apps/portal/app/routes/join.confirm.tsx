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
import { ConfirmJoinMutation, LinkQuery } from '../account/sign-in.query.ts'
import { submit, textOf } from '../account/submit.server.ts'
import { href } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { Field } from '../ui/field.tsx'

const secretIn = (request: Request) => new URL(request.url).searchParams.get('secret') ?? ''

export async function loader({ context, request }: LoaderFunctionArgs) {
  const secret = secretIn(request)
  const { linkEmail } = await context.execute(LinkQuery, { purpose: 'JOIN', secret })
  return { locale: context.locale, email: linkEmail }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData()
  const values = { secret: secretIn(request), password: textOf(form, 'password') }
  const where = { locale: context.locale, path: '/join', field: 'password' }
  const { problems } = await submit(where, () => context.execute(ConfirmJoinMutation, values))
  if (problems) return data({ problems }, { status: 400 })
  return redirect(href(context.locale, '/account'), 303)
}

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
