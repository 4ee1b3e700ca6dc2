import type { Named } from './lexicon.ts'

/** A name of one word, folded; what it names, the likeliest first; and which letters it has, as bits. */
export type Spelling = { text: string; letters: number; named: readonly Named[] }

/** Names of one word by their length, because a misspelling is nearly as long. */
export type Spellings = ReadonlyMap<number, readonly Spelling[]>

/** The letters of a word as bits; several letters may share one. */
function lettersOf(word: string): number {
  let letters = 0
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) & 31)
  return letters
}

/** Sorts names of one word by length. */
export function toSpellings(names: Iterable<readonly [string, readonly Named[]]>): Spellings {
  const spellings = [...names].map(([text, named]) => ({ text, letters: lettersOf(text), named }))
  return Map.groupBy(spellings, ({ text }) => text.length)
}

/** How many letters one of two words has and the other has not, at least. */
function lettersApart(a: number, b: number): number {
  let bits = a ^ b
  let count = 0
  for (; bits !== 0; count++) bits &= bits - 1
  return count
}

/**
 * The names that may be within so many misspellings of a word: of about its length, and with nearly its letters. One
 * misspelling puts at most one letter in the place of another.
 */
export function* mayBeMeant(spellings: Spellings, word: string, typos: number): Generator<Spelling> {
  const letters = lettersOf(word)
  for (let length = word.length - typos; length <= word.length + typos; length++)
    for (const spelling of spellings.get(length) ?? [])
      if (lettersApart(spelling.letters, letters) <= 2 * typos) yield spelling
}
