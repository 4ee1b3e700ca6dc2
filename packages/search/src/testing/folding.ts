import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SearchEngine } from '../engine.ts'
import { fill, idsOf, type OpenEngine, openFilled, titled } from './fixtures.ts'

/** What is written, and what is typed for it; each must find the other. */
const SAME: [string, string][] = [
  ['Gdańsk', 'Gdansk'],
  ['Malmö', 'Malmo'],
  ['Łódź', 'Lodz'],
  ['Reykjavík', 'Reykjavik'],
  ['København', 'Kobenhavn'],
  ['Århus', 'Arhus'],
  ['Straße', 'strasse'],
  ['Ærø', 'aero'],
  ['İzmir', 'izmir'],
  ['Жильё', 'Жилье'],
  ['Йошкар', 'Иошкар'],
  ['Οδός', 'ΟΔΟΣ'],
  ['Plzeň', 'PLZEN'],
  ['Œuvre', 'oeuvre'],
  ['Þórshöfn', 'thorshofn'],
  ['Diyarbakır', 'DIYARBAKIR'],
  ['Zürich', 'zurich'],
  ['Gdan\u0301sk', 'Gdańsk'],
  ['ﬁnance', 'finance'],
  ['integra\u00adtion', 'integration'],
  ['مُدُن', 'مدن'],
  ['Ғалым', 'ғалым'],
]
/** Other spellings: each must find the other without a typo being counted. */
const SPELLED: [string, string][] = [
  ['München', 'Muenchen'],
  ['Göteborg', 'Goeteborg'],
  ['Århus', 'Aarhus'],
  ['Aarhus', 'Arhus'],
  ['Aarhus', 'Århus'],
  ['Köln', 'Koeln'],
  ['Ålesund', 'Aalesund'],
  ['Tønder', 'Toender'],
]

/** Upper and lower case, diacritics, scripts, apostrophes, hyphens. */
export function describeFolding(open: OpenEngine): void {
  describe('folding', () => {
    let engine: SearchEngine
    beforeAll(async () => {
      engine = await openFilled(open, [])
    })
    afterAll(() => engine.close())

    it.each(SAME)('finds %s by %s and the other way round', async (one, other) => {
      await fill(engine, [titled('one', one), titled('other', other), titled('else', 'Something')])
      const strict = (text: string) => idsOf(engine, { text: `${text} `, typo: false })
      expect(await strict(one)).toEqual(['one', 'other'])
      expect(await strict(other)).toEqual(['one', 'other'])
      expect(await strict(one.toUpperCase())).toEqual(['one', 'other'])
    })

    it.each(SPELLED)('finds %s by the spelling %s', async (written, typed) => {
      await fill(engine, [titled('a', written), titled('else', 'Something')])
      expect(await idsOf(engine, { text: `${typed} `, typo: false })).toEqual(['a'])
    })

    it('reads apostrophes of both kinds, with and without', async () => {
      await fill(engine, [titled('a', 'L’intégration'), titled('b', "Сім'я")])
      for (const text of ["l'integration", 'l’intégration', 'integration', 'lintegration'])
        expect(await idsOf(engine, text)).toEqual(['a'])
      for (const text of ['сім’я', 'сімя']) expect(await idsOf(engine, text)).toEqual(['b'])
    })

    it('finds hyphened words as a whole, in parts, and written apart', async () => {
      await fill(engine, [titled('a', 'Peer-review'), titled('b', 'Peer review'), titled('c', 'Peerreview')])
      expect(await idsOf(engine, { text: 'peer-review ', typo: false })).toEqual(['a', 'c', 'b'])
      expect(await idsOf(engine, { text: 'peer review ', typo: false })).toEqual(['a', 'b'])
      expect(await idsOf(engine, { text: 'peerreview ', typo: false })).toEqual(['c', 'a'])
      expect(await idsOf(engine, { text: 'review ', typo: false })).toEqual(['a', 'b'])
    })

    it('treats a query without a single letter or digit like an empty one', async () => {
      await fill(engine, [titled('a', 'Housing 🏠')])
      for (const text of ['🏠', '\u0301\u0308', '!!!', '\u00ad', '-', '\ud800'])
        expect(await idsOf(engine, text)).toEqual(['a'])
    })

    it('finds words of every script', async () => {
      const words = [
        'Łódź',
        'Київ',
        'Αθήνα',
        'القاهرة',
        'תל',
        'Ереван',
        'İstanbul',
        '東京',
        'กรุงเทพ',
        'Երևան',
      ]
      await fill(
        engine,
        words.map((word, i) => titled(`d${i}`, `${word} x`)),
      )
      for (const [i, word] of words.entries())
        expect(await idsOf(engine, { text: `${word} `, typo: false })).toEqual([`d${i}`])
    })
  })
}
