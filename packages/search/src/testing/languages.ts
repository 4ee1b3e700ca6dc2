import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SearchEngine } from '../engine.ts'
import { searchWithFacets } from '../query/search-with-facets.ts'
import { createStemmers } from '../text/stem.ts'
import { fill, ids, type OpenEngine, openFilled, testDoc } from './fixtures.ts'

/** Language, a text, inflected queries that must find it, and queries that are known not to. */
const INFLECTED: [string, string, string[], string[]][] = [
  [
    'en',
    'Housing policies for newcomers in cities',
    ['city housing policy', 'newcomer houses', 'policies in city'],
    ['dwelling'],
  ],
  [
    'fr',
    'Les politiques municipales du logement',
    ['politique municipale', 'logements municipaux politique'],
    ['maison'],
  ],
  [
    'de',
    'Wohnungen für geflüchtete Menschen in Städten',
    ['Wohnung Mensch', 'wohnungen stadt', 'stadten mensch'],
    ['Haus'],
  ],
  [
    'es',
    'Viviendas sociales para familias migrantes',
    ['vivienda social', 'familia migrante vivienda'],
    ['casa'],
  ],
  ['it', 'Politiche abitative per le famiglie', ['politica abitativa', 'famiglia politica'], ['casa']],
  [
    'pl',
    'Mieszkania komunalne dla uchodźców w mieście',
    ['mieszkanie uchodźca', 'mieszkań komunalnych', 'uchodzcy mieszkaniach'],
    ['lokal'],
  ],
  ['ru', 'Социальное жильё для семей мигрантов', ['социальная мигрант', 'мигранты социальных'], ['дом']],
  ['uk', 'Соціальне житло для громади та біженців', ['житла громадах', 'соціального житлом'], ['дім']],
  ['tr', 'Şehirlerde göçmenler için konutlar', ['şehir konut', 'göçmen şehirler'], ['ev']],
]

/** Inflected forms and words given up, through the composed search. */
export function describeLanguages(open: OpenEngine): void {
  describe('languages', () => {
    const stemmers = createStemmers()
    let engine: SearchEngine
    beforeAll(async () => {
      engine = await openFilled(open, [])
    })
    afterAll(() => engine.close())
    const search = (text: string, languages: string[] = []) =>
      searchWithFacets({ engine, stemmers, lexicon: null }, { text: `${text} `, languages })

    it.each(INFLECTED)('finds inflected forms in %s', async (language, text, found, missed) => {
      await fill(engine, [
        testDoc('a', { languages: [language], fields: { body: [text] } }),
        testDoc('b', { fields: { body: ['Something else altogether'] } }),
      ])
      for (const query of found) {
        const result = await search(query)
        expect([query, ids({ ...result, facets: {} })]).toEqual([query, ['a']])
        expect(result.relaxed === null || result.relaxed.by === 'stems').toBe(true)
      }
      for (const query of missed) expect((await search(query)).total).toBe(0)
    })

    it('tries the reader’s language first', async () => {
      await fill(engine, [testDoc('a', { languages: ['pl'], fields: { body: ['mieszkania komunalne'] } })])
      expect((await search('mieszkaniach komunalnych', ['pl', 'en'])).relaxed).toEqual({
        by: 'stems',
        language: 'pl',
      })
    })
  })
}
