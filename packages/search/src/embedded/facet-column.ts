import { type Bits, setBit } from './bitset.ts'
import { Growable, uint32s } from './growable.ts'
import { SortedView } from './sorted-view.ts'

export type FacetState = { values: string[]; starts: Uint32Array<ArrayBuffer>; ids: Uint32Array<ArrayBuffer> }

/** The values of one facet: per document for counting, per value for filtering. */
export class FacetColumn {
  readonly #values: string[]
  readonly #ids: Map<string, number>
  readonly #starts: Growable<Uint32Array<ArrayBuffer>>
  readonly #ofDocs: Growable<Uint32Array<ArrayBuffer>>
  readonly #docs: number[][] = []
  readonly #byValue = new SortedView((a, b) => ((this.#values[a] ?? '') < (this.#values[b] ?? '') ? -1 : 1))

  constructor(state?: FacetState) {
    this.#values = state?.values ?? []
    this.#ids = new Map(this.#values.map((value, id) => [value, id]))
    this.#starts = new Growable(uint32s, state?.starts)
    this.#ofDocs = new Growable(uint32s, state?.ids)
    if (!state) this.#starts.push(0)
    for (let doc = 0; doc + 1 < this.#starts.length; doc++)
      for (let i = this.#starts.at(doc); i < this.#starts.at(doc + 1); i++)
        this.#docsOf(this.#ofDocs.at(i)).push(doc)
  }

  #docsOf(id: number): number[] {
    const known = this.#docs[id]
    if (known) return known
    const docs: number[] = []
    this.#docs[id] = docs
    return docs
  }

  /** Adds the next document; a value given twice counts once. */
  add(values: readonly string[]): void {
    const doc = this.#starts.length - 1
    for (const value of new Set(values)) {
      const id = this.#ids.get(value) ?? this.#values.push(value) - 1
      this.#ids.set(value, id)
      this.#ofDocs.push(id)
      this.#docsOf(id).push(doc)
    }
    this.#starts.push(this.#ofDocs.length)
  }

  /** Sets the bits of the documents that have one of these values. */
  mark(values: readonly string[], bits: Bits): void {
    for (const value of values) {
      const id = this.#ids.get(value)
      if (id !== undefined) for (const doc of this.#docs[id] ?? []) setBit(bits, doc)
    }
  }

  /** Sets the bits of the documents that have any value. */
  markExisting(bits: Bits): void {
    for (const docs of this.#docs) for (const doc of docs ?? []) setBit(bits, doc)
  }

  /** Counts the values of these documents: the `limit` most frequent, those first, then by value. */
  count(docs: Uint32Array, limit = Number.POSITIVE_INFINITY): { value: string; count: number }[] {
    const counts = this.#countsOf(docs)
    const order = this.#byValue.upTo(counts.length)
    // Dealt out in order of value to one heap per count: there may be as many values as there are cities.
    const heaps = new Uint32Array(docs.length + 2)
    for (const count of counts) heaps[count] = (heaps[count] ?? 0) + 1
    let before = 0
    for (let count = docs.length; count > 0; count--) {
      const size = heaps[count] ?? 0
      heaps[count] = before
      before += size
    }
    const found = new Uint32Array(before)
    for (const id of order) {
      const count = counts[id] ?? 0
      if (count === 0) continue
      const place = heaps[count] ?? 0
      found[place] = id
      heaps[count] = place + 1
    }
    return Array.from(found.subarray(0, limit), (id) => ({
      value: this.#values[id] ?? '',
      count: counts[id] ?? 0,
    }))
  }

  #countsOf(docs: Uint32Array): Uint32Array {
    const counts = new Uint32Array(this.#values.length)
    const starts = this.#starts.array
    const ids = this.#ofDocs.array
    for (let hit = 0; hit < docs.length; hit++) {
      const doc = docs[hit] ?? 0
      const to = starts[doc + 1] ?? 0
      for (let i = starts[doc] ?? 0; i < to; i++) {
        const id = ids[i] ?? 0
        counts[id] = (counts[id] ?? 0) + 1
      }
    }
    return counts
  }

  /** Drops documents whose new number is -1, and values nobody has any more. */
  pack(renumber: Int32Array): FacetColumn {
    const values: string[] = []
    const newIds = new Map<number, number>()
    const starts = [0]
    const ids: number[] = []
    for (let doc = 0; doc + 1 < this.#starts.length; doc++) {
      if ((renumber[doc] ?? -1) < 0) continue
      for (let i = this.#starts.at(doc); i < this.#starts.at(doc + 1); i++) {
        const old = this.#ofDocs.at(i)
        const id = newIds.get(old) ?? values.push(this.#values[old] ?? '') - 1
        newIds.set(old, id)
        ids.push(id)
      }
      starts.push(ids.length)
    }
    return new FacetColumn({ values, starts: Uint32Array.from(starts), ids: Uint32Array.from(ids) })
  }

  state(): FacetState {
    return { values: this.#values.slice(), starts: this.#starts.content(), ids: this.#ofDocs.content() }
  }
}
