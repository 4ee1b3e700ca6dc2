import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { SearchEngine } from '../engine.ts'
import { batchesOf, fill, idsOf, type OpenEngine, TEST_SCHEMA, testDoc, titled } from './fixtures.ts'

/** Writing: upserts, removals, positions, rebuilds. */
export function describeIndexing(open: OpenEngine): void {
  describe('indexing', () => {
    const opened: SearchEngine[] = []
    let engine: SearchEngine
    beforeEach(async () => {
      engine = await open()
      opened.push(engine)
      await engine.configure(TEST_SCHEMA)
    })
    afterAll(() => Promise.all(opened.map((one) => one.close())))

    it('finds a document after flush and reports the position', async () => {
      await engine.apply({ upsert: [titled('a', 'Housing')], remove: [], seq: 7n })
      expect((await engine.flush()).seq).toBe(7n)
      expect(await idsOf(engine, 'housing')).toEqual(['a'])
      expect(await engine.health()).toMatchObject({ seq: 7n, docs: 1 })
    })

    it('finds every document by texts they share, and only those that still have them', async () => {
      const shared = { concepts: [['Housing', 'social housing', 'Wohnen'], ['Schools']] }
      const docs = ['a', 'b', 'c'].map((id) => ({ ...titled(id, `Practice ${id}`), shared }))
      await engine.apply({ upsert: [...docs, titled('d', 'Housing')], remove: [], seq: 1n })
      await engine.apply({ upsert: [titled('b', 'Practice b')], remove: ['c'], seq: 2n })
      await engine.flush()
      expect(await idsOf(engine, 'wohnen')).toEqual(['a'])
      expect(await idsOf(engine, 'housing')).toEqual(['d', 'a'])
      expect(await idsOf(engine, { text: '', phrases: ['social housing'] })).toEqual(['a'])
      expect(await idsOf(engine, { text: '', phrases: ['Housing social'] })).toEqual([])
    })

    it('replaces a document of the same id completely', async () => {
      const first = testDoc('a', {
        fields: { title: ['Housing'] },
        facets: { area: ['x'], country: ['PL'] },
        year: 2001,
      })
      await engine.apply({ upsert: [first], remove: [], seq: 1n })
      await engine.apply({ upsert: [titled('a', 'Schools')], remove: [], seq: 2n })
      await engine.flush()
      expect(await idsOf(engine, 'housing')).toEqual([])
      expect(await idsOf(engine, 'schools')).toEqual(['a'])
      expect(
        await engine.search({ text: '', facets: ['area'], filter: { number: 'year', exists: true } }),
      ).toMatchObject({
        total: 0,
        facets: { area: [] },
      })
    })

    it('keeps the last of several versions in one batch', async () => {
      await engine.apply({ upsert: [titled('a', 'Housing'), titled('a', 'Schools')], remove: [], seq: 1n })
      await engine.flush()
      expect(await idsOf(engine, '')).toEqual(['a'])
      expect(await idsOf(engine, 'schools')).toEqual(['a'])
    })

    it('removes documents, and ignores the removal of one it does not have', async () => {
      await engine.apply({ upsert: [titled('a', 'Housing'), titled('b', 'Housing')], remove: [], seq: 1n })
      await engine.apply({ upsert: [], remove: ['a', 'nobody'], seq: 2n })
      await engine.flush()
      expect(await idsOf(engine, 'housing')).toEqual(['b'])
      expect((await engine.health()).docs).toBe(1)
    })

    it('moves on with an empty batch and never goes back', async () => {
      await engine.apply({ upsert: [], remove: [], seq: 9n })
      await engine.apply({ upsert: [titled('a', 'Housing')], remove: [], seq: 4n })
      expect((await engine.flush()).seq).toBe(9n)
    })

    it('applies batches in the order they were given, even when nobody waits', async () => {
      const versions = Array.from({ length: 30 }, (_, i) => titled('a', `Version${i}`))
      await Promise.all(
        versions.map((doc, i) => engine.apply({ upsert: [doc], remove: [], seq: BigInt(i + 1) })),
      )
      await engine.flush()
      expect(await idsOf(engine, 'version29')).toEqual(['a'])
    })

    it('takes ten thousand documents in one batch', async () => {
      const docs = Array.from({ length: 10_000 }, (_, i) => titled(`d${i}`, `Housing number${i}`))
      await engine.apply({ upsert: docs, remove: [], seq: 1n })
      await engine.flush()
      expect((await engine.search({ text: 'housing ', limit: 1 })).total).toBe(10_000)
      expect(await idsOf(engine, 'number7777')).toEqual(['d7777'])
    })

    it('takes ids and keys of any characters', async () => {
      const strange = ['a b', 'prac_ÿ', '"; drop', '../x', '日本', '0']
      await engine.apply({ upsert: strange.map((id) => titled(id, 'Housing')), remove: [], seq: 1n })
      await engine.flush()
      expect(new Set(await idsOf(engine, 'housing'))).toEqual(new Set(strange))
      await engine.apply({ upsert: [], remove: strange, seq: 2n })
      await engine.flush()
      expect(await idsOf(engine, '')).toEqual([])
    })

    it('ends the same whether changes came one by one or all at once', async () => {
      const final = Array.from({ length: 60 }, (_, i) =>
        testDoc(`d${i}`, { fields: { title: [`Housing ${i % 7}`], body: ['policy in the city'] }, year: i }),
      )
      for (const doc of final)
        await engine.apply({ upsert: [titled(doc.id, 'Draft of something else')], remove: [], seq: 1n })
      await engine.apply({ upsert: [titled('gone', 'Housing')], remove: [], seq: 2n })
      for (const doc of final.toReversed()) await engine.apply({ upsert: [doc], remove: ['gone'], seq: 3n })
      await engine.flush()
      const other = await open()
      opened.push(other)
      await other.configure(TEST_SCHEMA)
      await fill(other, final)
      for (const text of ['housing', 'housing 3', 'poli', 'draft', 'hosuing city', '']) {
        const query = { text, facets: ['kind'], limit: 100 }
        expect(await engine.search(query)).toEqual(await other.search(query))
      }
    })

    it('is stale until it has been rebuilt once', async () => {
      expect((await engine.health()).stale).toBe(true)
      await engine.rebuild(batchesOf([titled('a', 'Housing')]), 3n)
      await engine.flush()
      expect(await engine.health()).toMatchObject({ stale: false, seq: 3n, docs: 1 })
    })

    it('keeps everything when it is configured again with the same schema, and is stale with another', async () => {
      await fill(engine, [titled('a', 'Housing')])
      await engine.configure({ ...TEST_SCHEMA })
      expect(await idsOf(engine, 'housing')).toEqual(['a'])
      await engine.configure({ ...TEST_SCHEMA, facets: ['area', 'country', 'colour'] })
      expect(await engine.health()).toMatchObject({ stale: true, docs: 0 })
      expect((await engine.search({ text: '', facets: ['colour'] })).facets).toEqual({ colour: [] })
    })

    it('keeps the old content when a rebuild breaks off', async () => {
      await fill(engine, [titled('a', 'Housing')])
      const broken = async function* () {
        yield [titled('b', 'Schools')]
        throw new Error('the database went away')
      }
      await expect(engine.rebuild(broken(), 5n)).rejects.toThrow('the database went away')
      await engine.flush()
      expect(await idsOf(engine, '')).toEqual(['a'])
      await fill(engine, [titled('c', 'Jobs')])
      expect(await idsOf(engine, '')).toEqual(['c'])
    })

    it('does not lose what changes during a rebuild', async () => {
      await fill(engine, [titled('a', 'Old'), titled('b', 'Old')])
      const slow = async function* () {
        await engine.apply({ upsert: [titled('a', 'Newest')], remove: ['b'], seq: 8n })
        yield [titled('a', 'Read too early'), titled('b', 'Read too early'), titled('c', 'Fine')]
      }
      await engine.rebuild(slow(), 6n)
      await engine.flush()
      expect(await idsOf(engine, '')).toEqual(['a', 'c'])
      expect(await idsOf(engine, 'newest')).toEqual(['a'])
      expect((await engine.health()).seq).toBe(8n)
    })
  })
}
