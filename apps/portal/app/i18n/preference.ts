import { isLocale, type Locale } from './locale.ts'

/** Names of the cookie that remembers a choice, and of the form field that makes it. */
export const languageField = 'language'

/** The language a visitor chose with the switcher, or undefined: the cookie may be missing, old or forged. */
export function chosenLocale(request: Request): Locale | undefined {
  const value = /(?:^|;\s*)language=([\w-]+)/.exec(request.headers.get('Cookie') ?? '')?.[1]
  return value !== undefined && isLocale(value) ? value : undefined
}

/**
 * The first language of an `Accept-Language` header that the portal speaks, by weight and then by order: `de-AT` counts
 * as German, what is malformed or weighs nothing as not said. Undefined when none fits, as with most crawlers.
 */
export function acceptedLocale(header: string | null): Locale | undefined {
  const wanted = (header ?? '')
    .slice(0, 1000)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase())
      const weight = parameters.find((parameter) => parameter.startsWith('q='))
      return { language: tag.split('-')[0] ?? '', weight: weight ? Number(weight.slice(2)) : 1 }
    })
    .filter(({ weight }) => weight > 0 && weight <= 1)
    .toSorted((a, b) => b.weight - a.weight)
  return wanted.map(({ language }) => language).find(isLocale)
}

/** The language a visitor would rather read: the one chosen, else the browser's. */
export function wantedLocale(request: Request): Locale | undefined {
  return chosenLocale(request) ?? acceptedLocale(request.headers.get('Accept-Language'))
}

/** A `Set-Cookie` value that remembers a language for a year. It names nobody and no script needs it. */
export function languageCookie(locale: Locale): string {
  return `${languageField}=${locale}; Path=/; Max-Age=${60 * 60 * 24 * 365}; SameSite=Lax; HttpOnly`
}
