import { Dictionary } from '../embedded/dictionary.ts'
import { expand } from '../embedded/expand.ts'
import type { QueryWord } from '../query/units.ts'
import { typosAllowed } from '../text/typos.ts'
import { any, type Expression, isIn, startsWith } from './expression.ts'

/** Looks a word up among the terms of an attribute; may give more than what answers it, never less. */
export type LookUp = (attribute: string, word: string) => Promise<readonly string[]>

/** Terms that answer a word equally well: `quality` is `typos * 2 + (1 when only the beginning matches)`. */
type Rank = { quality: number; holds: (attribute: string) => Expression }

/** A word of a query with the terms that answer it, the best first. */
export type AskedWord = { ranks: readonly Rank[]; isAnsweredBy: (term: string) => boolean }

/** Finds the terms that answer a word in these attributes, by the same rules as the embedded engine. */
export async function askWord(
  lookUp: LookUp,
  word: QueryWord,
  attributes: readonly string[],
  typo: boolean,
): Promise<AskedWord> {
  const { term, prefix } = word
  const exact: Rank = { quality: 0, holds: (attribute) => isIn(`words.${attribute}`, [term]) }
  const begun: Rank = { quality: 1, holds: (attribute) => startsWith(`words.${attribute}`, term) }
  const misspelt = typo && typosAllowed(term) > 0 ? await alike(lookUp, word, attributes) : new Map()
  const ranks = [exact, ...(prefix ? [begun] : [])]
  for (const quality of [2, 3, 4, 5]) {
    const terms = [...misspelt].filter(([, own]) => own === quality).map(([one]) => one)
    if (terms.length > 0) ranks.push({ quality, holds: (attribute) => isIn(`words.${attribute}`, terms) })
  }
  return {
    ranks,
    isAnsweredBy: (one) => one === term || (prefix && one.startsWith(term)) || misspelt.has(one),
  }
}

/** The misspelt terms and how well each answers. */
async function alike(
  lookUp: LookUp,
  { term, prefix }: QueryWord,
  attributes: readonly string[],
): Promise<Map<string, number>> {
  const found = await Promise.all(attributes.map((attribute) => lookUp(attribute, term)))
  const dictionary = new Dictionary([...new Set(found.flat())])
  const answers = [...expand(dictionary, term, { prefix, typo: true })]
  return new Map(
    answers.filter(([, quality]) => quality > 1).map(([id, quality]) => [dictionary.term(id), quality]),
  )
}

/** Cost of a word in a document, comparable as a number: quality first means typos, then attribute, then beginnings. */
export const costOf = (quality: number, attribute: number) =>
  (quality >> 1) * 16 + attribute * 2 + (quality & 1)

/** The documents in which a word costs what `isMeant` says. */
export function wordCosting(
  word: AskedWord,
  attributes: readonly NumberedAttribute[],
  isMeant: (cost: number) => boolean,
): Expression {
  return any(
    word.ranks.flatMap(({ quality, holds }) =>
      attributes.filter(({ number }) => isMeant(costOf(quality, number))).map(({ name }) => holds(name)),
    ),
  )
}

/** Everything a word can cost in these attributes, the least first. */
export function wordCosts(word: AskedWord, attributes: readonly NumberedAttribute[]): number[] {
  return word.ranks
    .flatMap(({ quality }) => attributes.map(({ number }) => costOf(quality, number)))
    .sort((a, b) => a - b)
}

/** An attribute and its place in the order of importance. */
export type NumberedAttribute = { name: string; number: number }
