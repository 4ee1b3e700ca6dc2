import { typosAllowed } from '../text/typos.ts'
import type { Dictionary } from './dictionary.ts'

/** How well a term answers a word: `typos * 2 + (1 when only its beginning matches)`; smaller is better. */
export type Expansion = Map<number, number>

/**
 * Finds the index terms that answer a word of a query.
 *
 * Misspellings are counted as insertions, deletions, substitutions and swaps of neighbours (optimal string alignment),
 * and one more when the first letter differs. With `prefix` the same holds for the beginnings of terms.
 */
export function expand(
  dictionary: Dictionary,
  word: string,
  options: { prefix: boolean; typo: boolean },
): Expansion {
  const found: Expansion = new Map()
  const { order } = dictionary.sorted()
  const keep = (at: number, cost: number) => {
    const id = order[at] ?? 0
    if (cost < (found.get(id) ?? Number.POSITIVE_INFINITY)) found.set(id, cost)
  }
  const typos = options.typo ? typosAllowed(word) : 0
  if (typos > 0) {
    const [from, to] = dictionary.range(word.slice(0, 1))
    walk(dictionary, word, typos, options.prefix, from, to, (at, n, whole) =>
      keep(at, n * 2 + (whole ? 0 : 1)),
    )
    // A wrong first letter is a typo in itself and counts twice, so nothing else may be wrong.
    if (typos > 1) {
      const other = (at: number, n: number, whole: boolean) => keep(at, (n + 1) * 2 + (whole ? 0 : 1))
      walk(dictionary, word, typos - 1, options.prefix, 0, from, other)
      walk(dictionary, word, typos - 1, options.prefix, to, order.length, other)
    }
  }
  if (options.prefix) {
    const [from, to] = dictionary.range(word)
    for (let at = from; at < to; at++) keep(at, 1)
  }
  const exact = dictionary.find(word)
  if (exact !== undefined) found.set(exact, 0)
  return found
}

/**
 * Walks the sorted terms `[from, to)` and reports those within `limit` edits of `word`. Rows of the distance table are
 * shared by terms that begin alike, and terms whose beginning is already too far away are skipped without being read.
 */
function walk(
  dictionary: Dictionary,
  word: string,
  limit: number,
  prefix: boolean,
  from: number,
  to: number,
  report: (at: number, typos: number, whole: boolean) => void,
): void {
  const { order, shared } = dictionary.sorted()
  const table = new DistanceTable(word)
  let valid = 0
  let dead = Number.POSITIVE_INFINITY
  for (let at = from; at < to; at++) {
    const common = at === from ? 0 : (shared[at] ?? 0)
    if (common < dead) {
      const term = dictionary.term(order[at] ?? 0)
      dead = Number.POSITIVE_INFINITY
      let depth = Math.min(valid, common)
      while (depth < term.length) {
        depth++
        if (table.fill(term, depth) > limit) {
          dead = depth
          break
        }
      }
      valid = depth
      if (depth === term.length && table.distance(depth) <= limit) {
        report(at, table.distance(depth), true)
        if (table.prefixDistance(depth) >= table.distance(depth)) continue
      }
    }
    const nearest = table.prefixDistance(valid)
    if (prefix && nearest <= limit) report(at, nearest, false)
  }
}

/** One row of the optimal string alignment table per letter of a term, kept for the next term. */
class DistanceTable {
  readonly #word: string
  readonly #width: number
  readonly #cells: Uint8Array
  readonly #prefix: Uint8Array

  constructor(word: string) {
    this.#word = word
    this.#width = word.length + 1
    this.#cells = new Uint8Array(this.#width * 66)
    this.#prefix = new Uint8Array(66).fill(255)
    for (let j = 0; j < this.#width; j++) this.#cells[j] = j
  }

  /** Computes row `depth` from the rows above; returns its smallest cell. */
  fill(term: string, depth: number): number {
    const cells = this.#cells
    const row = depth * this.#width
    const above = row - this.#width
    const letter = term.charCodeAt(depth - 1)
    const before = depth > 1 ? term.charCodeAt(depth - 2) : -1
    cells[row] = depth
    let lowest = depth
    for (let j = 1; j < this.#width; j++) {
      const own = this.#word.charCodeAt(j - 1)
      let cost = (cells[above + j - 1] ?? 0) + (own === letter ? 0 : 1)
      cost = Math.min(cost, (cells[above + j] ?? 0) + 1, (cells[row + j - 1] ?? 0) + 1)
      if (j > 1 && own === before && this.#word.charCodeAt(j - 2) === letter)
        cost = Math.min(cost, (cells[above - this.#width + j - 2] ?? 0) + 1)
      cells[row + j] = cost
      if (cost < lowest) lowest = cost
    }
    this.#prefix[depth] = Math.min(this.#prefix[depth - 1] ?? 255, this.distance(depth))
    return lowest
  }

  /** Edits between the word and the first `depth` letters of the term. */
  distance(depth: number): number {
    return this.#cells[depth * this.#width + this.#width - 1] ?? 255
  }

  /** Fewest edits between the word and any beginning of the term up to `depth` letters. */
  prefixDistance(depth: number): number {
    return this.#prefix[depth] ?? 255
  }
}
