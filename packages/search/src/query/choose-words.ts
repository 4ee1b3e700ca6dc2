import type { SearchQuery } from '../engine.ts'
import { nameTerm } from '../lexicon/name-term.ts'
import { nearestName } from '../lexicon/nearest-name.ts'
import { otherWords, type ReadName, readNames, withTerms } from './read-names.ts'
import { type Relaxed, relax } from './relax.ts'
import type { SearchParts } from './search-with-facets.ts'
import { withoutStopWords } from './stop-words.ts'

/**
 * What is asked of the engine, how it was loosened, and which of the words typed were read as names; with the answer when
 * it is known already.
 */
export type Words<A> = {
  query: SearchQuery
  relaxed: Relaxed | null
  names: readonly ReadName[]
  found?: A
}

// With this many entries that have the words, similar words would only blur results and counts.
const ENOUGH = 5

/**
 * Takes names for what they name and other words as typed, then with similar ones, then loosened.
 *
 * @param typed the query with its words as typed and without the chosen facet values: an empty page under a choice is
 *   answered by changing the choice, and the words stay the same while somebody tries values
 * @param languages the reader's, best first
 * @param ask gives the answer to a query, its total without the chosen facet values, and whether the engine was away
 */
export async function chooseWords<A>(
  parts: SearchParts,
  typed: SearchQuery,
  languages: readonly string[],
  ask: (query: SearchQuery) => Promise<{ found: A; total: number; limited: boolean }>,
): Promise<Words<A>> {
  const count = async (query: SearchQuery) => (await parts.engine.search({ ...query, limit: 0 })).total
  const take = (names: readonly ReadName[], typo: boolean): Words<A> => {
    const text = withoutStopWords(withTerms(typed.text, names))
    return { query: { ...typed, text, typo }, relaxed: null, names }
  }
  const read = parts.lexicon ? readNames(parts.lexicon, typed.text, languages) : []
  const names = await sureOnes(parts, typed, read)
  const words = take(names, false)
  const { found: answer, total, limited } = await ask(words.query)
  // What answers while the engine is away knows titles, and no terms of names.
  if (limited) return names.length > 0 ? take([], false) : { ...words, found: answer }
  if (total >= ENOUGH) return { ...words, found: answer }
  const more = take(await withUnsureOnes(parts, typed, read, names), false)
  if (more.names.length > names.length) {
    const found = await count(more.query)
    if (found > total) return found >= ENOUGH ? more : take(more.names, true)
  }
  const similar = take(names, true)
  if ((await count(similar.query)) > 0) return similar
  // The index may not know a name yet that is new in the registry.
  const plain = take([], true)
  if (names.length > 0 && (await count(plain.query)) > 0) return plain
  const loosened = await relax(parts, similar.query, languages, shownAs(typed.text, names))
  if (!loosened) return plain
  return { ...loosened, names: names.filter(({ named }) => loosened.query.text.includes(nameTerm(named.id))) }
}

/** Shows the terms of names in a query as they were typed. */
function shownAs(typed: string, names: readonly ReadName[]): (word: string) => string {
  const shown = new Map(names.map(({ named, start, end }) => [nameTerm(named.id), typed.slice(start, end)]))
  return (word) => shown.get(word) ?? word
}

/**
 * The names that may stand for the words without losing what the words find. Texts that have a name have its term, so
 * the names of concepts lose nothing. The name of a place may be a common word elsewhere (nice, reading), and a form
 * may be a word of another language.
 */
async function sureOnes(
  { engine }: SearchParts,
  query: SearchQuery,
  names: readonly ReadName[],
): Promise<ReadName[]> {
  const count = async (part: Partial<SearchQuery>) =>
    (await engine.search({ ...(query.filter && { filter: query.filter }), text: '', ...part, limit: 0 }))
      .total
  const isSure = async ({ start, end, named, as }: ReadName): Promise<boolean> => {
    if (as === 'name' && !named.proper) return true
    const term = nameTerm(named.id)
    const lost = await count({ phrases: [query.text.slice(start, end)], exclude: [term] })
    return lost === 0 || (as === 'name' && lost < (await count({ text: `${term} ` })))
  }
  const sure = await Promise.all(names.map(isSure))
  return names.filter((_, i) => sure[i])
}

/** Adds the forms left out and names that words found nowhere may be misspellings of. */
async function withUnsureOnes(
  { engine, lexicon }: SearchParts,
  query: SearchQuery,
  read: readonly ReadName[],
  sure: readonly ReadName[],
): Promise<ReadName[]> {
  if (!lexicon) return []
  const isKnown = async (term: string) =>
    (await engine.search({ text: `${term} `, typo: false, limit: 0 })).total > 0
  const names = [...sure, ...read.filter((name) => name.as === 'form' && !sure.includes(name))]
  for (const { term, start, end } of otherWords(query.text, read)) {
    const nearest = nearestName(lexicon, term)
    if (nearest && !(await isKnown(term))) names.push({ start, end, as: 'misspelt', others: [], ...nearest })
  }
  return names.sort((a, b) => a.start - b.start)
}
