import type { IndexSchema, SearchDoc } from '../engine.ts'
import { tokensOf } from '../text/tokenise.ts'
import { encodeValue, orderKey } from './encode.ts'
import { pairCode } from './pair-code.ts'

/** A document as the index holds it: what is filtered by, and its terms in order for ranks, phrases and marks. */
export type StoredDocument = {
  key: string
  order: string
  /** The distinct terms of each attribute. */
  words: Record<string, string[]>
  /** Codes of all pairs of neighbouring terms. */
  pairs: string[]
  facets: Record<string, string[]>
  numbers: Record<string, number>
  texts: Record<string, string>
  _geo?: { lat: number; lng: number }
  /** One line per value: terms by position, those that share one joined by |. */
  tokens: Record<string, string[]>
}

/** Prepares a document for the index. */
export function storedDocument(schema: IndexSchema, doc: SearchDoc): StoredDocument {
  const tokens: Record<string, string[]> = {}
  const words: Record<string, string[]> = {}
  const pairs = new Set<string>()
  for (const name of schema.attributes) {
    const texts = [...(doc.fields[name] ?? []), ...(doc.shared?.[name] ?? []).flat()]
    const values = texts.map((value) => placesOf(value, !schema.hidden.includes(name)))
    if (values.length === 0) continue
    tokens[name] = values.map(lineOf)
    const distinct = new Set(values.flat(2))
    if (distinct.size > 0) words[name] = [...distinct]
    for (const places of values) addPairs(places, pairs)
  }
  return {
    key: encodeValue(doc.id),
    order: orderKey(doc.stableKey),
    words,
    pairs: [...pairs],
    facets: facetsOf(schema, doc),
    numbers: present(doc.numbers),
    texts: Object.fromEntries(Object.entries(present(doc.texts)).map(([name, key]) => [name, orderKey(key)])),
    ...(doc.geo ? { _geo: doc.geo } : {}),
    tokens,
  }
}

/** The terms of a text by position; one position may have several. */
function placesOf(text: string, spelled: boolean): string[][] {
  const places: string[][] = []
  for (const { term, position } of tokensOf(text, spelled)) {
    const place = places[position] ?? []
    place.push(term)
    places[position] = place
  }
  return places
}

function lineOf(places: readonly (readonly string[])[]): string {
  return places.map((terms) => terms.join('|')).join(' ')
}

function addPairs(places: readonly (readonly string[])[], pairs: Set<string>): void {
  for (const [i, terms] of places.entries())
    for (const first of terms) for (const second of places[i + 1] ?? []) pairs.add(pairCode(first, second))
}

function facetsOf(schema: IndexSchema, doc: SearchDoc): Record<string, string[]> {
  const facets: Record<string, string[]> = { kind: [encodeValue(doc.kind)] }
  for (const name of schema.facets) {
    const values = new Set(doc.facets[name] ?? [])
    if (values.size > 0) facets[name] = [...values].map(encodeValue)
  }
  return facets
}

/** Meilisearch tells a missing value from null; here both are missing. */
function present<V>(values: Readonly<Record<string, V | null>>): Record<string, V> {
  const found: Record<string, V> = {}
  for (const [name, value] of Object.entries(values)) if (value !== null) found[name] = value
  return found
}
