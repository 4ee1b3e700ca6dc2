import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SearchEngine } from '../engine.ts'
import { fill, idsOf, type OpenEngine, openFilled, TEST_SCHEMA, testDoc, titled } from './fixtures.ts'

/** Which of two matching documents comes first. Keys are chosen so that ties alone would give the other order. */
export function describeRanking(open: OpenEngine): void {
  describe('ranking', () => {
    let engine: SearchEngine
    beforeAll(async () => {
      engine = await openFilled(open, [])
    })
    afterAll(() => engine.close())

    it('follows the order of the attributes', async () => {
      const attributes = TEST_SCHEMA.attributes.filter((name) => name !== 'stems')
      const docs = attributes.map((name, i) =>
        testDoc(`${9 - i}-${name}`, { fields: { [name]: ['housing'] } }),
      )
      await fill(engine, docs)
      expect(await idsOf(engine, 'housing')).toEqual(docs.map((doc) => doc.id))
    })

    it('puts few typos before important attributes', async () => {
      await fill(engine, [
        titled('a', 'intgration'),
        testDoc('b', { fields: { body: ['integration'] } }),
        titled('c', 'intgratoin'),
      ])
      expect(await idsOf(engine, 'integration')).toEqual(['b', 'a', 'c'])
    })

    it('puts whole words before beginnings', async () => {
      await fill(engine, [titled('a', 'Housings plan'), titled('b', 'The housing')])
      expect(await idsOf(engine, { text: 'housing' })).toEqual(['b', 'a'])
    })

    it('puts the title that is the query first, then one that begins with it', async () => {
      await fill(engine, [
        titled('a', 'The city of Gdańsk'),
        titled('b', 'Gdańsk plan'),
        titled('c', 'Gdańsk'),
      ])
      expect(await idsOf(engine, { text: 'gdansk' })).toEqual(['c', 'b', 'a'])
      await fill(engine, [
        titled('a', 'City housing'),
        titled('b', 'Housing city plan'),
        titled('c', 'Housing city'),
      ])
      expect(await idsOf(engine, { text: 'housing city' })).toEqual(['c', 'b', 'a'])
    })

    it('puts the title that is the misspelt query first too', async () => {
      await fill(engine, [
        titled('a', 'The city of Gdańsk'),
        titled('b', 'Gdańsk plan'),
        titled('c', 'Gdańsk'),
      ])
      expect(await idsOf(engine, { text: 'gdnask' })).toEqual(['c', 'b', 'a'])
    })

    it('knows the title in each of its languages', async () => {
      await fill(engine, [
        titled('a', 'Wohnen hier'),
        testDoc('b', { fields: { title: ['Housing', 'Wohnen'] } }),
      ])
      expect(await idsOf(engine, { text: 'wohnen' })).toEqual(['b', 'a'])
    })

    it('puts words that stand together before words far apart', async () => {
      const body = (text: string) => ({ fields: { body: [text] } })
      await fill(engine, [
        testDoc('a', body('policy about many things and not least on housing')),
        testDoc('b', body('policy for housing')),
        testDoc('c', body('a housing policy')),
        testDoc('d', body('it is a policy housing')),
      ])
      expect(await idsOf(engine, 'housing policy')).toEqual(['c', 'd', 'b', 'a'])
    })

    it('breaks ties by the stable key, not by arrival', async () => {
      const keyed = (id: string, stableKey: string) =>
        testDoc(id, { stableKey, fields: { title: ['Housing'] } })
      await fill(engine, [keyed('a', '3'), keyed('b', '1'), keyed('c', '2')])
      expect(await idsOf(engine, 'housing')).toEqual(['b', 'c', 'a'])
      expect(await idsOf(engine, '')).toEqual(['b', 'c', 'a'])
    })

    it('keeps the order on repeated calls and after unrelated changes', async () => {
      const docs = Array.from({ length: 40 }, (_, i) =>
        titled(`d${(i * 7) % 40}`, `Housing ${'policy '.repeat(i % 3)}`),
      )
      await fill(engine, docs)
      const before = await idsOf(engine, { text: 'housing poli', limit: 100 })
      expect(await idsOf(engine, { text: 'housing poli', limit: 100 })).toEqual(before)
      await engine.apply({ upsert: [titled('zzz', 'Unrelated')], remove: [], seq: 2n })
      await engine.apply({ upsert: docs.slice(0, 10), remove: ['zzz'], seq: 3n })
      await engine.flush()
      expect(await idsOf(engine, { text: 'housing poli', limit: 100 })).toEqual(before)
    })

    it('gives scores between 0 and 1 that never rise down the list', async () => {
      await fill(engine, [
        titled('a', 'Housing'),
        titled('b', 'Houting'),
        testDoc('c', { fields: { body: ['housing'] } }),
      ])
      const scores = (await engine.search({ text: 'housing ' })).hits.map((hit) => hit.score)
      expect(scores).toHaveLength(3)
      expect(scores.every((score, i) => score > 0 && score <= (scores[i - 1] ?? 1))).toBe(true)
    })
  })
}
