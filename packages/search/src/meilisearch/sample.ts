import { emptyBits, setBit } from '../embedded/bitset.ts'
import { Dictionary } from '../embedded/dictionary.ts'
import { COST_LIMIT, matchText, type TextIndex } from '../embedded/match.ts'
import { matchedTerms } from '../embedded/matched-terms.ts'
import { nearness } from '../embedded/nearness.ts'
import { Postings } from '../embedded/postings.ts'
import { SharedTexts } from '../embedded/shared-texts.ts'
import { TextColumn } from '../embedded/text-column.ts'
import type { IndexSchema, SearchHit, SearchQuery } from '../engine.ts'
import { decodeValue } from './encode.ts'
import type { StoredDocument } from './stored-document.ts'

/** What has to be read of a document to rank it and to tell which of its terms matched. */
export type SampledDocument = Pick<StoredDocument, 'key' | 'order' | 'tokens'> & {
  facets: { kind?: string[] }
}

/** A few documents as a small index in memory, for what needs the terms in order. */
export type Sample = { docs: readonly SampledDocument[]; index: TextIndex }

/**
 * Indexes a few documents by their stored terms.
 *
 * @param isAsked which terms a query is about; all others only take their place
 */
export function toSample(
  schema: IndexSchema,
  docs: readonly SampledDocument[],
  isAsked: (term: string) => boolean,
): Sample {
  // Texts that documents share stand in each of them here.
  const shared = new SharedTexts()
  const index: TextIndex = {
    dictionary: new Dictionary(),
    postings: new Postings(),
    texts: new TextColumn(undefined, shared.texts),
    shared,
  }
  const known = new Map<string, number>()
  const other = index.dictionary.intern('')
  const numberOf = (term: string) => {
    const number = known.get(term) ?? (isAsked(term) ? index.dictionary.intern(term) : other)
    known.set(term, number)
    return number
  }
  for (const [number, { tokens }] of docs.entries()) {
    const masks = new Map<number, number>()
    for (const [attribute, name] of schema.attributes.entries()) {
      const values = tokens[name] ?? []
      if (values.length > 0) index.texts.beginAttribute(attribute)
      for (const [i, line] of values.entries()) {
        if (i > 0) index.texts.nextValue()
        for (const place of line === '' ? [] : line.split(' '))
          for (const [j, term] of place.split('|').entries()) {
            const id = numberOf(term)
            index.texts.addTerm(id, j === 0)
            if (id !== other) masks.set(id, (masks.get(id) ?? 0) | (1 << attribute))
          }
      }
    }
    index.texts.endDocument()
    for (const [term, mask] of masks) index.postings.add(term, number, mask)
  }
  return { docs, index }
}

/** Makes hits of a sample, in its order or by relevance. Cost, closeness and matched terms are those of the embedded engine. */
export function rankSample(
  sample: Sample,
  query: SearchQuery,
  mask: number,
  byRelevance: boolean,
): SearchHit[] {
  const { docs, index } = sample
  const everything = emptyBits(docs.length)
  for (const number of docs.keys()) setBit(everything, number)
  const match = matchText(index, { ...query, exclude: [] }, mask, everything)
  const found = docs.map((doc, number) => ({
    doc,
    number,
    cost: match.cost[number] ?? 0,
    near: byRelevance && match.units.length > 1 ? nearness(index.texts, number, match) : 0,
  }))
  if (byRelevance)
    found.sort((a, b) => a.cost - b.cost || a.near - b.near || (a.doc.order < b.doc.order ? -1 : 1))
  return found.map(({ doc, number, cost }) => ({
    id: decodeValue(doc.key),
    kind: decodeValue(doc.facets.kind?.[0] ?? ''),
    score: 1 - cost / COST_LIMIT,
    terms: matchedTerms(index.texts, index.dictionary, number, match),
  }))
}

/** Numbers of the sampled documents that have the terms one after the other in one value. */
export function withPhrase({ docs, index }: Sample, terms: readonly string[], mask: number): boolean[] {
  const wanted = terms.map((term) => index.dictionary.find(term) ?? -1)
  return docs.map((_, number) => {
    const places = terms.map(() => new Set<number>())
    index.texts.visit(number, (attribute, _value, position, term) => {
      if ((mask >> attribute) & 1)
        for (const [i, one] of wanted.entries()) if (one === term) places[i]?.add(position)
    })
    return [...(places[0] ?? [])].some((start) => places.every((set, i) => set.has(start + i)))
  })
}
