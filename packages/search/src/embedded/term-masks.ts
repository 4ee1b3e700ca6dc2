/** Collects in which attributes of one document each term stands; used again for the next document. */
export class TermMasks {
  #masks = new Uint8Array(1024)
  readonly #terms: number[] = []

  add(term: number, bit: number): void {
    if (term >= this.#masks.length) {
      const larger = new Uint8Array(Math.max(term + 1, this.#masks.length * 2))
      larger.set(this.#masks)
      this.#masks = larger
    }
    const mask = this.#masks[term] ?? 0
    if (mask === 0) this.#terms.push(term)
    this.#masks[term] = mask | bit
  }

  /** Calls `visit` for each term with its mask and begins anew. */
  drain(visit: (term: number, mask: number) => void): void {
    for (const term of this.#terms) {
      visit(term, this.#masks[term] ?? 0)
      this.#masks[term] = 0
    }
    this.#terms.length = 0
  }
}
