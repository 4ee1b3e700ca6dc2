import { foreignLang, type Locale } from '../i18n/locale.ts'
import type { GivenText } from './entry.fields.ts'

/** The value of `lang` for a text of the API: none when it is in the page's own language. */
export function langOf(
  locale: Locale,
  text: Pick<GivenText, 'language'> | null | undefined,
): string | undefined {
  return foreignLang(locale, text?.language)
}

/** The beginning of a text, cut between words, for rows and descriptions. */
export function shortened(text: string, max: number): string {
  if (text.length <= max) return text
  const cut = text.slice(0, max)
  const end = cut.lastIndexOf(' ')
  return `${(end > max / 2 ? cut.slice(0, end) : cut).replace(/[\s,;:.–-]+$/, '')}…`
}
