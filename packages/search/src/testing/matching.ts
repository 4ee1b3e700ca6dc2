import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SearchEngine } from '../engine.ts'
import { fill, idsOf, type OpenEngine, openFilled, testDoc, titled } from './fixtures.ts'

/** Which documents match which words. */
export function describeMatching(open: OpenEngine): void {
  describe('matching', () => {
    let engine: SearchEngine
    beforeAll(async () => {
      engine = await openFilled(open, [])
    })
    afterAll(() => engine.close())

    it('wants every word, in whatever attribute and order', async () => {
      const a = testDoc('a', { fields: { title: ['Housing'], body: ['for newcomers'], names: ['Gdańsk'] } })
      await fill(engine, [a, titled('b', 'Housing for families')])
      expect(await idsOf(engine, 'newcomers gdansk housing')).toEqual(['a'])
      expect(await idsOf(engine, 'housing newcomers families')).toEqual([])
    })

    it('completes the last word only, and not after a blank', async () => {
      await fill(engine, [titled('a', 'Housing policy')])
      expect(await idsOf(engine, { text: 'housing pol' })).toEqual(['a'])
      expect(await idsOf(engine, { text: 'h' })).toEqual(['a'])
      expect(await idsOf(engine, { text: 'hou policy' })).toEqual([])
      for (const end of [' ', '\n', ',', '.'])
        expect(await idsOf(engine, { text: `housing pol${end}` })).toEqual([])
    })

    it('finds everything for an empty text', async () => {
      await fill(engine, [titled('a', 'Housing'), titled('b', '')])
      for (const text of ['', ' ', '\t\n']) expect(await idsOf(engine, { text })).toEqual(['a', 'b'])
    })

    it('looks at the first ten words', async () => {
      const ten = 'one two three four five six seven eight nine ten'
      await fill(engine, [titled('a', ten)])
      expect(await idsOf(engine, ten)).toEqual(['a'])
      expect(await idsOf(engine, `${ten} eleven`)).toEqual(['a'])
      expect(await idsOf(engine, `eleven ${ten}`)).toEqual([])
    })

    it('handles words of any length', async () => {
      const long = 'donaudampfschifffahrt'.repeat(20)
      await fill(engine, [titled('a', `${long} housing`), titled('b', 'x')])
      expect(await idsOf(engine, long)).toEqual(['a'])
      expect(await idsOf(engine, { text: long.slice(0, 30) })).toEqual(['a'])
      expect(await idsOf(engine, 'x')).toEqual(['b'])
    })

    it('finds numbers as words and beginnings', async () => {
      await fill(engine, [titled('a', 'Plan 2015'), titled('b', 'Plan 2016')])
      expect(await idsOf(engine, '2015')).toEqual(['a'])
      expect(await idsOf(engine, { text: '201' })).toEqual(['a', 'b'])
    })

    it('finds identifiers exactly and by their beginning, whatever their punctuation', async () => {
      const identifiers = ['P-123/AB', '10.1000/xyz.456', 'XM-DAC-41304-789']
      await fill(engine, [
        ...identifiers.map((id, i) => testDoc(`d${i}`, { fields: { identifiers: [id] } })),
        testDoc('near', { fields: { identifiers: ['P-124/AB'] } }),
      ])
      for (const [i, identifier] of identifiers.entries()) {
        for (const text of [identifier, identifier.toLowerCase(), identifier.replace(/[^a-z0-9]/gi, '')])
          expect(await idsOf(engine, text)).toEqual([`d${i}`])
        expect(await idsOf(engine, { text: identifier.slice(0, -1) })).toEqual([`d${i}`])
      }
      expect(await idsOf(engine, { text: 'P-12' })).toEqual(['d0', 'near'])
    })

    it('wants the words of a phrase one after the other, in one value', async () => {
      await fill(engine, [
        testDoc('a', { fields: { body: ['the right to the city for all'] } }),
        testDoc('b', { fields: { body: ['city to right'] } }),
        testDoc('c', { fields: { names: ['right to', 'the city'] } }),
        testDoc('d', { fields: { title: ['right to'], body: ['the city'] } }),
        testDoc('e', { fields: { body: ['Right. To the (City)!'] } }),
      ])
      expect(await idsOf(engine, { text: '', phrases: ['right to the city'] })).toEqual(['a', 'e'])
      expect(await idsOf(engine, { text: 'all ', phrases: ['the city'] })).toEqual(['a'])
      expect(await idsOf(engine, { text: '', phrases: ['the ctiy'] })).toEqual([])
      expect(await idsOf(engine, { text: '', phrases: ['right to', 'the city'] })).toEqual([
        'c',
        'd',
        'a',
        'e',
      ])
    })

    it('leaves out documents with an excluded word or phrase, spelt exactly so', async () => {
      await fill(engine, [
        titled('a', 'Housing plan'),
        titled('b', 'Housing of the city'),
        titled('c', 'Housing plans'),
      ])
      expect(await idsOf(engine, { text: 'housing ', exclude: ['plan'] })).toEqual(['b', 'c'])
      expect(await idsOf(engine, { text: '', exclude: ['the city'] })).toEqual(['a', 'c'])
      expect(await idsOf(engine, { text: '', exclude: ['nothing', '', '!'] })).toEqual(['a', 'b', 'c'])
    })

    it('searches hidden attributes only when asked to', async () => {
      await fill(engine, [testDoc('a', { fields: { title: ['Housing'] } })])
      expect(await idsOf(engine, { text: 'hous ', typo: false })).toEqual([])
      expect(await idsOf(engine, { text: 'hous ', typo: false, attributes: ['stems'] })).toEqual(['a'])
      expect(await idsOf(engine, { text: 'housing ', attributes: ['body', 'summary'] })).toEqual([])
      expect(await idsOf(engine, { text: '', attributes: ['body'], phrases: ['housing'] })).toEqual([])
    })

    it('tells which terms of a hit answer which word', async () => {
      await fill(engine, [
        testDoc('a', { fields: { title: ['Gdańsk housing'], body: ['houses and housings'] } }),
      ])
      const [hit] = (await engine.search({ text: 'gdnask hous' })).hits
      expect(hit?.terms.find((term) => term.word === 'gdnask')).toEqual({
        word: 'gdnask',
        term: 'gdansk',
        typos: 1,
        prefix: false,
      })
      const completed = hit?.terms.filter((term) => term.word === 'hous').map((term) => term.term)
      expect(completed?.sort()).toEqual(['houses', 'housing', 'housings'])
    })
  })
}
