type Tail = { docs: number[]; masks: number[] }
/** Documents of one term, ascending, each with a bit per attribute in which the term stands. */
export type Posting = { docs: ArrayLike<number>; masks: ArrayLike<number>; from: number; to: number }
export type PostingsState = {
  starts: Uint32Array<ArrayBuffer>
  docs: Uint32Array<ArrayBuffer>
  masks: Uint8Array<ArrayBuffer>
}

/**
 * Term → documents. Most of it lies packed in three arrays; what came since lies in small lists per term and is packed
 * when it grows beyond a quarter of the whole. Document numbers only grow, so both parts stay sorted.
 */
export class Postings {
  #starts: Uint32Array<ArrayBuffer>
  #docs: Uint32Array<ArrayBuffer>
  #masks: Uint8Array<ArrayBuffer>
  #tails = new Map<number, Tail>()
  #tailSize = 0

  constructor(state?: PostingsState) {
    this.#starts = state?.starts ?? new Uint32Array(1)
    this.#docs = state?.docs ?? new Uint32Array(0)
    this.#masks = state?.masks ?? new Uint8Array(0)
  }

  /** Adds a document that is newer than all before it. */
  add(term: number, doc: number, mask: number): void {
    const tail = this.#tails.get(term)
    if (tail) {
      tail.docs.push(doc)
      tail.masks.push(mask)
    } else this.#tails.set(term, { docs: [doc], masks: [mask] })
    this.#tailSize++
  }

  /** The documents of a term in one or two parts. */
  of(term: number): Posting[] {
    const parts: Posting[] = []
    const from = this.#starts[term] ?? 0
    const to = this.#starts[term + 1] ?? from
    if (to > from && term + 1 < this.#starts.length)
      parts.push({ docs: this.#docs, masks: this.#masks, from, to })
    const tail = this.#tails.get(term)
    if (tail) parts.push({ docs: tail.docs, masks: tail.masks, from: 0, to: tail.docs.length })
    return parts
  }

  /** True when packing is due. */
  get crowded(): boolean {
    return this.#tailSize > 50_000 + this.#docs.length / 4
  }

  /**
   * Packs everything.
   *
   * @param terms number of terms there are
   * @param renumber new number of each document, -1 for one that is gone; must keep the order
   */
  pack(terms: number, renumber?: Int32Array): void {
    const starts = new Uint32Array(terms + 1)
    const docs = new Uint32Array(this.#docs.length + this.#tailSize)
    const masks = new Uint8Array(docs.length)
    let length = 0
    for (let term = 0; term < terms; term++) {
      for (const part of this.of(term)) {
        for (let i = part.from; i < part.to; i++) {
          const old = part.docs[i] ?? 0
          const doc = renumber ? (renumber[old] ?? -1) : old
          if (doc < 0) continue
          docs[length] = doc
          masks[length] = part.masks[i] ?? 0
          length++
        }
      }
      starts[term + 1] = length
    }
    this.#starts = starts
    this.#docs = docs.slice(0, length)
    this.#masks = masks.slice(0, length)
    this.#tails = new Map()
    this.#tailSize = 0
  }

  /** The packed arrays, after `pack`. */
  state(): PostingsState {
    return { starts: this.#starts, docs: this.#docs, masks: this.#masks }
  }
}
