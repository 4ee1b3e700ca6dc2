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
import { FormPage } from '../account/form-page.tsx'
import { afterSignIn, nextOf } from '../account/next.ts'
import { LinkQuery, UseLinkMutation } from '../account/sign-in.query.ts'
import { submit } from '../account/submit.server.ts'
import { useWords } from '../i18n/use-words.tsx'

const secretIn = (request: Request) => new URL(request.url).searchParams.get('secret') ?? ''

// A link that is only looked at, by a scanner of mails say, signs nobody in: that takes the button.
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { linkEmail } = await context.execute(LinkQuery, { purpose: 'SIGN_IN', secret: secretIn(request) })
  return { locale: context.locale, email: linkEmail }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { locale } = context
  const where = { locale, path: '/sign-in', field: 'main' }
  const secret = secretIn(request)
  const { outcome, problems } = await submit(where, () => context.execute(UseLinkMutation, { secret }))
  if (problems) return data({ problems }, { status: 400 })
  return redirect(afterSignIn(locale, outcome.step, nextOf(request)), 303)
}

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
