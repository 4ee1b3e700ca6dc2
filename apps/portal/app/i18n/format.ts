import type { Locale } from './locale.ts'

/** "3 April 2009" rather than "April 3, 2009": English here is the English of European town halls. */
const regional = (locale: Locale): string => (locale === 'en' ? 'en-GB' : locale)

/** A month alone stands after "since" and "in", which ask for endings that Intl does not give: "od 04.2009". */
const inflectsMonths: ReadonlySet<string> = new Set(['pl', 'uk'])

// Making a formatter costs some hundred times what using it does, and a page says hundreds of numbers. The memory is that
// of pure functions, as in words.ts: same name, same formatter; there are as many names as the interface has ways to speak.
const formatters = new Map<string, unknown>()

function once<F>(name: string, make: () => F): F {
  // One name means one `make`, so what is found under it is of its type.
  const known = formatters.get(name) as F | undefined
  if (known !== undefined) return known
  const formatter = make()
  formatters.set(name, formatter)
  return formatter
}

/** A number with the separators of the language: 1,234,567. */
export function formatNumber(locale: Locale, value: number, options?: Intl.NumberFormatOptions): string {
  const name = options ? `number ${locale} ${JSON.stringify(options)}` : `number ${locale}`
  return once(name, () => new Intl.NumberFormat(locale, options)).format(value)
}

/** A share given as percentage points (`12.5` → `12.5%`). */
export function formatPercent(locale: Locale, points: number): string {
  return formatNumber(locale, points / 100, { style: 'percent', maximumFractionDigits: 1 })
}

/** An amount of money, without cents when it has none. Unknown currency codes are printed as they are. */
export function formatMoney(locale: Locale, amount: number, currency: string): string {
  if (!/^[A-Z]{3}$/.test(currency)) return `${formatNumber(locale, amount)} ${currency}`
  return formatNumber(locale, amount, { style: 'currency', currency, maximumFractionDigits: 0 })
}

/**
 * A date as exact as the source states it: `2009` → 2009, `2009-04` → April 2009, `2009-04-03` → 3 April 2009.
 * Instants (`2009-04-03T10:00:00Z`) are shown by their day in UTC. What is not a date comes back unchanged.
 */
export function formatDate(locale: Locale, value: string): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T.*)?)?)?$/.exec(value)
  if (!match) return value
  const [, year = '', month, day] = match
  if (!month) return year
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)))
  if (Number.isNaN(date.getTime())) return value
  const options: Intl.DateTimeFormatOptions = {
    timeZone: 'UTC',
    year: 'numeric',
    month: !day && inflectsMonths.has(locale) ? '2-digit' : 'long',
    ...(day ? { day: 'numeric' } : {}),
  }
  // Ukrainian ends dates with "р." (year), whose full stop would double the one of a sentence.
  const format = once(
    `date ${locale} ${day ? 'day' : 'month'}`,
    () => new Intl.DateTimeFormat(regional(locale), options),
  )
  return format.format(date).replace(/\sр\.$/, '')
}

/** The name of a language in a language (`de` → German). What is not a language tag comes back unchanged. */
export function languageName(locale: Locale, language: string): string {
  try {
    const names = once(`languages ${locale}`, () => new Intl.DisplayNames(locale, { type: 'language' }))
    return names.of(language) ?? language
  } catch {
    return language
  }
}

/** A language in its own words, as people look for it: "Deutsch", "Français". */
export function ownLanguageName(locale: Locale): string {
  const [first = '', ...rest] = languageName(locale, locale)
  return first.toLocaleUpperCase(locale) + rest.join('')
}

/** Names joined as the language joins them: "Ghent, Malmö and Turin". */
export function formatList(locale: Locale, items: readonly string[]): string {
  return listFormat(locale).format(items)
}

/** The same of what is no text: the items and the words between them, in order. */
export function partsOfList<Item>(locale: Locale, items: readonly Item[]): readonly (string | Item)[] {
  const parts = listFormat(locale).formatToParts(items.map((_, index) => String(index)))
  return parts.map(({ type, value }) => (type === 'element' ? (items[Number(value)] ?? '') : value))
}

function listFormat(locale: Locale): Intl.ListFormat {
  return once(`list ${locale}`, () => new Intl.ListFormat(regional(locale), { type: 'conjunction' }))
}
