/** Languages the portal speaks. How to add one: docs/languages.md. */
export const locales = ['en', 'fr', 'de', 'es', 'pl', 'uk', 'tr'] as const
export type Locale = (typeof locales)[number]
export const defaultLocale: Locale = 'en'

const rightToLeft = new Set(['ar', 'fa', 'he', 'ur', 'ckb', 'ps'])

/** Whether the portal speaks this language. */
export function isLocale(value: string): value is Locale {
  return locales.some((locale) => locale === value)
}

/** Writing direction of any BCP 47 language tag, for `dir` on foreign text as well as on the page. */
export function direction(language: string): 'ltr' | 'rtl' {
  return rightToLeft.has(language.toLowerCase().split('-')[0] ?? '') ? 'rtl' : 'ltr'
}

/**
 * Splits a URL path into the language its prefix names and the path the routes know:
 * `/fr/search` → `fr`, `/search`; a path without a known prefix is in the default language.
 */
export function splitLocale(pathname: string): { readonly locale: Locale; readonly path: string } {
  const [, first = '', ...rest] = pathname.split('/')
  if (first === defaultLocale || !isLocale(first)) return { locale: defaultLocale, path: pathname }
  return { locale: first, path: `/${rest.join('/')}` }
}

/** The address of a portal path in a language. The default language has no prefix. */
export function href(locale: Locale, path: string): string {
  return locale === defaultLocale ? path : `/${locale}${path === '/' ? '' : path}`
}

/** The value of `lang` for a text inside a page: none when it is the page's own language. */
export function foreignLang(locale: Locale, language: string | null | undefined): string | undefined {
  return language && language.toLowerCase().split('-')[0] !== locale ? language : undefined
}
