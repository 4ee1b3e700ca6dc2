import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { text } from './entry.test-data.ts'
import type { EntryInList } from './entry-row.fields.ts'
import { EntryList, entryFacts, entryRow, entryStates } from './entry-row.tsx'

const common = {
  id: 'prac_1',
  kind: 'PRACTICE',
  path: '/practices/one-room',
  coverage: 'FULL',
  freshness: 'UNCONFIRMED',
  title: text('One room'),
  summary: text('A summary.'),
} as const

const practice = {
  ...common,
  __typename: 'Practice',
  strapline: text('Three offices at one table.'),
  evidenceLevel: 2,
  stage: 'ENDED',
  start: '2016',
  end: null,
  territory: null,
  city: { title: text('Gdańsk') },
  country: { title: text('Poland') },
} satisfies EntryInList

const project = {
  ...common,
  kind: 'PROJECT',
  __typename: 'Project',
  status: null,
  start: null,
  end: null,
  leadOrganisation: null,
  countries: [],
} satisfies EntryInList

describe('facts of a row', () => {
  const facts = (entry: EntryInList) =>
    entryFacts('en', entry).map((fact) => (fact ? renderToStaticMarkup(fact) : undefined))

  test('a practice names its city, its country and when it was', () => {
    expect(facts(practice)).toEqual(['Gdańsk', 'Poland', 'began in 2016'])
  })

  test('a practice without a city names its territory, in whatever language', () => {
    const [territory] = facts({ ...practice, city: null, territory: 'Lower Silesia' })
    expect(territory).toBe('<span lang="">Lower Silesia</span>')
  })

  test('a project names up to three countries and counts more', () => {
    const countries = ['Poland', 'Sweden', 'Italy', 'Malta'].map((name) => ({ title: text(name) }))
    expect(facts({ ...project, countries: countries.slice(0, 3) })[1]).toBe('Poland, Sweden and Italy')
    expect(facts({ ...project, countries })[1]).toBe('4 countries')
  })

  test('a project of which nothing is known has a row without facts', () => {
    expect(entryFacts('en', project).filter(Boolean)).toEqual([])
    expect(renderToStaticMarkup(<EntryList entries={[project]} />)).not.toContain('fact-line')
  })
})

describe('rows', () => {
  test('only practices have evidence, freshness and stage; of other kinds it is told that a confirmation is overdue', () => {
    expect(entryStates('en', practice)).toHaveLength(3)
    expect(entryStates('en', { ...practice, stage: null })).toHaveLength(2)
    expect(entryStates('en', project)).toEqual([])
    expect(entryStates('en', { ...project, freshness: 'OVERDUE' })).toMatchObject([
      { word: 'confirmation overdue' },
    ])
  })

  test('a row shows the strapline, or else the beginning of the summary', () => {
    expect(entryRow('en', practice).strapline).toBe('Three offices at one table.')
    expect(entryRow('en', { ...practice, strapline: null }).strapline).toBe('A summary.')
    expect(entryRow('en', { ...project, summary: text('word '.repeat(200)) }).strapline?.length).toBeLessThan(
      250,
    )
  })

  test('a row says its kind only where asked to, and its language only when it is foreign', () => {
    expect(entryRow('en', practice)).toMatchObject({ kind: undefined, lang: undefined })
    expect(entryRow('en', { ...practice, title: text('Ein Zimmer', 'de') }, true)).toMatchObject({
      kind: 'Practice',
      lang: 'de',
      straplineLang: undefined,
    })
    expect(entryRow('en', { ...practice, strapline: text('Drei Ämter', 'de') })).toMatchObject({
      lang: undefined,
      straplineLang: 'de',
    })
  })
})
