import type { LocalizedText } from '@hansa/domain/text'
import {
  inTerms,
  type Lexicon,
  namesInProse,
  nameTerm,
  type Stemmers,
  termsInLabels,
  termsInProse,
  type WrittenText,
} from '@hansa/search'
import { conceptWords } from '../concept/concept.search.ts'
import type { ConceptRow, EntryRow } from './facts.ts'
import type { EntryDocument } from './search-schema.ts'

export type Words = LocalizedText | string | null | undefined

/** What texts are prepared for the index with. */
export type WordParts = { stemmers: Stemmers; lexicon: Lexicon }

/** What an entry can be found by. */
type Findable = {
  title: readonly Words[]
  /** Entries it is linked to. */
  linked: readonly EntryRow[]
  /** Names beyond its own and theirs. */
  names: readonly Words[]
  identifiers: readonly Words[]
  short: readonly Words[]
  long: readonly Words[]
}

/** The texts with their languages; one without a language is in that of the entry's content. */
export const textsOf = (
  words: readonly Words[],
  { contentLanguage }: Pick<EntryRow, 'contentLanguage'>,
): WrittenText[] =>
  words.flatMap((word) => {
    if (word == null) return []
    if (typeof word === 'string') return [{ text: word, language: contentLanguage }]
    return Object.entries(word).map(([language, { text }]) => ({ text, language }))
  })

const plain = (texts: readonly WrittenText[]): string[] => texts.map(({ text }) => text)

const asValue = (terms: readonly string[]): string[] => (terms.length > 0 ? [terms.join(' ')] : [])

/** Titles, and again with the terms in place of the names. */
const titlesOf = (lexicon: Lexicon, titles: readonly WrittenText[]): string[] => {
  const again = titles.flatMap((title) => inTerms(title.text, namesInProse(lexicon, title)) ?? [])
  return [...plain(titles), ...new Set(again)]
}

/** Stems of texts, each by the stemmer of its own language: one string per language. */
const stemsOf = (stemmers: Stemmers, texts: readonly WrittenText[]): string[] =>
  [...Map.groupBy(texts, ({ language }) => language ?? '')].map(([language, own]) =>
    stemmers.stemsOf(plain(own).join(' '), [language]),
  )

const localized = (words: readonly Words[]): WrittenText[] =>
  words.flatMap((word) =>
    word == null || typeof word === 'string'
      ? []
      : Object.entries(word).map(([language, { text }]) => ({ text, language })),
  )

/** What all entries that name a concept have in common. */
export type SharedWords = { words: string[]; stems: string[] }

/** The words of a concept and, where people search by its names, its own term; not what its synonyms may name beside it. */
export const sharedWords = ({ stemmers, lexicon }: WordParts, concept: ConceptRow): SharedWords => {
  const term = lexicon.named.has(concept.id) ? [nameTerm(concept.id)] : []
  const labels = Object.entries(concept.labels).flatMap(([language, { text, also = [] }]) =>
    [text, ...also].map((word) => ({ text: word, language })),
  )
  const synonyms = Object.entries(concept.synonyms).map(([language, words]) => ({
    text: words.join(' '),
    language,
  }))
  return {
    words: [...conceptWords(concept), ...term],
    stems: [...stemsOf(stemmers, [...labels, ...synonyms]), ...term],
  }
}

/**
 * The words of a document by attribute, but those of its concepts. Beside the words of a text stand the terms of the
 * names in it, so that every name of a thing finds the same entries.
 */
export const fieldsOf = (
  { stemmers, lexicon }: WordParts,
  row: EntryRow,
  { title, linked, names, identifiers, short, long }: Findable,
): EntryDocument['fields'] => {
  const ofLinked = linked.flatMap((other) => [
    ...plain(textsOf([other.title], other)),
    ...other.alternativeNames,
  ])
  const labels = [...row.alternativeNames, ...ofLinked, ...plain(textsOf(names, row))]
  const codes = [
    row.id,
    row.slug,
    row.provenance.id,
    ...row.identifiers.map((identifier) => identifier.value),
    ...plain(textsOf(identifiers, row)),
  ]
  const [titles, summary, body] = [title, short, long].map((words) => textsOf(words, row))
  const terms = {
    names: termsInLabels(lexicon, labels),
    identifiers: termsInLabels(lexicon, codes),
    summary: termsInProse(lexicon, summary ?? []),
    body: termsInProse(lexicon, body ?? []),
  }
  const all = new Set([...termsInProse(lexicon, titles ?? []), ...Object.values(terms).flat()])
  const stemmed = localized([...title, ...short, ...linked.map((other) => other.title)])
  return {
    title: titlesOf(lexicon, titles ?? []),
    names: [...labels, ...asValue(terms.names)],
    identifiers: [...codes, ...asValue(terms.identifiers)],
    summary: [...plain(summary ?? []), ...asValue(terms.summary)],
    body: [...plain(body ?? []), ...asValue(terms.body)],
    stems: [...stemsOf(stemmers, stemmed), ...asValue([...all])],
  }
}
