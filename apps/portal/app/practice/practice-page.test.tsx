import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { text } from '../entry/entry.test-data.ts'
import { PageSections } from '../entry/page-sections.tsx'
import type { PracticePage } from './practice.fields.ts'
import { practice } from './practice.test-data.ts'
import { PracticeHeading } from './practice-heading.tsx'
import { practiceJsonLd } from './practice-json-ld.ts'
import { usePracticeSections } from './practice-sections.tsx'
import { costText, missingFields, relatedReasons } from './practice-words.ts'

function Page({ of }: { readonly of: PracticePage }) {
  return (
    <>
      <PracticeHeading practice={of} />
      <PageSections summary sections={usePracticeSections(of)} />
    </>
  )
}

const page = (of: Partial<PracticePage>) => renderToStaticMarkup(<Page of={{ ...practice, ...of }} />)
const headings = (html: string) => [...html.matchAll(/<h2[^>]*>([^<]*)</g)].map(([, words]) => words)

describe('the page of a practice', () => {
  test('a full fiche says where its sources are silent', () => {
    const html = page({})
    expect(headings(html)).toEqual([
      'In short',
      'The challenge',
      'What was done',
      'Lessons',
      'Results',
      'How migrants take part',
      'Money, staff and law',
      'What it needs',
      'Who to ask',
      'Sources',
      'Cite and reuse',
    ])
    expect(html).toContain('not stated in the source')
    expect(html).toContain('Not stated in the source: Cost · Paid by · Staff · Legal basis or power.')
  })

  test('a mention shows what is stated and leaves the rest to one note', () => {
    const html = page({ coverage: 'MENTION', summary: text('The study names it.') })
    expect(headings(html)).toEqual(['In short', 'Who to ask', 'Sources', 'Cite and reuse'])
    expect(html).toContain('Named in passing')
    expect(html).not.toMatch(/not stated/i)
  })

  test('results that were not measured and results that are not stated are told apart', () => {
    expect(page({ notMeasured: true })).toContain('Results were not measured, the sources say.')
    expect(page({})).toContain('Results are not stated in the sources.')
  })

  test('a table of results has no column that no result fills, and names the gaps of the others', () => {
    const result = { indicator: text('Families'), baseline: null, value: '380', date: null, source: null }
    const html = page({ results: [result, { ...result, indicator: text('Flats'), date: '2019' }] })
    expect(html).not.toContain('>Before<')
    expect(html).toContain('>When<')
    expect(html).toContain('not stated')
  })

  test('text in another language says so once and carries its tag', () => {
    const html = page({ title: text('Wohnraum', 'de'), challenge: text('Zu wenig Wohnungen', 'de') })
    expect(html.match(/This text is in German/g)).toHaveLength(1)
    expect(html).toContain('<h1 lang="de">')
    expect(html).toMatch(/<div lang="de"[^>]*><p>Zu wenig/)
  })

  test('whatever contributors write stays text', () => {
    const attack = '</script><img src=x onerror=alert(1)>'
    const html = page({
      title: text(attack),
      summary: text(attack),
      solution: [{ text: text(attack), actor: attack, duration: attack, output: attack }],
      sources: [{ citation: attack, section: attack, url: 'https://x.test', accessed: attack }],
    })
    expect(html).not.toContain('<img')
    expect(html).not.toContain('</script>')
  })

  test('pictures stand in their place before they are there, documents say how large they are, both who has the rights', () => {
    const attack = '"><img src=x onerror=alert(1)>'
    const picture = {
      id: 'file_1',
      kind: 'IMAGE',
      name: attack,
      bytes: 80_000,
      width: 960,
      height: 640,
      alternativeText: text(attack),
      caption: text(attack, 'de'),
      rightsHolder: attack,
      licence: 'all-rights-reserved',
      path: '/files/file_1/960.webp',
      images: [
        { width: 480, path: '/files/file_1/480.webp' },
        { width: 960, path: '/files/file_1/960.webp' },
      ],
    } as const
    const path = '/files/file_2/evaluation.pdf'
    const document = { ...picture, id: 'file_2', kind: 'PDF', bytes: 1_240_000, path } as const
    const html = page({
      attachments: [
        { ...document, images: [] },
        { ...picture, images: [...picture.images] },
      ],
    })
    expect(headings(html)).toContain('Pictures and documents')
    expect(html.match(/<img/g)).toHaveLength(1)
    expect(html).toContain('width="960" height="640"')
    expect(html).toContain('srcSet="/files/file_1/480.webp 480w, /files/file_1/960.webp 960w"')
    expect(html).toContain('loading="lazy"')
    expect(html.indexOf('<figure')).toBeLessThan(html.indexOf(path))
    expect(html).toContain('PDF, 1.2 MB')
    expect(html.match(/All rights reserved/g)).toHaveLength(2)
    expect(page({})).not.toContain('Pictures and documents')
  })

  test('two steps with the same words are both shown', () => {
    const step = { text: text('Meet.'), actor: null, duration: null, output: null }
    expect(page({ solution: [step, { ...step, actor: 'City' }] }).match(/Meet\./g)).toHaveLength(2)
  })
})

describe('words of a practice', () => {
  test('a cost is its band with its currency, then what the source says of it', () => {
    const none = { budgetBand: null, currency: null }
    expect(costText('en', none)).toBeUndefined()
    expect(costText('en', { budgetBand: 'UNDER_10K', currency: 'EUR' })).toBe('less than 10,000 EUR')
    expect(costText('en', { ...none, budgetBand: 'NONE', currency: 'EUR' })).toBe('no budget of its own')
    expect(page({ budgetBand: 'UNDER_10K', budgetNote: 'a year' })).toContain('less than 10,000; a year')
    expect(page({ staffNote: 'two mediators' })).toContain('two mediators')
  })

  test('related practices say why, the most telling reason first', () => {
    const shared = { components: 2, policyAreas: 1, targetGroups: 0, sameCity: true, sameCountry: true }
    expect(relatedReasons('en', shared)).toEqual([
      '2 shared building blocks',
      'a shared policy area',
      'same city',
    ])
  })

  test('what is missing is said in words, and a name without words is not printed', () => {
    expect(missingFields('en', ['contact', 'toString', 'unheardOf'])).toEqual(['whom to ask'])
  })

  test('JSON-LD says where and when as far as it is known', () => {
    expect(practiceJsonLd({ ...practice, start: '2016', territory: 'Lower Silesia' })).toMatchObject({
      contentLocation: { '@type': 'Place', name: 'Lower Silesia' },
      temporalCoverage: '2016/..',
    })
    expect(practiceJsonLd(practice).contentLocation).toBeUndefined()
  })
})
