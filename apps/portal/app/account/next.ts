import { backPath } from '../back-path.ts'
import { href, type Locale } from '../i18n/locale.ts'

/** The page of ours to go to after signing in, as the address says; empty when it says none that is ours. */
export function nextOf(request: Request): string {
  const next = backPath(new URL(request.url).searchParams.get('next'))
  return next === '/' ? '' : next
}

/** Where a step of signing in leads: to the second one, or to where the visitor was going. */
export function afterSignIn(locale: Locale, step: string | null, next: string): string {
  if (step === 'SECOND_FACTOR') return `${href(locale, '/sign-in/code')}${withNext(next)}`
  return next === '' ? href(locale, '/account') : next
}

/** The query that carries the page to go to afterwards. */
export function withNext(next: string): string {
  return next === '' ? '' : `?next=${encodeURIComponent(next)}`
}
