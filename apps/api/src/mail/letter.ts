/** A message to one person, in her language. Paragraphs are plain words; a link stands alone. */
export type Letter = {
  subject: string
  /** Each a paragraph, or a link with the words it has in HTML. */
  body: readonly (string | { link: string; words: string })[]
}

/** The languages letters are written in: those of the portal. */
export const letterLanguages = ['en', 'fr', 'de', 'es', 'pl', 'uk', 'tr'] as const
export type LetterLanguage = (typeof letterLanguages)[number]

/** A letter in every language. */
export type LetterIn<V> = Readonly<Record<LetterLanguage, (values: V) => Letter>>

/** The language a person is written to in: the first wanted that letters are written in, else English. */
export const letterLanguage = (wanted: readonly string[]): LetterLanguage =>
  wanted
    .map((tag) => letterLanguages.find((language) => language === tag.split('-')[0]))
    .find((language) => language !== undefined) ?? 'en'

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign)

/** The letter as plain text. */
export const asText = (letter: Letter): string =>
  letter.body.map((part) => (typeof part === 'string' ? part : part.link)).join('\n\n')

/** The letter as HTML: words and links, nothing that is loaded from anywhere. */
export const asHtml = (letter: Letter, language: LetterLanguage): string => {
  const parts = letter.body.map((part) =>
    typeof part === 'string'
      ? `<p>${escapeHtml(part)}</p>`
      : `<p><a href="${escapeHtml(part.link)}">${escapeHtml(part.words)}</a><br><small>${escapeHtml(part.link)}</small></p>`,
  )
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${escapeHtml(letter.subject)}</title><body style="font:16px/1.6 sans-serif;max-width:36rem">${parts.join('')}</body></html>`
}
