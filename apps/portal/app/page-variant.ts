import { nearCookieName, rememberedNear } from './comparable/near-cookie.ts'
import { languageField, wantedLocale } from './i18n/preference.ts'
import { themeName, themeOf } from './theme.ts'

/** Cookies that say nothing about who asks, only how a page is to look. */
const harmless: ReadonlySet<string> = new Set([
  languageField,
  themeName,
  nearCookieName,
  // That somebody has signed in from here before counts when she does so again, and shows on no page.
  'hansa-device',
  '__Host-hansa-device',
])

/**
 * What a page depends on beside its address, as a text: two requests for one address with the same variant get the same
 * page. Null when the page may be somebody's own: whatever is not known to be harmless counts as a sign of that.
 */
export function variantOf(request: Request): string | null {
  const { headers, method } = request
  if (method !== 'GET' || headers.has('Authorization')) return null
  const names = (headers.get('Cookie') ?? '').split(';').map((cookie) => cookie.split('=')[0]?.trim() ?? '')
  if (names.some((name) => name !== '' && !harmless.has(name))) return null
  return JSON.stringify([wantedLocale(request) ?? '', themeOf(request), rememberedNear(request)])
}
