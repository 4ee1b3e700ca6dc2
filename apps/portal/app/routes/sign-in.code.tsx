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
import { afterSignIn, nextOf } from '../account/next.ts'
import { UseCodeMutation } from '../account/sign-in.query.ts'
import { submit, textOf } from '../account/submit.server.ts'
import { useWords } from '../i18n/use-words.tsx'
import { Field } from '../ui/field.tsx'

export const loader = ({ context }: LoaderFunctionArgs) => ({ locale: context.locale })

export async function action({ context, request }: ActionFunctionArgs) {
  const { locale } = context
  const code = textOf(await request.formData(), 'code')
  const where = { locale, path: '/sign-in', field: 'code' }
  const { problems } = await submit(where, () => context.execute(UseCodeMutation, { code }))
  if (problems) return data({ problems }, { status: 400 })
  return redirect(afterSignIn(locale, 'DONE', nextOf(request)), 303)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => accountMeta(data, 'account.codeTitle')

export default function SignInCode() {
  const { t, href } = useWords()
  const state = useActionData<typeof action>()
  return (
    <FormPage
      title={t('account.codeTitle')}
      lede={t('account.codeLede')}
      state={state}
      button={t('account.signIn')}
      after={
        <p>
          {t('account.codeLost')} <a href={href('/sign-in')}>{t('account.expiredAgain')}</a>
        </p>
      }
    >
      <Field
        name="code"
        label={t('account.code')}
        autoComplete="one-time-code"
        hint={t('account.codeHint')}
        error={errorOf(state, 'code')}
      />
    </FormPage>
  )
}
