import { describe, expect, test } from 'vitest'
import { importColumns, tableKinds } from './table.ts'
import { type Finder, readCell, writeCell } from './table-cells.ts'
import { guessMapping } from './table-guess.ts'
import { columnLabels, labelLanguages } from './table-labels.ts'

const finder: Finder = {
  concept: (scheme, word) => ({ value: `${scheme}/${word}` }),
  entry: (_, word) => ({ value: word }),
}
const shapeOf = (path: string, kind: (typeof tableKinds)[number] = 'practice') => {
  const column = importColumns(kind).find((each) => each.path === path)
  if (!column) throw new Error(`there is no column ${path}`)
  return column.shape
}

test('every column has a label in every language, and no two labels of a kind are the same', () => {
  for (const kind of tableKinds) {
    const labels = importColumns(kind).map(({ path }) => columnLabels.get(path))
    for (const label of labels) expect(label).toHaveLength(labelLanguages.length)
    for (const [i] of labelLanguages.entries()) {
      const first = labels.map((label) => label?.[i]?.[0])
      expect(new Set(first).size, `${kind} ${labelLanguages[i]}`).toBe(first.length)
    }
  }
})

test.each(labelLanguages.map((language, i) => [language, i] as const))(
  'columns are guessed by their labels in %s',
  (_, i) => {
    for (const kind of tableKinds) {
      const columns = importColumns(kind)
      const heads = columns.map(({ path }) => columnLabels.get(path)?.[i]?.[0] ?? '')
      expect(guessMapping(kind, heads)).toEqual(columns.map(({ path }) => path))
    }
  },
)

test('a head with a language behind it is a text in that language, and one that says nothing is left out', () => {
  const heads = ['Title (pt-BR)', 'title@de', 'Titre', 'city@de', 'nonsense', '__proto__', '']
  expect(guessMapping('practice', heads)).toEqual(['title@pt-BR', 'title@de', 'title', '', '', '', ''])
})

describe('what is written into a cell says the same when it is read', () => {
  test.each([
    ['policyAreas', ['policy-area/housing', 'policy-area/health'], 'housing; health'],
    ['alternativeNames', ['Malmoe', 'Malmö stad'], 'Malmoe; Malmö stad'],
    ['alternativeNames', ['a;b', 'c'], '["a;b","c"]'],
    ['alternativeNames', ['[x]'], '["[x]"]'],
    [
      'sources',
      [{ citation: 'A', url: 'https://x.example' }, { citation: 'B' }],
      'A |  | https://x.example\nB',
    ],
    ['sources', [{ citation: 'A | B' }], '[{"citation":"A | B"}]'],
    ['evidenceLevel', 0, '0'],
    ['notMeasured', false, 'false'],
    ['stage', 'running', 'running'],
    ['start', '2016-11', '2016-11'],
  ])('%s %j', (path, value, cell) => {
    const shape = shapeOf(path)
    expect(String(writeCell(value, shape, 'en'))).toBe(cell)
    expect(readCell(cell, shape, finder)).toEqual({ value })
  })

  test('texts in several languages within a list are JSON, in one they are words', () => {
    const one = [{ text: { en: { text: 'Rent flats', origin: 'human' } }, actor: 'the board' }]
    const two = [
      { text: { en: { text: 'Rent', origin: 'human' }, de: { text: 'Mieten', origin: 'machine' } } },
    ]
    expect(writeCell(one, shapeOf('solution'), 'en')).toBe('Rent flats | the board')
    expect(writeCell(two, shapeOf('solution'), 'en')).toBe(JSON.stringify(two))
  })
})
