import { describe, expect, test } from 'vitest'
import type { GivenFigure } from './figure.fields.ts'
import { figureText, newestFigure, sortedFigures } from './figure-text.ts'

const figure = (key: string, year: number | null, value: number | null = 1): GivenFigure => ({
  indicator: { id: `indicator/${key}`, key, label: { value: key, language: 'en', origin: 'HUMAN' } },
  value,
  text: null,
  unit: null,
  year,
  definition: null,
  source: { citation: 'Statistics', section: null, url: null, accessed: null },
})

describe('figures', () => {
  test.each([
    [{ value: 24.13, text: null, unit: '%' }, '24.1%'],
    [{ value: 1_242_000, text: null, unit: 'persons' }, '1,242,000'],
    [{ value: 21, text: null, unit: 'rank of 56' }, '21 of 56'],
    [{ value: 69, text: null, unit: 'points of 100' }, '69 of 100'],
    [{ value: 12, text: null, unit: 'districts' }, '12 districts'],
    [{ value: 0, text: null, unit: null }, '0'],
    [{ value: null, text: 'federal', unit: null }, 'federal'],
    [{ value: null, text: null, unit: null }, 'not stated in the source'],
  ])('%o reads as “%s”', (given, text) => expect(figureText('en', given)).toBe(text))

  test('the newest number of an indicator stands for it; one without a year only where there is no other', () => {
    const old = figure('population', 2001)
    const undated = figure('population', null)
    const text = figure('population', 2025, null)
    expect(newestFigure([undated, old, text, figure('share', 2024)], 'population')).toBe(old)
    expect(newestFigure([undated], 'population')).toBe(undated)
    expect(newestFigure([], 'population')).toBeUndefined()
  })

  test('sources that disagree stand together, the newest first', () => {
    const figures = [figure('a', 2001), figure('b', 2002), figure('a', 2020), figure('a', null)]
    expect(sortedFigures(figures).map(({ indicator, year }) => [indicator.key, year])).toEqual([
      ['a', 2020],
      ['a', 2001],
      ['a', null],
      ['b', 2002],
    ])
  })
})
