import { describe, expect, it } from 'vitest'
import { createStemmers } from '../text/stem.ts'
import { inTerms, namesInProse, termsInLabels, termsInProse } from './annotate.ts'
import { createLexicon, type Named } from './lexicon.ts'
import { nameTerm } from './name-term.ts'
import { nearestName } from './nearest-name.ts'

const concept = (id: string, names: Record<string, string[]>, weight = 1): Named => ({
  id,
  proper: false,
  weight,
  names: Object.entries(names).flatMap(([language, texts]) => texts.map((text) => ({ text, language }))),
})
const place = (id: string, names: string[], weight = 1): Named => ({
  id,
  proper: true,
  weight,
  names: names.map((text) => ({ text, language: null })),
})

const lexicon = createLexicon(createStemmers(), [
  concept('area/housing', {
    en: ['Housing'],
    pl: ['mieszkanie'],
    de: ['Wohnen', 'Wohnung'],
    fr: ['Logement'],
  }),
  concept('area/work', { en: ['Employment and labour market'], tr: ['İş'] }),
  concept('group/youth', { en: ['Young people'] }),
  concept('group/migrants', { ar: ['المهاجرون'] }),
  concept('group/pupils', { en: ['Children and young people'] }),
  place('city_wien', ['Wien', 'Vienna', 'Vienne'], 9),
  place('city_isere', ['Vienne'], 1),
  place('city_gdansk', ['Gdańsk']),
  place('city_munich', ['München']),
  place('city_reading', ['Reading']),
  place('city_cesis', ['Venden']),
])

const found = (text: string, ...languages: string[]) =>
  lexicon
    .namesIn(text, languages)
    .map(({ start, end, named }) => [text.slice(start, end), ...named.map(({ id }) => id)])

describe('the lexicon', () => {
  it.each([
    ['Housing first', ['Housing', 'area/housing']],
    ['HOUSING', ['HOUSING', 'area/housing']],
    ['about l’logement', ['logement', 'area/housing']],
    ['in Muenchen', ['Muenchen', 'city_munich']],
    ['in Munchen', ['Munchen', 'city_munich']],
    ['the employment and labour market', ['employment and labour market', 'area/work']],
  ])('finds a name however it is written: %s', (text, match) => {
    expect(found(text)).toEqual([match])
  })

  it('finds other forms in the language of the text only', () => {
    expect(found('o mieszkaniach', 'pl')).toEqual([['mieszkaniach', 'area/housing']])
    expect(found('o mieszkaniach', 'en')).toEqual([])
    expect(found('w Gdańsku', 'pl')).toEqual([['Gdańsku', 'city_gdansk']])
  })

  it('does not take the stem of a place for one where places are not declined', () => {
    expect(found('people who read', 'en')).toEqual([])
  })

  it('finds an Arabic word with its article and without', () => {
    expect(found('المهاجرين', 'ar')).toEqual([['المهاجرين', 'group/migrants']])
    expect(found('مهاجرين', 'ar')).toEqual([['مهاجرين', 'group/migrants']])
  })

  it('takes no short word for a place whose name is cut as short', () => {
    expect(found('dil ve okul', 'tr')).toEqual([])
    expect(found('Vendeni', 'tr')).toEqual([['Vendeni', 'city_cesis']])
  })

  it('finds names within names, and everything that has a name, the likeliest first', () => {
    expect(found('children and young people')).toEqual([
      ['children and young people', 'group/pupils'],
      ['young people', 'group/youth'],
    ])
    expect(found('Vienne')).toEqual([['Vienne', 'city_wien', 'city_isere']])
  })

  it('has no names that would stand everywhere', () => {
    expect(found('What is it?')).toEqual([])
  })

  it('tells which name of one word was meant by a misspelt one', () => {
    expect(nearestName(lexicon, 'hosuing')).toMatchObject({
      spelling: 'housing',
      named: { id: 'area/housing' },
    })
    for (const word of ['husing', 'wein', 'xyzzy', 'housing2'])
      expect([word, nearestName(lexicon, word)?.spelling ?? null]).toEqual([
        word,
        word === 'husing' ? 'housing' : null,
      ])
  })
})

describe('texts with the terms of their names', () => {
  const [housing, wien, isere, reading] = ['area/housing', 'city_wien', 'city_isere', 'city_reading'].map(
    nameTerm,
  )

  it('name a place in running text only with a capital, and in addresses and labels anyhow', () => {
    const terms = (text: string) => termsInProse(lexicon, [{ text, language: 'en' }])
    expect(terms('A course in reading')).toEqual([])
    expect(terms('A course in Reading')).toEqual([reading])
    expect(terms('See www.reading.gov.uk')).toEqual([reading])
    expect(termsInLabels(lexicon, ['reading-housing-plan'])).toEqual([reading, housing])
  })

  it('have a title again in terms, in order, with what else is named behind it', () => {
    const title = (text: string) =>
      inTerms(text, namesInProse(lexicon, { text, language: 'en' }))
        ?.trim()
        .split(/\s+/)
    expect(title('Housing in Vienna')).toEqual([housing, 'in', wien])
    expect(title('Vienne')).toEqual([wien, isere])
    expect(title('Nothing here')).toBeUndefined()
  })
})
