import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SearchEngine } from '../engine.ts'
import { fill, idsOf, type OpenEngine, openFilled, testDoc, titled } from './fixtures.ts'

const FOUND: [string, string, string][] = [
  ['swapped', 'hosuing', 'housing'],
  ['swapped', 'gdnask', 'Gdańsk'],
  ['swapped at the end', 'housign', 'housing'],
  ['wrong letter', 'hoosing', 'housing'],
  ['missing letter', 'housng', 'housing'],
  ['extra letter', 'houssing', 'housing'],
  ['five letters', 'citis', 'cities'],
  ['five letters', 'loads', 'loans'],
  ['two typos', 'intgratoin', 'integration'],
  ['two wrong letters', 'intagrotion', 'integration'],
  ['first letter of a long word', 'entegration', 'integration'],
  ['missing first letter of a long word', 'ntegration', 'integration'],
  ['swapped first letters, long', 'nitegration', 'integration'],
  ['Cyrillic', 'житлоо', 'житло'],
]
const NOT_FOUND: [string, string, string][] = [
  ['four letters', 'pal', 'plan'],
  ['four letters', 'paln', 'plan'],
  ['eight letters, two typos', 'hooseing', 'housings'],
  ['first letter, seven letters', 'mousing', 'housing'],
  ['first letters swapped, seven letters', 'ohusing', 'housing'],
  ['three typos', 'entagrotion', 'integration'],
  ['first letter and another', 'antagration', 'integration'],
  ['number', '20155', '20156'],
  ['word with a digit', 'covid20', 'covid19'],
]

/** Misspelt words. */
export function describeTypos(open: OpenEngine): void {
  describe('typos', () => {
    let engine: SearchEngine
    beforeAll(async () => {
      engine = await openFilled(open, [])
    })
    afterAll(() => engine.close())

    it.each(FOUND)('forgives: %s (%s for %s)', async (_what, typed, written) => {
      await fill(engine, [titled('a', written), titled('b', 'Something else')])
      expect(await idsOf(engine, typed)).toEqual(['a'])
      expect(await idsOf(engine, { text: `${typed} `, typo: false })).toEqual([])
    })

    it.each(NOT_FOUND)('does not forgive: %s (%s for %s)', async (_what, typed, written) => {
      await fill(engine, [titled('a', written)])
      expect(await idsOf(engine, typed)).toEqual([])
    })

    it('forgives a typo in the beginning of a word being typed', async () => {
      await fill(engine, [titled('a', 'Integration'), titled('b', 'Invention')])
      expect(await idsOf(engine, { text: 'intge' })).toEqual(['a'])
      expect(await idsOf(engine, { text: 'intge ' })).toEqual([])
    })

    it('counts typos word by word', async () => {
      await fill(engine, [titled('a', 'Housing policy newcomers')])
      expect(await idsOf(engine, 'hosuing poilcy newcmers')).toEqual(['a'])
    })

    it('puts exact words before misspelt ones, even in a less important attribute', async () => {
      await fill(engine, [titled('a', 'Houting'), testDoc('b', { fields: { body: ['housing'] } })])
      expect(await idsOf(engine, 'housing')).toEqual(['b', 'a'])
    })

    it('does not forgive typos in phrases and exclusions', async () => {
      await fill(engine, [titled('a', 'Housing policy')])
      expect(await idsOf(engine, { text: '', phrases: ['hosuing policy'] })).toEqual([])
      expect(await idsOf(engine, { text: '', exclude: ['hosuing'] })).toEqual(['a'])
    })
  })
}
