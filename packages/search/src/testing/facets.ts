import { InvalidInput } from '@hansa/domain/errors'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SearchEngine } from '../engine.ts'
import { fill, type OpenEngine, openFilled, testDoc } from './fixtures.ts'

const AREAS = ['Łódź quarter', 'łódka', 'Work', 'New-comers']

/** Counting values. */
export function describeFacets(open: OpenEngine): void {
  describe('facets', () => {
    let engine: SearchEngine
    beforeAll(async () => {
      const docs = Array.from({ length: 50 }, (_, i) =>
        testDoc(`d${String(i).padStart(2, '0')}`, {
          kind: i % 10 === 0 ? 'city' : 'practice',
          fields: { title: [i < 30 ? 'Housing' : 'Schools'] },
          facets: { country: [`c${i % 4}`], area: AREAS.slice(0, i % 5) },
        }),
      )
      engine = await openFilled(open, docs)
    })
    afterAll(() => engine.close())

    it('counts over all hits, not the page, the most frequent first', async () => {
      const page = await engine.search({ text: 'housing ', facets: ['country', 'kind'], limit: 1 })
      expect(page.facets.country).toEqual([
        { value: 'c0', count: 8 },
        { value: 'c1', count: 8 },
        { value: 'c2', count: 7 },
        { value: 'c3', count: 7 },
      ])
      expect(page.facets.kind).toEqual([
        { value: 'practice', count: 27 },
        { value: 'city', count: 3 },
      ])
      const sum = page.facets.country?.reduce((total, { count }) => total + count, 0)
      expect(sum).toBe(page.total)
    })

    it('counts a document once for each of its values', async () => {
      const page = await engine.search({ text: '', facets: ['area'] })
      expect(page.facets.area).toEqual(AREAS.map((value, i) => ({ value, count: 40 - i * 10 })))
    })

    it('leaves out values without hits', async () => {
      const page = await engine.search({ text: '', facets: ['country', 'area'], filter: { ids: ['d00'] } })
      expect(page.facets).toEqual({ country: [{ value: 'c0', count: 1 }], area: [] })
    })

    it('counts under a filter, and without hits', async () => {
      const filter = { facet: 'country', in: ['c1'] }
      expect((await engine.search({ text: '', filter, facets: ['country'] })).facets.country).toEqual([
        { value: 'c1', count: 13 },
      ])
      expect((await engine.search({ text: 'nothing ', facets: ['country'] })).facets).toEqual({ country: [] })
    })

    it('gives at most as many values as asked for', async () => {
      const page = await engine.search({ text: '', facets: ['country'], facetLimit: 2 })
      expect(page.facets.country).toEqual([
        { value: 'c0', count: 13 },
        { value: 'c1', count: 13 },
      ])
    })

    it('counts thousands of values', async () => {
      const own = await openFilled(open, [])
      await fill(
        own,
        Array.from({ length: 3000 }, (_, i) =>
          testDoc(`d${i}`, { facets: { area: [`v${i}`], country: [] } }),
        ),
      )
      const page = await own.search({ text: '', facets: ['area'], facetLimit: 5000 })
      expect(page.facets.area).toHaveLength(3000)
      await own.close()
    })

    it('searches values by any of their words, folded', async () => {
      const values = async (prefix: string) =>
        (await engine.facetSearch('area', prefix, { text: '' })).map((one) => one.value)
      expect(await values('lod')).toEqual(['Łódź quarter', 'łódka'])
      expect(await values('QUAR')).toEqual(['Łódź quarter'])
      expect(await values('comers')).toEqual(['New-comers'])
      expect(await values('')).toEqual(AREAS)
      expect(await engine.facetSearch('area', 'work', { text: 'schools ' })).toEqual([
        { value: 'Work', count: 8 },
      ])
    })

    it('refuses facets the index does not have', async () => {
      await expect(engine.search({ text: '', facets: ['colour'] })).rejects.toThrow(InvalidInput)
      await expect(engine.facetSearch('colour', '', { text: '' })).rejects.toThrow(InvalidInput)
    })
  })
}
