import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { accountMeta } from '../account/account.meta.ts'
import { AccountQuery, RemoveFactorMutation } from '../account/account.query.ts'
import { Intent } from '../account/account-sections.tsx'
import { changeFactor } from '../account/factor-action.server.ts'
import { FactorCodes, FactorSetup } from '../account/factor-parts.tsx'
import { signInFirst, submit } from '../account/submit.server.ts'
import { href } from '../i18n/locale.ts'
import { useWords } from '../i18n/use-words.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { PageHeading } from '../ui/page-heading.tsx'

export async function loader({ context }: LoaderFunctionArgs) {
  const { locale } = context
  const { viewer } = await context.execute(AccountQuery, {})
  if (!viewer) throw signInFirst(locale, href(locale, '/account/second-factor'))
  return { locale, means: viewer.signInMeans }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { locale } = context
  const form = await request.formData()
  if (form.get('intent') !== 'remove') {
    const result = await changeFactor(context, form)
    return data(result, { status: result.problems.length > 0 ? 400 : 200 })
  }
  const where = { locale, path: href(locale, '/account/second-factor'), field: 'main' }
  const { problems } = await submit(where, () => context.execute(RemoveFactorMutation, {}))
  if (problems) return data({ problems }, { status: 400 })
  return redirect(`${href(locale, '/account')}?done=factor`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => accountMeta(data, 'account.factorTitle')

export default function SecondFactor() {
  const { t } = useWords()
  const { means } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  const shown = state && 'codes' in state ? state : undefined
  return (
    <div className="form-page">
      <ErrorSummary problems={state?.problems ?? []} />
      <PageHeading
        title={t('account.factorTitle')}
        strapline={means.hasSecondFactor ? undefined : t('account.factorOff')}
      />
      {shown && shown.codes.length > 0 ? <FactorCodes codes={shown.codes} /> : null}
      {shown?.setup ? <FactorSetup setup={shown.setup} state={state} /> : null}
      {means.hasSecondFactor ? (
        <>
          <p>{t('account.factorOn', { count: means.recoveryCodesLeft })}</p>
          <form method="post" className="form-fields">
            <Intent value="renew" />
            <p>{t('account.codesRenewText')}</p>
            <Button look="secondary">{t('account.codesRenew')}</Button>
          </form>
          <form method="post" className="form-fields">
            <Intent value="remove" />
            <Button look="secondary">{t('account.factorRemove')}</Button>
          </form>
        </>
      ) : shown?.setup ? null : (
        <form method="post" className="form-fields">
          <Intent value="begin" />
          <Button>{t('account.factorBegin')}</Button>
        </form>
      )}
    </div>
  )
}
