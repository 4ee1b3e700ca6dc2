import { describe, expect, test } from 'vitest'
import type { GivenAssessment } from './framework.fields.ts'
import { scoreRows } from './score-rows.ts'

const text = (value: string) => ({ value, language: 'en', origin: 'HUMAN' as const })

const assessment = (
  name: string,
  overall: number | null,
  scores: Readonly<Record<string, number>> = {},
  type: 'City' | 'Network' = 'City',
): GivenAssessment => ({
  label: null,
  date: null,
  by: null,
  overall,
  scores: Object.entries(scores).map(([key, score]) => ({ score, item: { key, title: text(key) } })),
  source: { citation: 'Index', section: null, url: null, accessed: null },
  subject: { __typename: type, id: name, path: `/cities/${name}`, title: text(name) },
})

const average = assessment('network', 59, { language: 52, media: 40 }, 'Network')

describe('scores of a place beside the others', () => {
  test('have a row for the whole and one for each item that was measured there', () => {
    const own = assessment('Ghent', 70, { language: 48 })
    const rows = scoreRows(own, [own, average, assessment('Oslo', 78)], { overall: 'Overall', locale: 'en' })
    expect(rows).toMatchObject([
      { label: 'Overall', own: 70, average: 59, peers: [{ name: 'Oslo', value: 78 }] },
      { label: 'language', own: 48, average: 52, peers: [] },
    ])
    expect(rows).toHaveLength(2)
  })

  test('keep a zero apart from what was not measured', () => {
    const own = assessment('Ghent', 0)
    expect(scoreRows(own, [own], { overall: 'Overall', locale: 'en' })).toMatchObject([
      { own: 0, average: undefined },
    ])
    const partly = assessment('Ghent', null, { media: 0 })
    expect(scoreRows(partly, [partly, average], { overall: 'Overall', locale: 'en' })).toMatchObject([
      { own: 0, average: 40 },
    ])
  })

  test('show each other place once, by its newest score', () => {
    const own = assessment('Ghent', 70)
    const others = [assessment('Oslo', 78), assessment('Oslo', 66)]
    const [row] = scoreRows(own, [own, ...others], { overall: 'Overall', locale: 'en' })
    expect(row?.peers).toEqual([{ name: 'Oslo', value: 78 }])
  })
})
