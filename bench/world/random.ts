/** A stream of pseudo-random numbers that is the same for the same seed on every machine (mulberry32). */
export type Random = {
  /** At least 0, below 1. */
  next(): number
  /** A whole number from 0 to `below` − 1. */
  below(below: number): number
  /** Whether something of a probability happens. */
  chance(probability: number): boolean
  pick<T>(items: readonly T[]): T
  /** `count` different items, or all when there are fewer. */
  some<T>(items: readonly T[], count: number): T[]
}

/** Starts a stream; `seed` is any whole number. */
export const createRandom = (seed: number): Random => {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  const pick = <T>(items: readonly T[]): T => {
    const item = items[below(items.length)]
    if (item === undefined) throw new Error('Nothing to pick from.')
    return item
  }
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick,
    some: (items, count) => {
      const left = [...items]
      const taken = Array.from({ length: Math.min(count, left.length) }, () =>
        left.splice(below(left.length), 1),
      )
      return taken.flat()
    },
  }
}

/**
 * Draws ranks 0 … `size` − 1 so that rank r comes with a frequency of 1 / (r + 1) ^ `exponent` (Zipf's law; natural
 * languages lie near 1).
 */
export const zipfRanks = (random: Random, size: number, exponent = 1): (() => number) => {
  const sums = new Float64Array(size)
  let sum = 0
  for (let rank = 0; rank < size; rank++) {
    sum += (rank + 1) ** -exponent
    sums[rank] = sum
  }
  return () => {
    const wanted = random.next() * sum
    let low = 0
    let high = size - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) < wanted) low = middle + 1
      else high = middle
    }
    return low
  }
}
