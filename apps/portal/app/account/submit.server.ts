import { redirect } from '@remix-run/node'
import type { Problem } from '../api.server.ts'
import type { WordKey } from '../i18n/catalogue.ts'
import { href, type Locale } from '../i18n/locale.ts'
import { t } from '../i18n/words.ts'
import type { FieldProblem } from '../ui/error-summary.tsx'

interface ApiProblem {
  readonly field: string
  readonly code: 'INVALID' | 'WRONG' | 'EXPIRED' | 'CONFLICT' | 'REFUSED' | 'UNAVAILABLE'
}

/** What the API answers to a form. */
export interface Answer {
  readonly outcome: { readonly problems: readonly ApiProblem[] }
}

/** What became of a form: the API's outcome, or what must be put right first. */
export type Submitted<O> =
  | { readonly outcome: O; readonly problems: null }
  | { readonly outcome: null; readonly problems: readonly FieldProblem[] }

interface Where {
  readonly locale: Locale
  /** Path of the page with the form: there the visitor comes back to when she must sign in again. */
  readonly path: string
  /** The field that is told what is about none: that tries must wait, say. */
  readonly field: string
}

const words: Readonly<Record<string, WordKey>> = {
  'name INVALID': 'account.problem_name',
  'email INVALID': 'account.problem_email',
  'password INVALID': 'account.problem_password',
  'password WRONG': 'account.problem_wrong',
  'code WRONG': 'account.problem_code',
  'code EXPIRED': 'account.problem_late',
  'message INVALID': 'member.problem_message',
  'secret EXPIRED': 'account.expired',
  'answer WRONG': 'account.problem_passkey',
}

const shown = (where: Where, { field, code }: ApiProblem): FieldProblem => {
  const key = words[`${field} ${code}`] ?? 'account.problem_other'
  return {
    field: ['secret', 'input', 'answer'].includes(field) ? where.field : field,
    message: t(where.locale, key),
  }
}

/** A failure that a form can show, or one that asks for signing in first; anything else is thrown on. */
async function failed(error: unknown, where: Where): Promise<readonly FieldProblem[]> {
  if (!(error instanceof Response)) throw error
  const { code, retryAfter }: Problem = await error.clone().json()
  if (code === 'UNAUTHENTICATED' || code === 'SIGN_IN_AGAIN') throw signInFirst(where.locale, where.path)
  const { locale, field } = where
  if (code === 'RATE_LIMITED')
    return [{ field, message: t(locale, 'account.problem_wait', { seconds: retryAfter ?? 60 }) }]
  if (code === 'ACCOUNTS_CLOSED') return [{ field, message: t(locale, 'account.closed') }]
  throw error
}

const signIns = new WeakSet<object>()

/** Leads to signing in, and back to a page of ours afterwards. */
export function signInFirst(locale: Locale, path: string): Response {
  const response = redirect(`${href(locale, '/sign-in')}?again=1&next=${encodeURIComponent(path)}`, 303)
  signIns.add(response)
  return response
}

/** Whether what was thrown leads to signing in. */
export function isSignInFirst(error: unknown): boolean {
  return typeof error === 'object' && error !== null && signIns.has(error)
}

/** Runs a call for a form: its answer, or, in the words of the page, why there is none. */
export async function attempt<A>(
  where: Where,
  run: () => Promise<A>,
): Promise<
  | { readonly answer: A; readonly problems: null }
  | { readonly answer: null; readonly problems: readonly FieldProblem[] }
> {
  try {
    return { answer: await run(), problems: null }
  } catch (error) {
    return { answer: null, problems: await failed(error, where) }
  }
}

/** Runs a mutation for a form; its problems come out in the words of the page. */
export async function submit<A extends Answer>(
  where: Where,
  run: () => Promise<A>,
): Promise<Submitted<A['outcome']>> {
  const tried = await attempt(where, run)
  if (tried.problems) return { outcome: null, problems: tried.problems }
  const { outcome } = tried.answer
  if (outcome.problems.length === 0) return { outcome, problems: null }
  return { outcome: null, problems: outcome.problems.map((problem) => shown(where, problem)) }
}

/** A field of a form as text; empty when it was not sent. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
