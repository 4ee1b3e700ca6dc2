import type { MetaDescriptor } from '@remix-run/node'
import type { PortalContext } from './context.ts'
import { href, type Locale } from './i18n/locale.ts'
import { t } from './i18n/words.ts'

export interface PageMeta {
  /** Title of the page without the site's name; with the page number where there are several. */
  readonly title: string
  readonly description?: string | undefined
  /** Absolute address under which the page wants to be known. */
  readonly canonical?: string | undefined
  /** A schema.org object. */
  readonly jsonLd?: Readonly<Record<string, unknown>> | undefined
  /** Address of the feed of what the page lists, within this site. */
  readonly feed?: string | undefined
  /** Keeps the page out of search engines: results, comparisons. */
  readonly noIndex?: boolean
}

/** The absolute address of a path in the language of the page. */
export function canonicalUrl(
  { publicUrl, locale }: Pick<PortalContext, 'publicUrl' | 'locale'>,
  path: string,
): string {
  return publicUrl + href(locale, path)
}

/** The head of a page, for a route's `meta` function. */
export function pageMeta(locale: Locale, page: PageMeta): MetaDescriptor[] {
  const { title, description, canonical, jsonLd, feed, noIndex } = page
  const descriptors: (MetaDescriptor | undefined)[] = [
    { title: t(locale, 'frame.title', { page: title }) },
    description ? { name: 'description', content: shortened(description) } : undefined,
    { property: 'og:title', content: title },
    description ? { property: 'og:description', content: shortened(description) } : undefined,
    canonical ? { tagName: 'link', rel: 'canonical', href: canonical } : undefined,
    feed ? { tagName: 'link', rel: 'alternate', type: 'application/atom+xml', href: feed } : undefined,
    noIndex ? { name: 'robots', content: 'noindex' } : undefined,
    jsonLd
      ? { 'script:ld+json': { '@context': 'https://schema.org', ...jsonLd } as Record<string, string> }
      : undefined,
  ]
  return descriptors.filter((descriptor) => descriptor !== undefined)
}

/** Search engines show some 160 characters. */
function shortened(text: string): string {
  return text.length <= 160 ? text : `${text.slice(0, 159).trimEnd()}…`
}
