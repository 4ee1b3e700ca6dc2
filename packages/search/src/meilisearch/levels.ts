import type { Part } from './asked-text.ts'
import { all, any, type Expression, not } from './expression.ts'

/** Hits that are equally good but for their title and the closeness of their words; levels come best first. */
export type Level = { holds: Expression; cost: number }

/** Characters the levels of one query may take, written out; with more to say, words are compared more coarsely. */
const MOST_TEXT = 400_000

/**
 * Splits the documents that match all parts into levels of equal cost, in the order of the rules: sum of typos, then of
 * attributes, then of beginnings. A query of many words, whose levels would be too many to ask for, is split by the least important
 * attribute it needs alone.
 */
export function levelsOf(parts: readonly Part[]): Level[] {
  return lengthOf(parts) <= MOST_TEXT ? exactLevels(parts) : coarseLevels(parts)
}

/** About how long the exact levels would be: every way to share costs out over the parts, each part said twice. */
function lengthOf(parts: readonly Part[]): number {
  const ways = parts.reduce((product, part) => product * part.costs.length, 1)
  const each = parts.reduce((sum, part) => sum + part.within(part.costs.at(-1) ?? 0).length, 0)
  return ways * each
}

type Way = { cost: number; conditions: Expression[] }

function exactLevels(parts: readonly Part[]): Level[] {
  let ways: Way[] = [{ cost: 0, conditions: [] }]
  for (const part of parts) {
    const steps = part.costs.map((cost, i) => ({
      cost: spread(cost),
      condition: just(part, cost, part.costs[i - 1]),
    }))
    ways = ways.flatMap((way) =>
      steps.map((step) => ({ cost: way.cost + step.cost, conditions: [...way.conditions, step.condition] })),
    )
  }
  const levels = new Map<number, Expression[]>()
  for (const { cost, conditions } of ways) levels.set(cost, [...(levels.get(cost) ?? []), all(conditions)])
  return [...levels].sort(([a], [b]) => a - b).map(([cost, shared]) => ({ cost, holds: any(shared) }))
}

function coarseLevels(parts: readonly Part[]): Level[] {
  const thresholds = [...new Set(parts.flatMap((part) => part.costs.map((cost) => cost | 1)))].sort(
    (a, b) => a - b,
  )
  const within = (cost: number) => all(parts.map((part) => part.within(cost)))
  return thresholds.map((cost, i) => {
    const better = thresholds[i - 1]
    return {
      cost: spread(cost),
      holds: better === undefined ? within(cost) : all([within(cost), not(within(better))]),
    }
  })
}

/** The documents in which a part costs just this much. */
function just(part: Part, cost: number, better: number | undefined): Expression {
  return better === undefined ? part.at(cost) : all([part.at(cost), not(part.within(better))])
}

/** Leaves room between typos, attributes and beginnings, so that sums over ten words stay comparable. */
function spread(cost: number): number {
  return (cost >> 4) * 4096 + ((cost >> 1) & 7) * 32 + (cost & 1)
}
