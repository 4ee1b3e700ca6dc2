/**
 * Numbers 0 … n − 1 in an order of their own. New ones are sorted among themselves and merged in, so that a change among
 * many costs a copy and not a sort.
 */
export class SortedView {
  #order = new Uint32Array(0)
  readonly #compare: (a: number, b: number) => number

  /** @param compare orders two numbers; equal ones keep their ascending order */
  constructor(compare: (a: number, b: number) => number) {
    this.#compare = compare
  }

  /** The order of the numbers below `size`, which never shrinks. */
  upTo(size: number): Uint32Array {
    const known = this.#order
    if (known.length === size) return known
    const compare = this.#compare
    const fresh = Uint32Array.from({ length: size - known.length }, (_, i) => known.length + i).sort(compare)
    const merged = new Uint32Array(size)
    let from = 0
    for (const [before, added] of fresh.entries()) {
      const to = firstAfter(known, from, (other) => compare(other, added) > 0)
      merged.set(known.subarray(from, to), from + before)
      merged[to + before] = added
      from = to
    }
    merged.set(known.subarray(from), from + fresh.length)
    this.#order = merged
    return merged
  }
}

/** The first place from `from` on at which `isAfter` holds. */
function firstAfter(order: Uint32Array, from: number, isAfter: (value: number) => boolean): number {
  let low = from
  let high = order.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isAfter(order[middle] ?? 0)) high = middle
    else low = middle + 1
  }
  return low
}
