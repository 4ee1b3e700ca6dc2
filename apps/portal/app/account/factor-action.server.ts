import type { PortalContext } from '../context.ts'
import { href } from '../i18n/locale.ts'
import { AddFactorMutation, RenewCodesMutation, SetUpFactorMutation } from './account.query.ts'
import { type Submitted, submit, textOf } from './submit.server.ts'

/** What a form of the second factor's page came to. */
export interface FactorResult {
  readonly problems: NonNullable<Submitted<unknown>['problems']>
  /** Recovery codes, shown this once. */
  readonly codes: readonly string[]
  /** What the authenticator needs, until a code of it was given. */
  readonly setup: { readonly secret: string; readonly uri: string } | null
}

/** Begins or finishes the set-up, or makes new recovery codes. After a wrong code the same set-up is shown again. */
export async function changeFactor(context: PortalContext, form: FormData): Promise<FactorResult> {
  const { locale } = context
  const where = { locale, path: href(locale, '/account/second-factor'), field: 'code' }
  const intent = textOf(form, 'intent')
  const none: FactorResult = { problems: [], codes: [], setup: null }
  if (intent === 'renew') {
    const { outcome, problems } = await submit(where, () => context.execute(RenewCodesMutation, {}))
    return problems ? { ...none, problems } : { ...none, codes: outcome.codes }
  }
  const code = textOf(form, 'code')
  const added =
    intent === 'add' ? await submit(where, () => context.execute(AddFactorMutation, { code })) : null
  if (added?.outcome) return { ...none, codes: added.outcome.codes }
  const begun = await submit(where, () => context.execute(SetUpFactorMutation, {}))
  const problems = [...(added?.problems ?? []), ...(begun.problems ?? [])]
  const { secret, uri } = begun.outcome ?? {}
  return { ...none, problems, setup: secret && uri ? { secret, uri } : null }
}
