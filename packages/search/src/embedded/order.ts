import type { GeoPoint, SortKey } from '../engine.ts'
import { distanceBetween } from '../geo.ts'
import type { DocumentTable } from './document-table.ts'

/** A sort value and the tie-break share one double: 25 bits for the value (20,037,509 m at most), 28 for the document. */
const TIE_ROOM = 2 ** 28
const FARTHEST = 2 ** 25 - 1
const MAX_HEAPS = 2 ** 17

/** Ranks of documents, made when first asked for and thrown away with every change. */
export class Order {
  readonly #documents: DocumentTable
  readonly #ranks = new Map<string, Float64Array>()
  #byKey: { order: Uint32Array; rank: Uint32Array } | null = null

  constructor(documents: DocumentTable) {
    this.#documents = documents
  }

  /** Documents in order of their stable key. */
  #stable(): { order: Uint32Array; rank: Uint32Array } {
    if (this.#byKey) return this.#byKey
    const { keys, ids, size } = this.#documents
    const order = Uint32Array.from({ length: size }, (_, doc) => doc)
    const text = (doc: number) => keys[doc] ?? ''
    order.sort((a, b) => compare(text(a), text(b)) || compare(ids[a] ?? '', ids[b] ?? '') || a - b)
    const rank = new Uint32Array(size)
    for (const [i, doc] of order.entries()) rank[doc] = i
    this.#byKey = { order, rank }
    return this.#byKey
  }

  /** Sorts documents by a whole number (smaller first), ties by stable key. */
  byNumber(docs: Uint32Array, value: (doc: number) => number): Uint32Array {
    const { order, rank } = this.#stable()
    // Few documents among many are sorted; many are dealt out in stable order to one heap per value.
    if (docs.length * 16 > order.length) {
      const dealt = deal(docs, value, order)
      if (dealt) return dealt
    }
    const packed = Float64Array.from(docs, (doc) => value(doc) * TIE_ROOM + (rank[doc] ?? 0))
    packed.sort()
    return Uint32Array.from(packed, (both) => order[both % TIE_ROOM] ?? 0)
  }

  /** Sorts documents by the keys in turn, missing values last, ties by stable key. */
  byKeys(docs: Uint32Array, keys: readonly SortKey[]): Uint32Array {
    const values = keys.map((key) => this.#valuesOf(key, docs))
    const [first] = values
    if (first && values.length === 1) return this.byNumber(docs, (doc) => first[doc] ?? FARTHEST)
    const { rank } = this.#stable()
    return docs.slice().sort((a, b) => {
      for (const column of values) {
        const difference = (column[a] ?? FARTHEST) - (column[b] ?? FARTHEST)
        if (difference !== 0) return difference
      }
      return (rank[a] ?? 0) - (rank[b] ?? 0)
    })
  }

  #valuesOf(key: SortKey, docs: Uint32Array): Float64Array {
    if (key.by === 'distance') return this.#distances(key.from, docs)
    const name = JSON.stringify(key)
    const known = this.#ranks.get(name)
    if (known) return known
    const ranks = key.by === 'number' ? this.#numberRanks(key.name) : this.#textRanks(key.name)
    if (key.descending) {
      const missing = ranks.length + 1
      for (const [doc, rank] of ranks.entries()) if (rank !== missing) ranks[doc] = ranks.length - rank
    }
    this.#ranks.set(name, ranks)
    return ranks
  }

  #distances(from: GeoPoint, docs: Uint32Array): Float64Array {
    const { lat, lng, size } = this.#documents
    const distances = new Float64Array(size).fill(FARTHEST)
    for (const doc of docs) {
      const point = { lat: lat.at(doc), lng: lng.at(doc) }
      if (!Number.isNaN(point.lat)) distances[doc] = distanceBetween(point, from)
    }
    return distances
  }

  #numberRanks(name: string): Float64Array {
    const column = this.#documents.numbers.get(name)
    const value = (doc: number) => column?.at(doc) ?? Number.NaN
    return this.#rank(
      (doc) => !Number.isNaN(value(doc)),
      (a, b) => value(a) - value(b),
    )
  }

  #textRanks(name: string): Float64Array {
    const column = this.#documents.texts.get(name) ?? []
    const value = (doc: number) => column[doc] ?? ''
    return this.#rank(
      (doc) => column[doc] != null,
      (a, b) => compare(value(a), value(b)),
    )
  }

  /** Dense ranks, `size + 1` for a missing value: equal values share one, so that the stable key decides between them. */
  #rank(isPresent: (doc: number) => boolean, order: (a: number, b: number) => number): Float64Array {
    const size = this.#documents.size
    const present = Uint32Array.from({ length: size }, (_, doc) => doc)
      .filter(isPresent)
      .sort(order)
    const ranks = new Float64Array(size).fill(size + 1)
    let rank = 0
    for (const [i, doc] of present.entries()) {
      if (i > 0 && order(present[i - 1] ?? 0, doc) !== 0) rank++
      ranks[doc] = rank
    }
    return ranks
  }
}

/** Counting sort that keeps the given order among equals; null when the values are too far apart for it. */
function deal(docs: Uint32Array, value: (doc: number) => number, order: Uint32Array): Uint32Array | null {
  const values = new Int32Array(order.length).fill(-1)
  let largest = 0
  for (let i = 0; i < docs.length; i++) {
    const doc = docs[i] ?? 0
    const own = value(doc)
    values[doc] = own
    if (own > largest) largest = own
  }
  if (largest > MAX_HEAPS) return null
  const places = new Uint32Array(largest + 2)
  for (let i = 0; i < docs.length; i++) {
    const heap = (values[docs[i] ?? 0] ?? 0) + 1
    places[heap] = (places[heap] ?? 0) + 1
  }
  for (let heap = 1; heap < places.length; heap++)
    places[heap] = (places[heap] ?? 0) + (places[heap - 1] ?? 0)
  const sorted = new Uint32Array(docs.length)
  for (let i = 0; i < order.length; i++) {
    const doc = order[i] ?? 0
    const heap = values[doc] ?? -1
    if (heap < 0) continue
    const place = places[heap] ?? 0
    sorted[place] = doc
    places[heap] = place + 1
  }
  return sorted
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
