/** All terms of the index, numbered in order of arrival, with a sorted view for prefixes and misspellings. */
export class Dictionary {
  readonly #terms: string[]
  readonly #ids: Map<string, number>
  #sorted: number[]
  #shared = new Uint8Array(0)

  /** @param sorted the numbers of `terms` in order, as `sorted()` gave them, to spare sorting after a restart */
  constructor(terms: string[] = [], sorted: number[] = []) {
    this.#terms = terms
    this.#ids = new Map(terms.map((term, id) => [term, id]))
    this.#sorted = sorted
  }

  get size(): number {
    return this.#terms.length
  }

  terms(): readonly string[] {
    return this.#terms
  }

  term(id: number): string {
    return this.#terms[id] ?? ''
  }

  find(term: string): number | undefined {
    return this.#ids.get(term)
  }

  /** The number of a term, a new one for a new term. */
  intern(term: string): number {
    const known = this.#ids.get(term)
    if (known !== undefined) return known
    const id = this.#terms.length
    this.#terms.push(term)
    this.#ids.set(term, id)
    return id
  }

  /** Term numbers in code unit order, and how many first units each shares with the one before it. */
  sorted(): { order: readonly number[]; shared: Uint8Array } {
    const known = this.#sorted.length
    if (this.#shared.length !== this.#terms.length) {
      for (let id = known; id < this.#terms.length; id++) this.#sorted.push(id)
      // Two sorted runs and a short tail: the built-in merge sort needs few comparisons.
      if (known < this.#terms.length) this.#sorted.sort((a, b) => (this.term(a) < this.term(b) ? -1 : 1))
      this.#shared = Uint8Array.from(this.#sorted, (id, i) =>
        i === 0 ? 0 : sharedPrefix(this.term(this.#sorted[i - 1] ?? 0), this.term(id)),
      )
    }
    return { order: this.#sorted, shared: this.#shared }
  }

  /** Positions `[from, to)` in the sorted order of the terms that begin with `prefix`. */
  range(prefix: string): [number, number] {
    const { order } = this.sorted()
    const firstWhere = (isAfter: (term: string) => boolean) => {
      let low = 0
      let high = order.length
      while (low < high) {
        const middle = (low + high) >>> 1
        if (isAfter(this.term(order[middle] ?? 0))) high = middle
        else low = middle + 1
      }
      return low
    }
    return [firstWhere((term) => term >= prefix), firstWhere((term) => term.slice(0, prefix.length) > prefix)]
  }
}

function sharedPrefix(a: string, b: string): number {
  const limit = Math.min(a.length, b.length)
  let n = 0
  while (n < limit && a.charCodeAt(n) === b.charCodeAt(n)) n++
  return n
}
