import { type Bits, setBit } from './bitset.ts'
import { Growable, uint32s } from './growable.ts'

export type FacetState = { values: string[]; starts: Uint32Array<ArrayBuffer>; ids: Uint32Array<ArrayBuffer> }

/** The values of one facet: per document for counting, per value for filtering. */
export class FacetColumn {
  readonly #values: string[]
  readonly #ids: Map<string, number>
  readonly #starts: Growable<Uint32Array<ArrayBuffer>>
  readonly #ofDocs: Growable<Uint32Array<ArrayBuffer>>
  readonly #docs: number[][] = []

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

  /** Counts the values of these documents: the most frequent first, then by value. */
  count(docs: Uint32Array): { value: string; count: number }[] {
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
    const found: { value: string; count: number }[] = []
    for (const [id, value] of this.#values.entries()) {
      const count = counts[id] ?? 0
      if (count > 0) found.push({ value, count })
    }
    return found.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
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
    return { values: this.#values, starts: this.#starts.content(), ids: this.#ofDocs.content() }
  }
}
