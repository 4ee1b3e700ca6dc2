import { InvalidInput } from '@hansa/domain/errors'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Filter, SearchEngine } from '../engine.ts'
import { idsOf, type OpenEngine, openFilled, testDoc } from './fixtures.ts'

const doc = (id: string, country: string[], area: string[], year: number | null, kind = 'practice') =>
  testDoc(id, { kind, facets: { country, area }, year, fields: { title: ['Housing'] } })

const DOCS = [
  doc('a', ['PL'], ['housing', 'work'], 2010),
  doc('b', ['PL', 'SE'], ['housing'], 2015),
  doc('c', ['SE'], [], null),
  doc('d', [], ['work'], 2020, 'city'),
  doc('e', [`it's "x" OR 1=1`], ['health'], -5, 'city'),
]

const CASES: [string, Filter, string][] = [
  ['a value', { facet: 'country', in: ['PL'] }, 'ab'],
  ['any of several values', { facet: 'country', in: ['SE', `it's "x" OR 1=1`] }, 'bce'],
  ['an unknown value', { facet: 'country', in: ['XX'] }, ''],
  ['no value at all', { facet: 'country', in: [] }, ''],
  ['a value as written only', { facet: 'country', in: ['pl'] }, ''],
  ['a value with quotes', { facet: 'country', in: [`" OR country = "PL`] }, ''],
  ['not a value', { not: { facet: 'country', in: ['PL'] } }, 'cde'],
  ['a facet that is there', { facet: 'area', exists: true }, 'abde'],
  ['a facet that is missing', { facet: 'area', exists: false }, 'c'],
  ['a range', { number: 'year', min: 2010, max: 2015 }, 'ab'],
  ['an open range', { number: 'year', min: 2015 }, 'bd'],
  ['a range below', { number: 'year', max: 0 }, 'e'],
  ['an impossible range', { number: 'year', min: 3, max: 2 }, ''],
  ['any number', { number: 'year', exists: true }, 'abde'],
  ['a missing number', { number: 'year', exists: false }, 'c'],
  ['the kind', { facet: 'kind', in: ['city'] }, 'de'],
  ['ids', { ids: ['b', 'e', 'nobody'] }, 'be'],
  ['all of nothing', { all: [] }, 'abcde'],
  ['any of nothing', { any: [] }, ''],
  [
    'both',
    {
      all: [
        { facet: 'country', in: ['PL'] },
        { facet: 'area', in: ['work'] },
      ],
    },
    'a',
  ],
  [
    'either',
    {
      any: [
        { facet: 'country', in: ['PL'] },
        { facet: 'area', in: ['work'] },
      ],
    },
    'abd',
  ],
  [
    'a nested tree',
    {
      not: {
        any: [
          { all: [{ facet: 'kind', in: ['practice'] }, { not: { number: 'year', exists: true } }] },
          { ids: ['a'] },
        ],
      },
    },
    'bde',
  ],
]

/** Conditions alone and combined. */
export function describeFilters(open: OpenEngine): void {
  describe('filters', () => {
    let engine: SearchEngine
    beforeAll(async () => {
      engine = await openFilled(open, DOCS)
    })
    afterAll(() => engine.close())

    it.each(CASES)('filters by %s', async (_what, filter, expected) => {
      for (const text of ['', 'housing ', 'hosuing ']) {
        const page = await engine.search({ text, filter, limit: 100 })
        expect(page.hits.map((hit) => hit.id).join('')).toBe(expected)
        expect(page.total).toBe(expected.length)
      }
    })

    it('refuses names the index does not have, and trees without end', async () => {
      const bad: unknown[] = [
        { facet: 'colour', in: [] },
        { number: 'weight', min: 1 },
        { near: { lat: 91, lng: 0 }, radius: 1 },
        {},
        { facet: 'area' },
      ]
      for (const filter of bad)
        await expect(engine.search({ text: '', filter: filter as Filter })).rejects.toThrow(InvalidInput)
      let deep: Filter = { all: [] }
      for (let i = 0; i < 50_000; i++) deep = { not: deep }
      await expect(engine.search({ text: '', filter: deep })).rejects.toThrow(InvalidInput)
    })

    it('takes lists of thousands of values', async () => {
      const many = Array.from({ length: 5000 }, (_, i) => `x${i}`)
      expect(await idsOf(engine, { text: '', filter: { facet: 'country', in: [...many, 'SE'] } })).toEqual([
        'b',
        'c',
      ])
    })
  })
}
