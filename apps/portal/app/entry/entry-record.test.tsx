import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { entry, text } from './entry.test-data.ts'
import { EntryCitation } from './entry-citation.tsx'
import { EntryHistory, historySentences } from './entry-history.tsx'
import { EntryNote } from './entry-note.tsx'
import { sourceOf } from './entry-sources.tsx'

describe('citation', () => {
  const cited = (props: Partial<typeof entry>) =>
    renderToStaticMarkup(<EntryCitation entry={{ ...entry, ...props }} />)

  test('names title, kind, registry, record, day, address and licence', () => {
    expect(cited({})).toContain(
      'One room for the first school day. Practice in Hansa, record prac_7f3k2, version of 22 November 2026. https://hansa.test/practices/one-room. CC BY 4.0.',
    )
  })

  test('a title that ends with a full stop gets no second one', () => {
    expect(cited({ title: text('MILE.') })).toContain('>MILE. Practice')
  })
})

describe('history', () => {
  test('a record nobody confirmed says so, and when it was written', () => {
    expect(historySentences('en', entry)).toEqual([
      'Nobody responsible for it has confirmed this record yet.',
      'Written from its sources (22 November 2026).',
    ])
  })

  test('a confirmed record says until when, and when it was changed since', () => {
    const confirmed = {
      ...entry,
      freshness: 'CONFIRMED' as const,
      lastConfirmedAt: '2026-04-03',
      confirmationDueAt: '2027-04-03',
      provenance: { ...entry.provenance, harvested: '2025-01' },
    }
    expect(historySentences('en', confirmed)).toEqual([
      'Confirmed on 3 April 2026.',
      'To be confirmed again by 3 April 2027.',
      'Written from its sources (January 2025).',
      'Last changed on 22 November 2026.',
    ])
  })

  test('who published and confirmed it is told instead of the bare day, the last of each, the oldest first', () => {
    const step = { name: null, actingFor: null, other: null }
    const place = { title: text('Ligue des villes', 'fr'), path: '/networks/league' }
    const history = [
      { ...step, step: 'PUBLISH' as const, at: '2024-02-01T09:00:00Z' },
      { ...step, step: 'CONFIRM' as const, at: '2025-02-01T09:00:00Z', name: 'Somebody' },
      { ...step, step: 'ARCHIVE' as const, at: '2025-12-01T09:00:00Z' },
      { ...step, step: 'CONFIRM' as const, at: '2026-02-01T09:00:00Z', name: 'Anna', actingFor: place },
    ]
    const told = { ...entry, history, lastConfirmedAt: '2026-02-01', confirmationDueAt: '2027-02-01' }
    const html = renderToStaticMarkup(<EntryHistory entry={{ ...told, freshness: 'CONFIRMED' }} />)
    expect(html.replace(/<[^>]*>/g, '')).toContain(
      'Published on 1 February 2024. Confirmed by Anna for Ligue des villes on 1 February 2026. To be confirmed again by',
    )
    expect(html).toContain('<a href="/networks/league"><span lang="fr">Ligue des villes</span></a>')
    expect(html).not.toContain('Confirmed on')
  })

  test('an overdue record does not claim a next confirmation', () => {
    const overdue = {
      ...entry,
      freshness: 'OVERDUE' as const,
      lastConfirmedAt: '2024-04-03',
      confirmationDueAt: '2025-04-03',
    }
    expect(historySentences('en', overdue)[1]).toBe(
      'It was to be confirmed again by 3 April 2025, and nobody has done so.',
    )
  })
})

describe('note', () => {
  const shown = (props: Partial<typeof entry>, reliedOn = false) =>
    renderToStaticMarkup(<EntryNote entry={{ ...entry, ...props }} reliedOn={reliedOn} />)

  test('a full record needs one only where people act on it unconfirmed', () => {
    expect(shown({})).toBe('')
    expect(shown({}, true)).toContain('Not yet confirmed')
    expect(shown({ freshness: 'CONFIRMED' }, true)).toBe('')
  })

  test('a short record and a mention say what they are', () => {
    expect(shown({ coverage: 'SHORT' })).toContain('A short record')
    expect(shown({ coverage: 'MENTION' }, true)).toContain('Nobody responsible has confirmed it yet')
  })

  test('an overdue record says so before everything else', () => {
    const html = shown({ coverage: 'MENTION', freshness: 'OVERDUE', confirmationDueAt: '2025-04-03' }, true)
    expect(html).toContain('3 April 2025')
    expect(html).not.toContain('Named in passing')
  })
})

test('a source keeps its section, and the day it was read as a note', () => {
  const source = { citation: 'Guide', section: 'p. 4', url: 'https://guide.test', accessed: '2026-11' }
  expect(sourceOf('en', source)).toEqual({
    citation: 'Guide',
    href: 'https://guide.test',
    section: 'p. 4',
    note: 'read November 2026',
  })
  expect(sourceOf('en', { citation: 'Guide', section: null, url: null, accessed: null }).note).toBeUndefined()
})
