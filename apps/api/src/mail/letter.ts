/** A message to one person, in her language. Paragraphs are plain words; a link stands alone. */
export type Letter = {
  subject: string
  /** Each a paragraph, or a link with the words it has in HTML; where these name something, they stand in the text too. */
  body: readonly (string | { link: string; words: string; named?: boolean })[]
  /** Why it came and how to have no more like it; letters that were asked for themselves have none. */
  ending?: { why: string; stop: { link: string; words: string } }
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
export const asText = ({ body, ending }: Letter): string =>
  [
    ...body.map((part) =>
      typeof part === 'string' ? part : part.named ? `${part.words}\n${part.link}` : part.link,
    ),
    // What stands under this line mail programs know to be no part of what is said.
    ...(ending ? [`-- \n${ending.why}`, `${ending.stop.words}: ${ending.stop.link}`] : []),
  ].join('\n\n')

const linkOf = ({ link, words }: { link: string; words: string }): string =>
  `<a href="${escapeHtml(link)}">${escapeHtml(words)}</a>`

/** The letter as HTML: words and links, nothing that is loaded from anywhere. */
export const asHtml = ({ subject, body, ending }: Letter, language: LetterLanguage): string => {
  const parts = body.map((part) =>
    typeof part === 'string'
      ? `<p>${escapeHtml(part)}</p>`
      : part.named
        ? `<p>${linkOf(part)}</p>`
        : `<p>${linkOf(part)}<br><small>${escapeHtml(part.link)}</small></p>`,
  )
  const end = ending ? `<hr><p><small>${escapeHtml(ending.why)} ${linkOf(ending.stop)}</small></p>` : ''
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${escapeHtml(subject)}</title><body style="font:16px/1.6 sans-serif;max-width:36rem">${parts.join('')}${end}</body></html>`
}
