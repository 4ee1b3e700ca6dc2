import { Growable, uint8s, uint32s } from './growable.ts'

/** Lists of (document, mask) per term, in order of arrival, as chains through three arrays: no object per term. */
export class Tails {
  /** First and last link of each term's chain, one more than its number; 0 for none. */
  readonly #first = new Growable(uint32s)
  readonly #last = new Growable(uint32s)
  readonly #next = new Growable(uint32s)
  readonly #docs = new Growable(uint32s)
  readonly #masks = new Growable(uint8s)

  /** Links there are. */
  get size(): number {
    return this.#docs.length
  }

  add(term: number, doc: number, mask: number): void {
    while (this.#first.length <= term) {
      this.#first.push(0)
      this.#last.push(0)
    }
    this.#docs.push(doc)
    this.#masks.push(mask)
    this.#next.push(0)
    const link = this.#docs.length
    const before = this.#last.at(term)
    if (before === 0) this.#first.array[term] = link
    else this.#next.array[before - 1] = link
    this.#last.array[term] = link
  }

  has(term: number): boolean {
    return this.#first.at(term) !== 0 && term < this.#first.length
  }

  /** Calls `visit` for each document of a term, in order of arrival. */
  each(term: number, visit: (doc: number, mask: number) => void): void {
    if (!this.has(term)) return
    for (let link = this.#first.at(term); link !== 0; link = this.#next.at(link - 1))
      visit(this.#docs.at(link - 1), this.#masks.at(link - 1))
  }
}
