import type { Seed } from '@hansa/api'
import type { LocalizedText } from '@hansa/domain/text'

/** What the seed is written in: its English texts as runs of words, and the words of each language by frequency. */
export type Vocabulary = {
  english: readonly string[][]
  /** Words of a language, the most frequent first. */
  words: ReadonlyMap<string, readonly string[]>
}

/** Languages the synthetic texts are written in besides English: those in which the seed has most words. */
export const otherLanguages = ['fr', 'de', 'es', 'it', 'pl', 'nl', 'uk', 'tr'] as const

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}’'-]+/gu) ?? []

/** Every string of an input that reads like a sentence. */
const sentences = (value: unknown): string[] => {
  if (typeof value === 'string') return value.includes(' ') && !value.includes('://') ? [value] : []
  if (value === null || typeof value !== 'object') return []
  return Object.values(value).flatMap(sentences)
}

const textsOf = (texts: LocalizedText, language: string): string[] => {
  const given = texts[language]
  return given ? [given.text] : []
}

/** Reads the vocabulary of a seed: sentences of its practices, labels and synonyms of its concepts. */
export const vocabularyOf = ({ schemes, rows }: Seed): Vocabulary => {
  const practices = rows.filter((row) => row.kind === 'practice')
  const english = practices.flatMap(({ input }) =>
    sentences([input.summary, input.challenge, input.objectives, input.solution, input.difficulties]),
  )
  const concepts = schemes.flatMap((scheme) => scheme.concepts)
  const words = otherLanguages.map((language) => {
    const texts = concepts.flatMap(({ labels, synonyms }) => [
      ...textsOf(labels, language),
      ...(synonyms[language] ?? []),
    ])
    return [language, byFrequency(texts.flatMap(wordsOf))] as const
  })
  return { english: english.map(wordsOf).filter((run) => run.length > 3), words: new Map(words) }
}

const byFrequency = (words: readonly string[]): string[] => {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([word]) => word)
}
