import { IntlMessageFormat } from 'intl-messageformat'
import { message, type WordKey } from './catalogue.ts'
import type { Locale } from './locale.ts'

export type WordValues = Readonly<Record<string, string | number | Date>>

// Parsing a message costs more than saying it. The cache is a pure function's memory: same key, same answer.
const formats = new Map<string, IntlMessageFormat>()

/**
 * Says a word or sentence of the interface in a language, with ICU plural and select rules.
 * Throws when the message needs a value that is not given: that is a fault of ours, found by any test of the page.
 */
export function t(locale: Locale, key: WordKey, values?: WordValues): string {
  const id = `${locale}:${key}`
  let format = formats.get(id)
  if (!format) {
    format = new IntlMessageFormat(message(locale, key), locale, undefined, { ignoreTag: true })
    formats.set(id, format)
  }
  return String(format.format(values))
}
