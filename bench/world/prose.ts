import { type Random, zipfRanks } from './random.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Writes plausible nonsense. */
export type Prose = {
  /** About `words` words of a language, at most `characters` long. */
  text(language: string, words: number, characters?: number): string
  /** A name that hardly anything else has. */
  name(): string
}

const syllables = 'bar bel dor el fen gar hal ip jor ka lin mor nav os pri ras sel tor ul ven wir zan'.split(
  ' ',
)
const endings = ['a', 'berg', 'by', 'ów', 'münde', 'ville', 'stad', 'ım', 'ście', 'o', 'ø', 'haven']

/** English follows the seed word by word (each word is followed by one that follows it there); others draw words by rank. */
export const createProse = (random: Random, vocabulary: Vocabulary): Prose => {
  const followers = new Map<string, string[]>()
  for (const run of vocabulary.english)
    for (const [i, word] of run.entries()) {
      const next = run[i + 1]
      if (next === undefined) continue
      const known = followers.get(word)
      if (known) known.push(next)
      else followers.set(word, [next])
    }
  const begin = () => random.pick(random.pick(vocabulary.english))
  const drawn = new Map(
    [...vocabulary.words].map(([language, words]) => {
      const rank = zipfRanks(random, words.length)
      return [language, () => words[rank()] ?? ''] as const
    }),
  )
  const name = () => {
    const middle = Array.from({ length: 1 + random.below(2) }, () => random.pick(syllables)).join('')
    const whole = random.pick(syllables) + middle + random.pick(endings)
    return whole.charAt(0).toUpperCase() + whole.slice(1)
  }
  const english = (previous: string | undefined) => {
    const next = previous === undefined ? undefined : followers.get(previous)
    return next ? random.pick(next) : begin()
  }
  const text = (language: string, words: number, characters = Number.POSITIVE_INFINITY) => {
    const draw = drawn.get(language) ?? english
    let result = ''
    let previous: string | undefined
    for (let i = 0; i < words; i++) {
      // One word in 150 is a rare name: the long tail that natural texts have.
      previous = random.chance(1 / 150) ? name() : draw(previous)
      const piece = i === 0 ? previous : `${i % 14 === 0 ? '.' : ''} ${previous}`
      if (result.length + piece.length + 1 > characters) break
      result += piece
    }
    return `${result}.`
  }
  return { text, name }
}
