import type { GeoPoint, SortKey } from '../engine.ts'
import { distanceBetween } from '../geo.ts'
import type { DocumentTable } from './document-table.ts'
import { SortedView } from './sorted-view.ts'

/** A sort value and the tie-break share one double: 25 bits for the value (20,037,509 m at most), 28 for the document. */
const TIE_ROOM = 2 ** 28
const FARTHEST = 2 ** 25 - 1
const MAX_HEAPS = 2 ** 17

/** The documents in order of a column, and the rank of each as far as it was worked out. */
type Ranking = { view: SortedView; ranks: Float64Array }

/** Ranks of documents, made when first asked for; documents added since are merged in. */
export class Order {
  readonly #documents: DocumentTable
  readonly #rankings = new Map<string, Ranking>()
  readonly #byKey: SortedView
  #rank = new Uint32Array(0)

  constructor(documents: DocumentTable) {
    this.#documents = documents
    const { keys, ids } = documents
    this.#byKey = new SortedView(
      (a, b) => compare(keys[a] ?? '', keys[b] ?? '') || compare(ids[a] ?? '', ids[b] ?? '') || a - b,
    )
  }

  /** Documents in order of their stable key. */
  #stable(): { order: Uint32Array; rank: Uint32Array } {
    const { size } = this.#documents
    const order = this.#byKey.upTo(size)
    if (this.#rank.length < size) {
      this.#rank = new Uint32Array(size)
      for (let i = 0; i < size; i++) this.#rank[order[i] ?? 0] = i
    }
    return { order, rank: this.#rank }
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
    const ranking = this.#rankings.get(name) ?? this.#newRanking(key)
    this.#rankings.set(name, ranking)
    return ranking.ranks.length < this.#documents.size ? this.#ranked(ranking, key) : ranking.ranks
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

  #newRanking(key: Exclude<SortKey, { by: 'distance' }>): Ranking {
    const comparison = this.#comparison(key)
    return { view: new SortedView((a, b) => comparison(a, b) || a - b), ranks: new Float64Array(0) }
  }

  /** Orders by value, missing ones last in both directions; 0 for equals. */
  #comparison(key: Exclude<SortKey, { by: 'distance' }>): (a: number, b: number) => number {
    const sign = key.descending ? -1 : 1
    if (key.by === 'number') {
      const column = this.#documents.numbers.get(key.name)
      const value = (doc: number) => column?.at(doc) ?? Number.NaN
      return (a, b) =>
        byPresence(!Number.isNaN(value(a)), !Number.isNaN(value(b))) ?? sign * (value(a) - value(b))
    }
    const column = this.#documents.texts.get(key.name) ?? []
    return (a, b) =>
      byPresence(column[a] != null, column[b] != null) ?? sign * compare(column[a] ?? '', column[b] ?? '')
  }

  /** Dense ranks: equal values share one, so that the stable key decides between them. */
  #ranked(ranking: Ranking, key: Exclude<SortKey, { by: 'distance' }>): Float64Array {
    const { size } = this.#documents
    const order = ranking.view.upTo(size)
    const comparison = this.#comparison(key)
    const ranks = new Float64Array(size)
    let rank = 0
    for (let i = 0; i < size; i++) {
      const doc = order[i] ?? 0
      if (i > 0 && comparison(order[i - 1] ?? 0, doc) !== 0) rank++
      ranks[doc] = rank
    }
    ranking.ranks = ranks
    return ranks
  }
}

/** Decides between a value and a missing one; null when both are there, 0 when none is. */
function byPresence(a: boolean, b: boolean): number | null {
  if (a && b) return null
  return Number(b) - Number(a)
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
