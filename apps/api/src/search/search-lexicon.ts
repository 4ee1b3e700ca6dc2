import { type Db, schema } from '@hansa/db'
import { kindNames } from '@hansa/domain/kind'
import { createLexicon, type Lexicon, type Name, type Named, type Stemmers } from '@hansa/search'
import { count, eq, inArray } from 'drizzle-orm'
import type { Kept } from '../kept.ts'
import { countPlaces, namesOfPlaces, type PlaceNames } from './named-places.ts'

const { concept, entryConcept } = schema

/** The schemes whose concepts people search by name. */
const namedSchemes = ['policy-area', 'target-group']

type Reading = { db: Db; stemmers: Stemmers }

const namedConcepts = async (db: Db): Promise<Named[]> => {
  const rows = await db
    .select({ id: concept.id, labels: concept.labels, count: count(entryConcept.entryId) })
    .from(concept)
    .leftJoin(entryConcept, eq(entryConcept.conceptId, concept.id))
    .where(inArray(concept.scheme, namedSchemes))
    .groupBy(concept.id)
  return rows.map(({ id, labels, count }) => ({
    id,
    names: Object.entries(labels).flatMap(([language, { text, also = [] }]): Name[] =>
      [text, ...also].map((word) => ({ text: word, language })),
    ),
    proper: false,
    weight: count,
  }))
}

const persons = 1e10

const toNamed = (
  { id, title, alternativeNames, population }: PlaceNames,
  links: ReadonlyMap<string, number>,
): Named => ({
  id,
  names: [
    ...Object.entries(title).map(([language, { text }]): Name => ({ text, language })),
    ...alternativeNames.map((text): Name => ({ text, language: null })),
  ],
  proper: true,
  // What more entries are linked to is likelier meant, among equals the larger place.
  weight: (links.get(id) ?? 0) + (population ?? 0) / persons,
})

const lexiconOf = async ({ db, stemmers }: Reading, links: ReadonlyMap<string, number>): Promise<Lexicon> => {
  const places = await namesOfPlaces(db, [...links.keys()])
  return createLexicon(stemmers, [
    ...(await namedConcepts(db)),
    ...places.map((place) => toNamed(place, links)),
  ])
}

/**
 * The names people search by: those of policy areas, target groups, countries and cities, of the world's cities from
 * GeoNames only those that entries refer to.
 */
export const loadLexicon = async (reading: Reading): Promise<Lexicon> =>
  lexiconOf(reading, await countPlaces(reading.db))

/**
 * Keeps the lexicon of a process until a concept, city or country changes, or entries refer to other places than before.
 * It may be a moment ahead of the index or behind it; searching takes words as typed then.
 */
export const keepLexicon = ({ kept, ...reading }: Reading & { kept: Kept }): (() => Promise<Lexicon>) => {
  let held: { places: string; of: object; lexicon: Promise<Lexicon> } | null = null
  return async () => {
    const { links, places } = await kept.read('places referred to', kindNames, async () => {
      const links = await countPlaces(reading.db)
      return { links, places: [...links.keys()].sort().join(' ') }
    })
    const of = await kept.read('names changed', ['concept', 'city', 'country'], async () => ({}))
    if (held?.places === places && held.of === of) return held.lexicon
    const own = { places, of, lexicon: lexiconOf(reading, links) }
    held = own
    own.lexicon.catch(() => {
      if (held === own) held = null
    })
    return own.lexicon
  }
}
