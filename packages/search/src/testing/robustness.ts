import { InvalidInput } from '@hansa/domain/errors'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SearchEngine } from '../engine.ts'
import { searchWithFacets } from '../query/search-with-facets.ts'
import { createStemmers } from '../text/stem.ts'
import { fill, idsOf, type OpenEngine, openFilled, testDoc, titled } from './fixtures.ts'

const DOCS = Array.from({ length: 300 }, (_, i) =>
  testDoc(`d${i}`, {
    fields: { title: [`Housing plan ${i}`], body: ['Integration of newcomers in the city of Łódź'] },
    facets: { area: [`a${i % 9}`], country: ['PL'] },
  }),
)
const NASTY = [
  '\ud800',
  '\udc00x',
  'x\ud800',
  '\0',
  '\u0001\u001f',
  '"',
  '""',
  '"""',
  '-',
  '--',
  '-"',
  '- -x',
  '“x',
  '«»',
  '\\',
  '%',
  '$&',
  '(',
  '[a-z',
  '*',
  '.*',
  '<script>',
  "'; drop table",
  '\u202e',
  '\u200d',
  '\ufeff',
  '👨‍👩‍👧',
  'ﷺ',
  'İ'.repeat(200),
  'a '.repeat(4000),
  'ß'.repeat(10_000),
  '-a '.repeat(3000),
  '"a" '.repeat(2500),
  'a-'.repeat(5000),
  '\u0301'.repeat(10_000),
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
]

/**
 * Many at once, and anything anybody may type.
 *
 * @param share of the usual number of random texts
 */
export function describeRobustness(open: OpenEngine, share = 1): void {
  describe('robustness', () => {
    const stemmers = createStemmers()
    let engine: SearchEngine
    beforeAll(async () => {
      engine = await openFilled(open, DOCS)
    })
    afterAll(() => engine.close())

    it('answers two hundred queries at once as it answers them alone', async () => {
      const texts = Array.from({ length: 200 }, (_, i) => `hosuing ${i}`)
      const together = await Promise.all(texts.map((text) => idsOf(engine, { text })))
      for (const [i, text] of texts.entries())
        if (i % 20 === 0) expect(together[i]).toEqual(await idsOf(engine, { text }))
      expect(together.every((found) => found.length > 0)).toBe(true)
    })

    it('goes on answering from the old index while it is rebuilt', async () => {
      const seen = new Set<number>()
      let searching = true
      const searcher = (async () => {
        while (searching) seen.add((await engine.search({ text: 'housing ' })).total)
      })()
      await engine.rebuild(
        (async function* () {
          for (let i = 0; i < 300; i += 20) yield DOCS.slice(i, i + 20)
        })(),
        2n,
      )
      searching = false
      await searcher
      expect([...seen]).toEqual([300])
    })

    it('answers any text, or refuses it as invalid input', async () => {
      const ask = async (text: string) => {
        try {
          const result = await searchWithFacets(
            { engine, stemmers, lexicon: null },
            { text, facets: ['area'], selected: { country: ['PL'] } },
          )
          expect(result.total).toBeGreaterThanOrEqual(0)
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidInput)
        }
      }
      for (const text of NASTY) await ask(text)
      const anything = fc.oneof(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.string({
          unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
          maxLength: 40,
        }),
        fc
          .array(fc.constantFrom('housing', '"', '-', ' ', "'", 'plan', '\u0301', '”', '12', '/'), {
            maxLength: 15,
          })
          .map((list) => list.join('')),
      )
      await fc.assert(fc.asyncProperty(anything, ask), { seed: 7, numRuns: 2000 * share })
    }, 300_000)

    it('indexes any text and finds what it can', async () => {
      await fill(
        engine,
        NASTY.map((text, i) => titled(`n${i}`, `${text} marker`)),
      )
      expect((await engine.search({ text: 'marker ', limit: 0 })).total).toBe(NASTY.length)
      for (const text of ['constructor', '__proto__', 'toString'])
        expect((await idsOf(engine, text)).length).toBeGreaterThan(0)
      await fill(engine, DOCS)
    })

    it('refuses documents that are none, and keeps what it has', async () => {
      const bad: unknown[] = [
        {},
        { ...testDoc('x'), geo: { lat: 100, lng: 0 } },
        { ...testDoc('x'), numbers: { year: Number.NaN } },
        { ...testDoc('x'), id: '' },
        { ...testDoc('x'), fields: { title: 'x' } },
      ]
      for (const doc of bad)
        await expect(
          engine.apply({ upsert: [doc as ReturnType<typeof testDoc>], remove: [], seq: 1n }),
        ).rejects.toThrow(InvalidInput)
      expect((await engine.health()).docs).toBe(300)
    })
  })
}
