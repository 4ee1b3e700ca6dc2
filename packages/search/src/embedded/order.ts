import type { GeoPoint, SortKey } from '../engine.ts'
import { distanceBetween } from '../geo.ts'
import type { DocumentTable } from './document-table.ts'

/** A sort value and the tie-break share one double: 25 bits for the value (20,037,509 m at most), 28 for the document. */
const TIE_ROOM = 2 ** 28
const MISSING = 2 ** 25 - 1

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

  /** Sorts documents by a number (smaller first), ties by stable key. */
  byNumber(docs: Uint32Array, value: (doc: number) => number): Uint32Array {
    const { order, rank } = this.#stable()
    const packed = Float64Array.from(docs, (doc) => value(doc) * TIE_ROOM + (rank[doc] ?? 0))
    packed.sort()
    return Uint32Array.from(packed, (both) => order[both % TIE_ROOM] ?? 0)
  }

  /** Sorts documents by the keys in turn, missing values last, ties by stable key. */
  byKeys(docs: Uint32Array, keys: readonly SortKey[]): Uint32Array {
    const values = keys.map((key) => this.#valuesOf(key, docs))
    const [first] = values
    if (first && values.length === 1) return this.byNumber(docs, (doc) => first[doc] ?? MISSING)
    const { rank } = this.#stable()
    return docs.slice().sort((a, b) => {
      for (const column of values) {
        const difference = (column[a] ?? MISSING) - (column[b] ?? MISSING)
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
    if (key.descending)
      for (const [doc, rank] of ranks.entries()) if (rank !== MISSING) ranks[doc] = ranks.length - rank
    this.#ranks.set(name, ranks)
    return ranks
  }

  #distances(from: GeoPoint, docs: Uint32Array): Float64Array {
    const { lat, lng, size } = this.#documents
    const distances = new Float64Array(size).fill(MISSING)
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

  /** Dense ranks: equal values share one, so that the stable key decides between them. */
  #rank(isPresent: (doc: number) => boolean, order: (a: number, b: number) => number): Float64Array {
    const size = this.#documents.size
    const present = Uint32Array.from({ length: size }, (_, doc) => doc)
      .filter(isPresent)
      .sort(order)
    const ranks = new Float64Array(size).fill(MISSING)
    let rank = 0
    for (const [i, doc] of present.entries()) {
      if (i > 0 && order(present[i - 1] ?? 0, doc) !== 0) rank++
      ranks[doc] = rank
    }
    return ranks
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
