import { describe, expect, test } from 'vitest'
import { entry, text } from './entry.test-data.ts'
import { entryJsonLd } from './entry-json-ld.ts'

describe('JSON-LD', () => {
  test('a practice is a work of its own, under the licence of the record', () => {
    expect(entryJsonLd(entry)).toEqual({
      '@type': 'Article',
      '@id': 'https://hansa.test/practices/one-room#prac_7f3k2',
      url: 'https://hansa.test/practices/one-room',
      identifier: 'prac_7f3k2',
      name: 'One room for the first school day',
      mainEntityOfPage: 'https://hansa.test/practices/one-room',
      inLanguage: 'en',
      license: 'https://creativecommons.org/licenses/by/4.0/',
      dateModified: '2026-11-22T13:00:00.000Z',
    })
  })

  test('the licence of a page about an organisation is not that of the organisation', () => {
    const organisation = entryJsonLd({ ...entry, kind: 'ORGANISATION' })
    expect(organisation).not.toHaveProperty('license')
    expect(organisation.mainEntityOfPage).toMatchObject({
      '@type': 'WebPage',
      license: 'https://creativecommons.org/licenses/by/4.0/',
    })
  })

  test('what is not known is left out rather than said to be empty', () => {
    const more = { about: [], sameAs: null, abstract: '', headline: 'x' }
    const object = entryJsonLd({ ...entry, summary: text('Three offices at one table.') }, more)
    expect(object).toMatchObject({ description: 'Three offices at one table.', headline: 'x' })
    for (const key of ['about', 'sameAs', 'abstract', 'alternateName', 'citation'])
      expect(object).not.toHaveProperty(key)
  })

  test('sources are cited with what is known of them', () => {
    const source = { citation: 'Guide', section: 'p. 4', url: null, accessed: '2026-11' }
    expect(entryJsonLd({ ...entry, sources: [source] }).citation).toEqual([
      { '@type': 'CreativeWork', name: 'Guide', pagination: 'p. 4' },
    ])
  })
})
