import { Tails } from './tails.ts'

export type PostingsState = {
  starts: Uint32Array<ArrayBuffer>
  docs: Uint32Array<ArrayBuffer>
  masks: Uint8Array<ArrayBuffer>
}

/** Postings copied before a packing lets others have a turn. */
const STEP = 50_000

/**
 * Term → documents, ascending, each with a bit per attribute in which the term stands. Most of it lies packed in three
 * arrays; what came since lies in chains per term and is packed when that grows beyond a third of the whole. Document
 * numbers only grow, so both parts stay sorted.
 */
export class Postings {
  #starts: Uint32Array<ArrayBuffer>
  #docs: Uint32Array<ArrayBuffer>
  #masks: Uint8Array<ArrayBuffer>
  #tails = new Tails()

  constructor(state?: PostingsState) {
    this.#starts = state?.starts ?? new Uint32Array(1)
    this.#docs = state?.docs ?? new Uint32Array(0)
    this.#masks = state?.masks ?? new Uint8Array(0)
  }

  /** Adds a document that is newer than all before it. */
  add(term: number, doc: number, mask: number): void {
    this.#tails.add(term, doc, mask)
  }

  /** Calls `visit` for each document of a term, in ascending order. */
  each(term: number, visit: (doc: number, mask: number) => void): void {
    if (term + 1 < this.#starts.length) {
      const docs = this.#docs
      const masks = this.#masks
      const to = this.#starts[term + 1] ?? 0
      for (let i = this.#starts[term] ?? 0; i < to; i++) visit(docs[i] ?? 0, masks[i] ?? 0)
    }
    this.#tails.each(term, visit)
  }

  /** True when packing is due. */
  get crowded(): boolean {
    return this.#tails.size > 50_000 + this.#docs.length / 3
  }

  /**
   * Packs everything, in steps; what is asked meanwhile is answered from what was before. Nothing may be added until it
   * is done.
   *
   * @param terms number of terms there are
   * @param renumber new number of each document, -1 for one that is gone; must keep the order
   */
  *packing(terms: number, renumber?: Int32Array): Generator<void, void> {
    const starts = new Uint32Array(terms + 1)
    const docs = new Uint32Array(this.#docs.length + this.#tails.size)
    const masks = new Uint8Array(docs.length)
    let length = 0
    let rest = STEP
    const keep = (old: number, mask: number) => {
      const doc = renumber ? (renumber[old] ?? -1) : old
      rest--
      if (doc < 0) return
      docs[length] = doc
      masks[length] = mask
      length++
    }
    for (let term = 0; term < terms; term++) {
      this.each(term, keep)
      starts[term + 1] = length
      if (--rest > 0) continue
      rest = STEP
      yield
    }
    this.#starts = starts
    this.#docs = docs.length === length ? docs : docs.slice(0, length)
    this.#masks = masks.length === length ? masks : masks.slice(0, length)
    this.#tails = new Tails()
  }

  /** The packed arrays, after `packing`. */
  state(): PostingsState {
    return { starts: this.#starts, docs: this.#docs, masks: this.#masks }
  }
}
