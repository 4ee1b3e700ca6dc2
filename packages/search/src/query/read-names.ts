import { longestFirst } from '../lexicon/annotate.ts'
import type { Lexicon, Named, NameMatch } from '../lexicon/lexicon.ts'
import { nameTerm } from '../lexicon/name-term.ts'
import { fold } from '../text/fold.ts'
import { chunksOf } from '../text/tokenise.ts'
import { isStopWord } from './stop-words.ts'

/** A stretch of what was typed that is read as a name (offsets as typed). */
export type ReadName = {
  start: number
  end: number
  /** What is meant, and what else has the name. */
  named: Named
  others: readonly Named[]
  /** The name itself, another form of it, or a misspelling. */
  as: 'name' | 'form' | 'misspelt'
  /** How it is spelt, when misspelt. */
  spelling: string | null
}

/**
 * The names in a query, the longest first; names as they are before other forms, forms of the reader's languages before
 * those of others.
 */
export function readNames(lexicon: Lexicon, text: string, languages: readonly string[]): ReadName[] {
  const read: ReadName[] = []
  const isFree = ({ start, end }: NameMatch) => read.every((one) => end <= one.start || start >= one.end)
  const take = (matches: readonly NameMatch[], as: 'name' | 'form') => {
    for (const { start, end, named } of longestFirst(matches.filter(isFree))) {
      const [likeliest, ...others] = readersFirst(named, fold(text.slice(start, end)), languages)
      if (likeliest) read.push({ start, end, named: likeliest, others, as, spelling: null })
    }
  }
  take(lexicon.namesIn(text, []), 'name')
  take(lexicon.namesIn(text, languages), 'form')
  for (const language of lexicon.languages)
    if (!languages.includes(language)) take(lexicon.namesIn(text, [language]), 'form')
  return read.sort((a, b) => a.start - b.start)
}

/** What has the name in a language of the reader before what has it in others: Roma in English, Roma in Italian. */
function readersFirst(named: readonly Named[], name: string, languages: readonly string[]): readonly Named[] {
  const isReaders = (thing: Named) =>
    thing.names.some(({ text, language }) => language && languages.includes(language) && fold(text) === name)
  return named.length < 2
    ? named
    : [...named.filter(isReaders), ...named.filter((thing) => !isReaders(thing))]
}

/** A query with the terms of names in their places; everything else as typed, with blanks around. */
export function withTerms(text: string, names: readonly ReadName[]): string {
  let out = ''
  let at = 0
  for (const { start, end, named } of names) {
    out += `${text.slice(at, start)} ${nameTerm(named.id)} `
    at = end
  }
  return out + text.slice(at)
}

/** The words of a query that are no part of a name read so far, and no little words. */
export function otherWords(
  text: string,
  names: readonly ReadName[],
): { term: string; start: number; end: number }[] {
  return chunksOf(text)
    .flatMap((chunk) => chunk.parts)
    .filter(({ term, start, end }) => {
      return !isStopWord(term) && names.every((name) => end <= name.start || start >= name.end)
    })
}
