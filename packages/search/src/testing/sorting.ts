import { InvalidInput } from '@hansa/domain/errors'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SearchEngine, SearchQuery, SortKey } from '../engine.ts'
import { fill, ids, idsOf, type OpenEngine, openFilled, testDoc } from './fixtures.ts'

/** Order and pages. */
export function describeSorting(open: OpenEngine): void {
  describe('sorting and paging', () => {
    let engine: SearchEngine
    beforeAll(async () => {
      engine = await openFilled(open, [])
    })
    afterAll(() => engine.close())

    const byYear = (descending: boolean): SortKey => ({ by: 'number', name: 'year', descending })
    const byTitle = (descending: boolean): SortKey => ({ by: 'text', name: 'title', descending })

    it('sorts numbers both ways, missing ones last, ties by the stable key', async () => {
      const years: [string, number | null][] = [
        ['a', null],
        ['b', 2010],
        ['c', -3],
        ['d', 2010],
        ['e', 0.5],
        ['f', 1e12],
      ]
      await fill(
        engine,
        years.map(([id, year]) => testDoc(id, { year })),
      )
      expect(await idsOf(engine, { text: '', sort: [byYear(false)] })).toEqual(['c', 'e', 'b', 'd', 'f', 'a'])
      expect(await idsOf(engine, { text: '', sort: [byYear(true)] })).toEqual(['f', 'b', 'd', 'e', 'c', 'a'])
    })

    it('sorts titles by folded letters, missing ones last', async () => {
      const titles: [string, string | null][] = [
        ['a', 'Łódź'],
        ['b', 'London'],
        ['c', null],
        ['d', 'Århus'],
        ['e', 'zürich'],
        ['f', 'Zurich'],
        ['g', 'Ålborg'],
      ]
      await fill(
        engine,
        titles.map(([id, title]) => testDoc(id, { fields: title === null ? {} : { title: [title] } })),
      )
      expect(await idsOf(engine, { text: '', sort: [byTitle(false)] })).toEqual([
        'g',
        'd',
        'a',
        'b',
        'e',
        'f',
        'c',
      ])
      expect(await idsOf(engine, { text: '', sort: [byTitle(true)] })).toEqual([
        'e',
        'f',
        'b',
        'a',
        'd',
        'g',
        'c',
      ])
    })

    it('sorts by several keys in turn', async () => {
      const rows: [string, string, number | null][] = [
        ['a', 'B', 1],
        ['b', 'A', 2],
        ['c', 'B', 2],
        ['d', 'A', null],
        ['e', 'A', 2],
      ]
      await fill(
        engine,
        rows.map(([id, title, year]) => testDoc(id, { year, fields: { title: [title] } })),
      )
      expect(await idsOf(engine, { text: '', sort: [byTitle(false), byYear(true)] })).toEqual([
        'b',
        'e',
        'd',
        'c',
        'a',
      ])
      expect(await idsOf(engine, { text: '', sort: [byYear(true), byTitle(true)] })).toEqual([
        'c',
        'b',
        'e',
        'a',
        'd',
      ])
    })

    it('sorts the hits of a text by the key, not by relevance', async () => {
      await fill(engine, [
        testDoc('a', { year: 1, fields: { title: ['housing'] } }),
        testDoc('b', { year: 2, fields: { body: ['hosuing'] } }),
        testDoc('c', { year: 3, fields: { title: ['schools'] } }),
      ])
      expect(await idsOf(engine, { text: 'housing ', sort: [byYear(true)] })).toEqual(['b', 'a'])
    })

    it('gives every hit once over all pages, with the same total', async () => {
      const docs = Array.from({ length: 97 }, (_, i) =>
        testDoc(`d${(i * 31) % 97}`, {
          year: i % 5 === 0 ? null : i % 7,
          fields: { title: [`Housing ${'policy '.repeat(i % 4)}`], body: ['policy of housing'] },
        }),
      )
      await fill(engine, docs)
      const queries: SearchQuery[] = [
        { text: '' },
        { text: 'housing poli' },
        { text: '', sort: [byYear(true)] },
        { text: 'housing ', sort: [byYear(false), byTitle(true)] },
      ]
      for (const query of queries) {
        const whole = await idsOf(engine, { ...query, limit: 1000 })
        expect(new Set(whole).size).toBe(97)
        for (const limit of [1, 10, 13]) {
          const pages: string[] = []
          for (let offset = 0; offset < 97 + limit; offset += limit) {
            const page = await engine.search({ ...query, offset, limit })
            expect(page.total).toBe(97)
            pages.push(...ids(page))
          }
          expect(pages).toEqual(whole)
        }
      }
    }, 300_000)

    it('gives an empty page beyond the end and for a limit of zero', async () => {
      await fill(engine, [testDoc('a')])
      expect(await engine.search({ text: '', offset: 50 })).toEqual({ hits: [], total: 1, facets: {} })
      expect(await engine.search({ text: '', limit: 0 })).toEqual({ hits: [], total: 1, facets: {} })
    })

    it('refuses keys it does not have and places that cannot be', async () => {
      const bad: SearchQuery[] = [
        { text: '', sort: [{ by: 'number', name: 'weight' }] },
        { text: '', sort: [{ by: 'text', name: 'colour' }] },
        { text: '', offset: -1 },
        { text: '', limit: 1.5 },
        { text: '', limit: 1001 },
        { text: '', offset: Number.NaN },
        { text: 'x'.repeat(10_001) },
        { text: '', attributes: ['colour'] },
      ]
      for (const query of bad) await expect(engine.search(query)).rejects.toThrow(InvalidInput)
    })
  })
}
