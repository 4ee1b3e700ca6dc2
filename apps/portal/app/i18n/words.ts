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
  return String(formatOf(locale, key).format(values))
}

/** The same with values that are no text, such as a marked name: the parts of the sentence, in order. */
export function partsOf<Part extends object>(
  locale: Locale,
  key: WordKey,
  values: Readonly<Record<string, WordValues[string] | Part>>,
): readonly (string | Part)[] {
  const said = formatOf(locale, key).format<Part>(values)
  return Array.isArray(said) ? said : [said]
}

function formatOf(locale: Locale, key: WordKey): IntlMessageFormat {
  const id = `${locale}:${key}`
  let format = formats.get(id)
  if (!format) {
    format = new IntlMessageFormat(message(locale, key), locale, undefined, { ignoreTag: true })
    formats.set(id, format)
  }
  return format
}
