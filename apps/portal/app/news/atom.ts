/** An entry of a feed; addresses are whole. */
export interface FeedEntry {
  /** Never changes, whatever becomes of title and address. */
  readonly id: string
  readonly title: string
  readonly url: string
  /** ISO 8601. */
  readonly updated: string
  readonly summary: string | null
  readonly language: string
}

/** A feed; addresses are whole. */
export interface Feed {
  readonly title: string
  readonly language: string
  /** Its own address, which is also its id. */
  readonly self: string
  /** The page that shows the same. */
  readonly page: string
  /** Who publishes it. */
  readonly author: string
  /** When it is read, for a feed with nothing in it. */
  readonly now: string
  readonly entries: readonly FeedEntry[]
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Text as XML: characters that mean something are written out, those that XML cannot hold are left out. */
const xml = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign)

const entryXml = ({ id, title, url, updated, summary, language }: FeedEntry): string =>
  [
    `<entry xml:lang="${xml(language)}">`,
    `<id>${xml(id)}</id>`,
    `<title>${xml(title)}</title>`,
    `<link rel="alternate" type="text/html" href="${xml(url)}"/>`,
    `<updated>${xml(updated)}</updated>`,
    summary ? `<summary>${xml(summary)}</summary>` : '',
    '</entry>',
  ].join('')

/** A feed as Atom (RFC 4287). */
export const atomXml = ({ title, language, self, page, author, now, entries }: Feed): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(language)}">`,
    `<id>${xml(self)}</id>`,
    `<title>${xml(title)}</title>`,
    `<updated>${xml(entries[0]?.updated ?? now)}</updated>`,
    `<author><name>${xml(author)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${xml(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${xml(page)}"/>`,
    ...entries.map(entryXml),
    '</feed>\n',
  ].join('\n')
