import { isStopWord } from '../query/stop-words.ts'
import { spellingVariants } from '../text/fold.ts'
import type { Stemmers } from '../text/stem.ts'
import { chunksOf, type Word } from '../text/tokenise.ts'
import { PhraseTable } from './phrase-table.ts'
import { type Spellings, toSpellings } from './spellings.ts'

/** A name and the language it is in (BCP 47); null when nobody said. */
export type Name = { text: string; language: string | null }

/** Something people search by one of its names: a concept, a place. */
export type Named = {
  id: string
  names: readonly Name[]
  /** A proper name: written with a capital in running text. */
  proper: boolean
  /** How likely it is meant where several have the name; any number. */
  weight: number
}

/** A stretch of a text that is a name (UTF-16 offsets, end exclusive), and what it names, the likeliest first. */
export type NameMatch = { start: number; end: number; named: readonly Named[]; exact: boolean }

/** The names of things in every language. */
export type Lexicon = {
  /** What is in it, by id. */
  readonly named: ReadonlyMap<string, Named>
  /** Languages whose inflected forms are known. */
  readonly languages: readonly string[]
  /**
   * Every name in a text, also those within longer ones, in order of their beginnings.
   *
   * @param languages languages whose inflected forms count; names as they are count in any language
   */
  namesIn(text: string, languages: readonly string[]): NameMatch[]
  /** Names of one word. */
  readonly spellings: Spellings
}

// Languages that decline the names of places; elsewhere their stems would only be taken for other words (Reading, read).
const DECLINING = new Set(['pl', 'uk', 'ru', 'cs', 'sl', 'fi', 'hu', 'tr'])
const MIN_LETTERS = 3
const MAX_WORDS = 20
// A stem keeps the beginning of its word, so only names that begin like a word need to be stemmed to know which it is.
const GATE = 3
// But the Arabic article stands before its word, and its stem is without.
const CUT_IN_FRONT = new Set(['ar'])

/** Puts names together; building one takes time in proportion to the names, so keep it. */
export function createLexicon(stemmers: Stemmers, things: readonly Named[]): Lexicon {
  const named = new Map(things.map((thing) => [thing.id, thing]))
  const exact = new PhraseTable<Named>()
  const usable = [...named.values()].flatMap((thing) =>
    thing.names.flatMap((name) => {
      const words = wordsOf(name.text)
      return isUsable(words) ? [{ thing, name, words }] : []
    }),
  )
  for (const { thing, name, words } of usable)
    for (const spelling of spellingsOf(name.text, words)) exact.add(spelling, thing)
  const formsAt = formsByBeginning(stemmers, usable)
  return {
    named,
    languages: stemmers.languages,
    spellings: toSpellings([...exact.words()].map(({ word, values }) => [word, likeliestFirst(values)])),
    namesIn(text, languages) {
      const words = wordsOf(text)
      const matches: NameMatch[] = []
      const tags = languages.map(primaryOf)
      for (const [at, word] of words.entries()) {
        const found = new Map<number, { named: Set<Named>; exact: boolean }>()
        const keep = (isExact: boolean) => (length: number, values: readonly Named[]) => {
          const known = found.get(length)
          if (known) for (const value of values) known.named.add(value)
          else found.set(length, { named: new Set(values), exact: isExact })
        }
        exact.visit((place) => words[place]?.term, at, keep(true))
        for (const tag of tags) {
          const stems = formsAt(tag, word)
          stems?.visit((place) => stemAt(text, words, place, tag, stemmers), at, keep(false))
          stems?.visit((place) => foldedStemAt(words, place, tag, stemmers), at, keep(false))
        }
        for (const [length, { named, exact }] of found) {
          const [first, last] = [words[at], words[at + length - 1]]
          if (first && last)
            matches.push({ start: first.start, end: last.end, named: likeliestFirst([...named]), exact })
        }
      }
      return matches
    },
  }
}

const primaryOf = (tag: string): string => tag.toLowerCase().split('-')[0] ?? ''

const wordsOf = (text: string): Word[] => chunksOf(text).flatMap((chunk) => chunk.parts)

const stemAt = (text: string, words: readonly Word[], place: number, tag: string, { stem }: Stemmers) => {
  const word = words[place]
  return word && stem(text.slice(word.start, word.end), tag)
}

// A query may come without its marks, and its stem then differs.
const foldedStemAt = (words: readonly Word[], place: number, tag: string, { stem }: Stemmers) => {
  const word = words[place]
  return word && stem(word.term, tag)
}

/** Names that fold to a little word or to a letter or two (the Turkish iş) would stand everywhere. */
function isUsable(words: readonly Word[]): boolean {
  if (words.length === 0 || words.length > MAX_WORDS || words.every(({ term }) => isStopWord(term)))
    return false
  return words.reduce((letters, { term }) => letters + term.length, 0) >= MIN_LETTERS
}

/** The folded words of a name; with all its umlauts written out as well (Muenchen), as the index has them. */
function spellingsOf(text: string, words: readonly Word[]): string[][] {
  const plain = words.map(({ term }) => term)
  const spelled = words.map(
    ({ start, end, term }) => spellingVariants(text.slice(start, end), term)[0] ?? term,
  )
  return plain.join(' ') === spelled.join(' ') ? [plain] : [plain, spelled]
}

type Usable = { thing: Named; name: Name; words: readonly Word[] }

/**
 * The inflected forms of names, by a language and the word they could begin with. Made when first asked for: stemming every name in
 * every language takes seconds, and a search looks at a few.
 */
function formsByBeginning(stemmers: Stemmers, usable: readonly Usable[]) {
  const byGate = Map.groupBy(usable, ({ words }) => words[0]?.term.slice(0, GATE) ?? '')
  const languagesOf = new Map<Named, Set<string>>()
  for (const { thing, name } of usable)
    if (name.language) {
      const languages = languagesOf.get(thing) ?? new Set()
      languagesOf.set(thing, languages.add(primaryOf(name.language)))
    }
  // The forms of a place are those of its name in the language; of its other names only while that is not known.
  const hasForms = ({ thing, name }: Usable, language: string): boolean => {
    if (thing.proper && !DECLINING.has(language)) return false
    if (name.language && primaryOf(name.language) === language) return true
    return thing.proper && !languagesOf.get(thing)?.has(language)
  }
  const make = (language: string, names: readonly Usable[]): PhraseTable<Named> | null => {
    const own = names.filter((one) => hasForms(one, language))
    const stems = new PhraseTable<Named>()
    for (const { thing, name, words } of own) {
      stems.add(
        words.map(({ start, end }) => stemmers.stem(name.text.slice(start, end), language)),
        thing,
      )
      stems.add(
        words.map(({ term }) => stemmers.stem(term, language)),
        thing,
      )
    }
    return own.length > 0 ? stems : null
  }
  const known = new Map(stemmers.languages.map((tag) => [tag, new Map<string, PhraseTable<Named> | null>()]))
  return (language: string, { term }: Word): PhraseTable<Named> | null => {
    const made = known.get(language)
    const gate = CUT_IN_FRONT.has(language) ? '' : term.slice(0, GATE)
    const names = gate === '' ? usable : byGate.get(gate)
    // What begins like no name is not kept: anybody can type it.
    if (!made || !names) return null
    const found = made.get(gate)
    if (found !== undefined) return found
    const forms = make(language, names)
    made.set(gate, forms)
    return forms
  }
}

function likeliestFirst(named: readonly Named[]): readonly Named[] {
  return named.toSorted((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))
}
