import type { JsonLd } from '../entry/entry-json-ld.ts'
import type { ResourcePage } from './resource.fields.ts'

/** What schema.org can say about a publication beyond what every entry has. */
export function resourceJsonLd({
  authors,
  publisher,
  published,
  link,
}: Pick<ResourcePage, 'authors' | 'publisher' | 'published' | 'link'>): JsonLd {
  return {
    author: authors.map((name) => ({ '@type': 'Person', name })),
    publisher: publisher ? { '@type': 'Organization', name: publisher } : undefined,
    datePublished: published,
    sameAs: link,
  }
}
