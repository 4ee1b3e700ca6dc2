import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEmbeddedEngine } from '../embedded/embedded-engine.ts'
import { inTerms, namesInProse, termsInProse } from '../lexicon/annotate.ts'
import { createLexicon, type Named } from '../lexicon/lexicon.ts'
import { nameTerm } from '../lexicon/name-term.ts'
import { fill, ids, TEST_SCHEMA, testDoc } from '../testing/fixtures.ts'
import { createStemmers } from '../text/stem.ts'
import { searchWithFacets } from './search-with-facets.ts'

const stemmers = createStemmers()
const housing: Named = {
  id: 'area/housing',
  proper: false,
  weight: 9,
  names: [
    { text: 'Housing', language: 'en' },
    { text: 'Logement', language: 'fr' },
    { text: 'mieszkanie', language: 'pl' },
  ],
}
const place = (id: string, ...names: string[]): Named => ({
  id,
  proper: true,
  weight: 1,
  names: names.map((text) => ({ text, language: null })),
})
const lexicon = createLexicon(stemmers, [
  housing,
  place('city_wien', 'Wien', 'Vienna'),
  place('city_nizza', 'Nice', 'Nizza'),
  place('city_new', 'Kyiv', 'Kiew'),
])

/** A document whose texts have their terms, as the registry writes them. */
const doc = (id: string, language: string, title: string, body = '') => {
  const texts = [title, body].map((text) => ({ text, language }))
  const again = inTerms(title, namesInProse(lexicon, { text: title, language }))
  return testDoc(id, {
    languages: [language],
    fields: {
      title: again === null ? [title] : [title, again],
      body: [body, termsInProse(lexicon, texts.slice(1)).join(' ')],
      stems: [stemmers.stemsOf(`${title} ${body}`, [language]), termsInProse(lexicon, texts).join(' ')],
    },
  })
}

describe('names in a query', () => {
  const engine = openEmbeddedEngine({ folder: null })
  const search = (text: string, ...languages: string[]) =>
    searchWithFacets({ engine, stemmers, lexicon }, { text, languages })
  const found = async (text: string, ...languages: string[]) =>
    ids({ ...(await search(text, ...languages)), facets: {} })
  beforeAll(async () => {
    await engine.configure(TEST_SCHEMA)
    await fill(engine, [
      doc('a', 'en', 'Housing first in Vienna'),
      doc('b', 'fr', 'Le logement'),
      doc('c', 'pl', 'Nowy start', 'Pomoc w szukaniu mieszkania'),
      doc('d', 'en', 'Jobs', 'Some housing too, near Nizza'),
      doc('e', 'de', 'Wien lernt'),
      ...Array.from({ length: 6 }, (_, i) => doc(`n${i}`, 'en', 'Neighbours', 'A nice place to meet')),
      doc('k', 'en', 'Letter from Kyjiw'),
    ])
  })
  afterAll(() => engine.close())

  it.each([
    'housing',
    'Housing ',
    'LOGEMENT',
    'logements',
    'mieszkanie',
    'mieszkań',
    'mieszkaniami',
    'hosuing',
  ])('find the same in the same order in any language and form: %s', async (text) => {
    expect(await found(text)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('stand together and beside other words', async () => {
    expect(await found('logement Wien')).toEqual(['a'])
    expect(await found('Vienna mieszkanie')).toEqual(['a'])
    expect(await found('wien lernt')).toEqual(['e'])
    expect(await found('housing jobs')).toEqual(['d'])
  })

  it('are taken word for word in quotes and in exclusions', async () => {
    expect(await found('"housing"')).toEqual(['a', 'd'])
    expect(await found('vienna -housing')).toEqual(['e'])
    expect(await found('housing "nowy start"')).toEqual(['c'])
  })

  it('stay words where they mostly are words', async () => {
    const nice = await search('nice ')
    expect([nice.total, nice.names]).toEqual([6, []])
    expect(await found('Nizza')).toEqual(['d'])
  })

  it('stay words while being typed', async () => {
    const typing = await search('housi')
    expect([ids({ ...typing, facets: {} }), typing.names]).toEqual([['a', 'd'], []])
  })

  it('are told with what was typed and what was understood', async () => {
    const [name] = (await search('w mieszkaniach', 'pl')).names
    expect(name).toMatchObject({ start: 2, end: 14, as: 'form', named: { id: 'area/housing' } })
    const misspelt = await search('Hosuing in Wien')
    expect(misspelt.names.map(({ as, spelling }) => [as, spelling])).toEqual([
      ['misspelt', 'housing'],
      ['name', null],
    ])
    expect(misspelt.didYouMean).toBe('housing in Wien')
  })

  it('are given back as typed when they have to be left out', async () => {
    expect((await search('Vienna neighbours xyzzy')).relaxed).toEqual({
      by: 'words',
      dropped: ['neighbours', 'xyzzy'],
    })
  })

  it('are words again when the index has nothing of them yet', async () => {
    const result = await search('kyjiw ')
    expect([ids({ ...result, facets: {} }), result.names]).toEqual([['k'], []])
    expect((await search('Kiew')).total).toBe(0)
  })

  it('have terms that no engine mistakes for words', async () => {
    const term = nameTerm('area/housing')
    expect((await engine.search({ text: `${term} `, typo: false })).total).toBe(4)
    expect((await engine.search({ text: `${term}s ` })).total).toBe(0)
  })
})
