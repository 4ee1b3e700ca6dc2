import type { Seed } from '@hansa/api'
import { createRandom, type Random } from './random.ts'
import { vocabularyOf } from './vocabulary.ts'

/** A search, as a client of the API writes it and as it stands in the index. */
export type Query = {
  text: string
  /** As `SearchFilter` has it. */
  filter: Record<string, string[]>
  /** As the index has it. */
  selected: Record<string, string[]>
}

export const queryClasses = [
  'one word',
  'three words',
  'prefix',
  'typo',
  'word + 3 filters',
  'browse all',
] as const
export type QueryClass = (typeof queryClasses)[number]

const plain = (text: string): Query => ({ text, filter: {}, selected: {} })

const swapped = (word: string, at: number) =>
  word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2)

const filtered = (random: Random, seed: Seed, text: string): Query => {
  const areas = seed.schemes.find((scheme) => scheme.key === 'policy-area')?.concepts ?? []
  const area = random.some(areas, 3).map((concept) => concept.key)
  const countries = random.some(
    seed.rows.filter((row) => row.kind === 'country'),
    20,
  )
  const stage = ['running', 'scaled', 'pilot']
  return {
    text,
    filter: { policyArea: area, country: countries.map((row) => String(row.input.code)), stage },
    selected: {
      policyArea: area.map((key) => `policy-area/${key}`),
      country: countries.map((row) => row.id),
      stage,
    },
  }
}

/** Makes `count` queries of each class from the words of a seed: frequent, middling and rare ones mixed. */
export const makeQueries = (seed: Seed, count: number): Record<QueryClass, Query[]> => {
  const random = createRandom(4_711)
  const { english } = vocabularyOf(seed)
  const counts = new Map<string, number>()
  for (const word of english.flat().map((one) => one.toLowerCase()))
    if (/^[a-z]{4,}$/.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const ranked = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([word]) => word)
  const word = () => random.pick(ranked.slice(0, random.pick([40, 300, 1500])))
  const long = () => {
    let one = word()
    while (one.length < 6) one = word()
    return one
  }
  const three = () => {
    const run = random.pick(english).filter((one) => /^[a-z]{4,}$/.test(one))
    return random.some(run, 3).join(' ')
  }
  const times = (make: () => Query) => Array.from({ length: count }, make)
  return {
    'one word': times(() => plain(word())),
    'three words': times(() => plain(three())),
    prefix: times(() => plain(word().slice(0, 2 + random.below(4)))),
    typo: times(() => {
      const one = long()
      return plain(swapped(one, 1 + random.below(one.length - 2)))
    }),
    'word + 3 filters': times(() => filtered(random, seed, random.pick(ranked.slice(0, 100)))),
    'browse all': times(() => plain('')),
  }
}
