import { redirect } from '@remix-run/node'
import { backPath } from '../back-path.ts'
import type { PortalContext } from '../context.ts'
import { href, type Locale, splitLocale } from '../i18n/locale.ts'
import { wantedLocale } from '../i18n/preference.ts'
import { afterSignIn, nextOf } from './next.ts'
import { BeginProviderMutation, FinishProviderMutation } from './sign-in.query.ts'
import { signInFirst } from './submit.server.ts'

interface ApiProblem {
  readonly field: string
  readonly code: string
}

/** The end of a word that says what went wrong, for each problem of the API. */
const words: Readonly<Record<string, string>> = {
  'state EXPIRED': 'state',
  'secret EXPIRED': 'state',
  'provider REFUSED': 'refused',
  'email WRONG': 'unverified',
  'email CONFLICT': 'member',
  'identity CONFLICT': 'taken',
}

/** Back to the page with the other ways to sign in, or to her account, which says what went wrong. */
function backWith(locale: Locale, path: string, [problem]: readonly ApiProblem[]): Response {
  const word = words[`${problem?.field} ${problem?.code}`] ?? 'unavailable'
  return redirect(`${href(locale, path)}?problem=${word}`, 303)
}

/**
 * Leads to the provider. Only from a page of ours: another site could otherwise have a visitor signed in, or a member's account
 * linked, as somebody she is not.
 */
export async function leadToProvider(context: PortalContext, request: Request): Promise<Response> {
  const { locale } = context
  const link = new URL(request.url).searchParams.has('link')
  const from = link ? '/account' : '/sign-in'
  if (request.headers.get('Sec-Fetch-Site') !== 'same-origin') return redirect(href(locale, from), 303)
  const next = nextOf(request) || href(locale, '/account')
  try {
    const { outcome } = await context.execute(BeginProviderMutation, { next, link })
    return outcome.url === null ? backWith(locale, from, outcome.problems) : redirect(outcome.url, 303)
  } catch (error) {
    throw await signInInstead(error, locale)
  }
}

/** Goes on where the provider sent somebody back: in the language she left in, or, where that is not known, the one she prefers. */
export async function comeBack(context: PortalContext, request: Request): Promise<Response> {
  const locale = wantedLocale(request) ?? context.locale
  try {
    const query = new URL(request.url).search.slice(1)
    const { outcome } = await context.execute(FinishProviderMutation, { query })
    if (outcome.step === null)
      return backWith(locale, context.signedIn ? '/account' : '/sign-in', outcome.problems)
    const next = backPath(outcome.next)
    const own = splitLocale(next).locale
    if (outcome.step === 'LINKED') return redirect(`${href(own, '/account')}?done=linked`, 303)
    if (outcome.step === 'JOIN')
      return redirect(`${href(own, '/join/confirm')}?secret=${outcome.secret}`, 303)
    return redirect(afterSignIn(own, outcome.step, next), 303)
  } catch (error) {
    throw await signInInstead(error, locale)
  }
}

/** Signing in first where the API asks for that; anything else as it was. */
async function signInInstead(error: unknown, locale: Locale): Promise<unknown> {
  if (!(error instanceof Response) || error.status !== 403) return error
  const { code }: { readonly code?: string } = await error.clone().json()
  const first = code === 'UNAUTHENTICATED' || code === 'SIGN_IN_AGAIN'
  return first ? signInFirst(locale, href(locale, '/account')) : error
}
