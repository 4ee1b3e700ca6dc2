import type { PortalContext } from '../context.ts'
import {
  AddPasskeyMutation,
  BeginPasskeyMutation,
  ChangeEmailMutation,
  ChangePasswordMutation,
  CreateTokenMutation,
  EndSessionMutation,
  EndTokenMutation,
  RemoveIdentityMutation,
  RemovePasskeyMutation,
  SignOutEverywhereMutation,
} from './account.query.ts'
import { type Submitted, submit, textOf } from './submit.server.ts'

/** What one form of the account page came to. */
export interface AccountResult {
  /** Which form it was, so that its fields show what is wrong. */
  readonly intent: string
  readonly problems: NonNullable<Submitted<unknown>['problems']>
  /** What was typed, but for passwords. */
  readonly values: Readonly<Record<string, string>>
  /** Word of the notice after it was done; empty when there is something to show instead. */
  readonly done: string
  readonly token?: string | undefined
  readonly passkeyOptions?: string | undefined
}

type Act = (context: PortalContext, form: FormData, field: string) => Promise<Partial<AccountResult>>

const where = ({ locale }: PortalContext, field: string) => ({ locale, path: '/account', field })

function asResult({ problems }: Submitted<unknown>, done: string): Partial<AccountResult> {
  return problems ? { problems } : { done }
}

/** Every form of the account page, by its intent. Field names are those of the page, so that no id comes twice. */
const acts: Readonly<Record<string, Act>> = {
  email: async (context, form, field) => {
    const email = textOf(form, 'email')
    const run = () => context.execute(ChangeEmailMutation, { email })
    return { ...asResult(await submit(where(context, field), run), 'email'), values: { email } }
  },
  password: async (context, form, field) => {
    const run = () => context.execute(ChangePasswordMutation, { password: textOf(form, 'password') })
    return asResult(await submit(where(context, field), run), 'password')
  },
  session: async (context, form, field) => {
    const run = () => context.execute(EndSessionMutation, { id: textOf(form, 'id') })
    return asResult(await submit(where(context, field), run), 'session')
  },
  everywhere: async (context, _, field) => {
    const run = () => context.execute(SignOutEverywhereMutation, {})
    return asResult(await submit(where(context, field), run), 'everywhere')
  },
  'begin-passkey': async (context, form, field) => {
    const values = { 'passkey-name': textOf(form, 'passkey-name') }
    const { outcome, problems } = await submit(where(context, field), () =>
      context.execute(BeginPasskeyMutation, {}),
    )
    return problems ? { problems, values } : { values, passkeyOptions: outcome.options ?? '' }
  },
  'add-passkey': async (context, form, field) => {
    const values = { name: textOf(form, 'passkey-name'), answer: textOf(form, 'answer') }
    const run = () => context.execute(AddPasskeyMutation, values)
    return asResult(await submit(where(context, field), run), 'passkey')
  },
  'remove-passkey': async (context, form, field) => {
    const run = () => context.execute(RemovePasskeyMutation, { id: textOf(form, 'id') })
    return asResult(await submit(where(context, field), run), 'passkey')
  },
  'remove-identity': async (context, form, field) => {
    const run = () => context.execute(RemoveIdentityMutation, { id: textOf(form, 'id') })
    return asResult(await submit(where(context, field), run), 'unlinked')
  },
  token: async (context, form, field) => {
    const values = {
      'token-name': textOf(form, 'token-name'),
      'token-scope': textOf(form, 'token-scope'),
      'token-days': textOf(form, 'token-days'),
    }
    const run = () =>
      context.execute(CreateTokenMutation, {
        name: values['token-name'],
        scopes: [values['token-scope'] === 'write' ? 'WRITE' : 'READ'],
        days: Number.parseInt(values['token-days'], 10) || 0,
      })
    const { outcome, problems } = await submit(where(context, field), run)
    return problems ? { problems, values } : { token: outcome.token ?? '' }
  },
  'end-token': async (context, form, field) => {
    const run = () => context.execute(EndTokenMutation, { id: textOf(form, 'id') })
    return asResult(await submit(where(context, field), run), 'token')
  },
}

/** The field of a form that is told what is about none of its fields. */
const firstFields: Readonly<Record<string, string>> = {
  email: 'email',
  password: 'password',
  token: 'token-name',
  'begin-passkey': 'passkey-name',
  'add-passkey': 'passkey-name',
}

// The API names what it was given; on this page that is the field of one of several forms.
const ownField = (intent: string, field: string): string =>
  field === 'name' ? (firstFields[intent] ?? field) : field

/** Does what one of the forms of the account page asks for; null for a form the page does not have. */
export async function actOnAccount(context: PortalContext, form: FormData): Promise<AccountResult | null> {
  const intent = textOf(form, 'intent')
  const act = Object.hasOwn(acts, intent) ? acts[intent] : undefined
  if (!act) return null
  const result = await act(context, form, firstFields[intent] ?? 'main')
  const problems = (result.problems ?? []).map((each) => ({ ...each, field: ownField(intent, each.field) }))
  return { values: {}, done: '', ...result, intent, problems }
}
