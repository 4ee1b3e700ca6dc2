import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { accountMeta } from '../account/account.meta.ts'
import { ConfirmEmailMutation } from '../account/account.query.ts'
import { ExpiredPage } from '../account/expired-page.tsx'
import { FormPage } from '../account/form-page.tsx'
import { LinkQuery } from '../account/sign-in.query.ts'
import { submit } from '../account/submit.server.ts'
import { href } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'

const secretIn = (request: Request) => new URL(request.url).searchParams.get('secret') ?? ''

export async function loader({ context, request }: LoaderFunctionArgs) {
  const secret = secretIn(request)
  const { linkEmail } = await context.execute(LinkQuery, { purpose: 'CHANGE_EMAIL', secret })
  return { locale: context.locale, email: linkEmail }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { locale } = context
  const where = { locale, path: href(locale, '/account'), field: 'main' }
  const secret = secretIn(request)
  const { problems } = await submit(where, () => context.execute(ConfirmEmailMutation, { secret }))
  if (problems) return data({ problems }, { status: 400 })
  return redirect(`${href(locale, '/account')}?done=address`, 303)
}

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
