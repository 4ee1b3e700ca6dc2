import type { MetaDescriptor } from '@remix-run/node'
import { href, type Locale } from '../i18n/locale.ts'
import { pageMeta } from '../page-meta.ts'
import type { EntryPage, GivenText } from './entry.fields.ts'
import type { EntryReader } from './entry-frame.tsx'
import { entryJsonLd, type JsonLd } from './entry-json-ld.ts'

export interface EntryMeta {
  readonly line?: GivenText | null
  readonly more?: JsonLd
  readonly reader?: Pick<EntryReader, 'preview'>
}

/**
 * The head of the page of an entry: title, description, canonical address, Open Graph, JSON-LD.
 * @param line describes it better than its summary: a strapline
 * @param more properties for the JSON-LD
 * @param reader who reads it: a preview is no page that others could find or quote
 */
export function entryMeta(
  locale: Locale,
  entry: EntryPage,
  { line, more, reader }: EntryMeta = {},
): MetaDescriptor[] {
  if (reader?.preview) return pageMeta(locale, { title: entry.title.value, noIndex: true })
  const canonical = new URL(href(locale, entry.path), entry.url).href
  return [
    ...pageMeta(locale, {
      title: entry.title.value,
      description: (line ?? entry.summary)?.value,
      canonical,
      jsonLd: entryJsonLd(entry, more),
      feed: feedOf(locale, entry),
    }),
    { property: 'og:type', content: 'article' },
    { property: 'og:url', content: canonical },
  ]
}

/** The feed of what is filed under an entry: there are lists by city and by network. */
function feedOf(locale: Locale, { kind, path }: EntryPage): string | undefined {
  if (kind !== 'CITY' && kind !== 'NETWORK') return undefined
  return href(locale, `/feeds/search?${kind.toLowerCase()}=${path.split('/').at(-1)}`)
}
