/** All terms of the index, numbered in order of arrival, with a sorted view for prefixes and misspellings. */
export class Dictionary {
  readonly #terms: string[]
  readonly #ids: Map<string, number>
  #sorted: Uint32Array<ArrayBuffer>
  #shared: Uint8Array<ArrayBuffer>

  /** @param sorted the numbers of `terms` in order, as `sorted()` gave them, to spare sorting after a restart */
  constructor(terms: string[] = [], sorted: Uint32Array<ArrayBuffer> = new Uint32Array(0)) {
    this.#terms = terms
    this.#ids = new Map(terms.map((term, id) => [term, id]))
    this.#sorted = sorted
    this.#shared = new Uint8Array(sorted.length)
    for (let at = 1; at < sorted.length; at++) this.#shared[at] = this.#sharedAt(at)
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
    // A piece cut out of a text keeps the whole text in memory; put together anew it does not.
    const own = `${term} `.slice(0, -1)
    this.#terms.push(own)
    this.#ids.set(own, id)
    return id
  }

  /** Term numbers in code unit order, and how many first units each shares with the one before it. */
  sorted(): { order: Uint32Array<ArrayBuffer>; shared: Uint8Array<ArrayBuffer> } {
    if (this.#sorted.length < this.#terms.length) this.#merge()
    return { order: this.#sorted, shared: this.#shared }
  }

  /** Puts the terms that came since into their places: few among many, so runs of the old order are copied whole. */
  #merge(): void {
    const known = this.#sorted
    const fresh = Uint32Array.from({ length: this.#terms.length - known.length }, (_, i) => known.length + i)
    fresh.sort((a, b) => (this.term(a) < this.term(b) ? -1 : 1))
    const order = new Uint32Array(this.#terms.length)
    const shared = new Uint8Array(order.length)
    const changed: number[] = []
    let from = 0
    for (const [before, id] of fresh.entries()) {
      const term = this.term(id)
      const to = firstWhere(from, known.length, (at) => this.term(known[at] ?? 0) > term)
      order.set(known.subarray(from, to), from + before)
      shared.set(this.#shared.subarray(from, to), from + before)
      order[to + before] = id
      changed.push(to + before, to + before + 1)
      from = to
    }
    order.set(known.subarray(from), from + fresh.length)
    shared.set(this.#shared.subarray(from), from + fresh.length)
    this.#sorted = order
    this.#shared = shared
    for (const at of changed) if (at > 0 && at < order.length) shared[at] = this.#sharedAt(at)
  }

  #sharedAt(at: number): number {
    return sharedPrefix(this.term(this.#sorted[at - 1] ?? 0), this.term(this.#sorted[at] ?? 0))
  }

  /** Positions `[from, to)` in the sorted order of the terms that begin with `prefix`. */
  range(prefix: string): [number, number] {
    const { order } = this.sorted()
    const first = (isAfter: (term: string) => boolean) =>
      firstWhere(0, order.length, (at) => isAfter(this.term(order[at] ?? 0)))
    return [first((term) => term >= prefix), first((term) => term.slice(0, prefix.length) > prefix)]
  }
}

/** The first place in `[from, to)` from which on `isAfter` holds; `to` for none. */
function firstWhere(from: number, to: number, isAfter: (at: number) => boolean): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isAfter(middle)) high = middle
    else low = middle + 1
  }
  return low
}

function sharedPrefix(a: string, b: string): number {
  const limit = Math.min(a.length, b.length)
  let n = 0
  while (n < limit && a.charCodeAt(n) === b.charCodeAt(n)) n++
  return n
}
