import type { Db } from '@hansa/db'
import { type Lexicon, nameTerm, type SearchEngine, type Stemmers } from '@hansa/search'
import { placesOf } from './named-places.ts'

type Reading = { search: SearchEngine; stemmers: Stemmers }

const pageSize = 1000

/** Places that entries are or refer to and whose names are not known yet. */
export const newPlacesOf = async (db: Db, lexicon: Lexicon, ids: readonly string[]): Promise<string[]> => {
  const places = new Set(await placesOf(db, ids))
  return [...places].filter((id) => !lexicon.named.has(id))
}

/**
 * The entries in the index that have the term of one of these things, or one of its names as they are now: those to be
 * indexed again when names change.
 */
export const entriesNaming = async (
  { search, stemmers }: Reading,
  lexicon: Lexicon,
  things: readonly string[],
): Promise<string[]> => {
  const found = new Set<string>()
  for (const thing of things) {
    const named = lexicon.named.get(thing)
    const queries = [
      { text: `${nameTerm(thing)} ` },
      ...(named?.names ?? []).map(({ text, language }) =>
        // Of a word, whatever begins like its stem: its other forms are in the index only as words of texts.
        /\s/.test(text) || language === null
          ? { text: '', phrases: [text] }
          : { text: stemmers.stem(text, language) },
      ),
    ]
    for (const query of queries)
      for (let offset = 0, total = 1; offset < total; offset += pageSize) {
        const page = await search.search({ ...query, typo: false, offset, limit: pageSize })
        for (const hit of page.hits) found.add(hit.id)
        total = page.total
      }
  }
  return [...found]
}
