import type { TextMatch } from './match.ts'
import type { TextColumn } from './text-column.ts'

const FAR = 8

/**
 * How far apart neighbouring words of the query stand in a document: 0 when all follow each other in order, at most 7
 * for each pair that is far apart or in different attributes. A pair in reverse order counts one more.
 */
export function nearness(
  texts: TextColumn,
  doc: number,
  { units, answers, wanted, mask }: TextMatch,
): number {
  const places: number[][] = units.map(() => [])
  texts.visit(
    doc,
    (attribute, _value, position, term) => {
      const answered = answers[term] ?? 0
      if (answered === 0 || ((mask >> attribute) & 1) === 0) return
      for (const [i, list] of places.entries())
        if ((answered >> i) & 1 && list.at(-1) !== position) list.push(position)
    },
    { wanted },
  )
  let sum = 0
  for (let i = 0; i + 1 < places.length; i++) sum += pairDistance(places[i] ?? [], places[i + 1] ?? [])
  return sum
}

/** Smallest cost between two ascending lists of positions. */
function pairDistance(first: readonly number[], second: readonly number[]): number {
  let best = FAR - 1
  let j = 0
  for (const a of first) {
    while (j < second.length && (second[j] ?? 0) <= a) j++
    const after = second[j]
    if (after !== undefined) best = Math.min(best, after - a - 1)
    for (let k = j - 1; k >= 0; k--) {
      const before = second[k] ?? 0
      if (before === a) continue
      best = Math.min(best, a - before)
      break
    }
  }
  return best
}
