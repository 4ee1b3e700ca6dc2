import { QUERY_WORD_LIMIT, type SearchQuery } from '../engine.ts'
import { phraseTerms, type QueryUnit, queryUnits } from '../query/units.ts'
import {
  type AskedWord,
  askWord,
  type LookUp,
  type NumberedAttribute,
  wordCosting,
  wordCosts,
} from './asked-word.ts'
import { all, any, type Expression, isIn } from './expression.ts'
import { pairCode } from './pair-code.ts'

/**
 * One thing that must match, as conditions: `within(cost)` holds where it costs at most so much, `at(cost)` where it costs so much
 * or less, and everywhere where it costs just that.
 */
export type Part = {
  costs: readonly number[]
  within: (cost: number) => Expression
  at: (cost: number) => Expression
}

/** A phrase; `sure` when its condition alone decides, else the terms have to be looked at. */
export type Phrase = Part & { terms: readonly string[]; sure: boolean; holds: Expression }

/** The text of a query, looked up. */
export type AskedText = {
  units: Part[]
  phrases: Phrase[]
  excluded: Phrase[]
  /** Whether a term of a document says anything about this text. */
  isAsked: (term: string) => boolean
}

/** Costs are below this. */
const ANY_COST = 255

/** Looks up all words of a query's text. */
export async function askText(
  lookUp: LookUp,
  query: SearchQuery,
  attributes: readonly NumberedAttribute[],
): Promise<AskedText> {
  const listed = (phrases: readonly string[] | undefined) =>
    (phrases ?? [])
      .map(phraseTerms)
      .filter((terms) => terms.length > 0)
      .map((terms) => toPhrase(terms, attributes))
  const phrases = listed(query.phrases).slice(0, QUERY_WORD_LIMIT)
  const words: AskedWord[] = []
  const ask = async (word: QueryUnit['whole'], typo: boolean) => {
    const names = attributes.map(({ name }) => name)
    const asked = await askWord(lookUp, word, names, typo && (query.typo ?? true))
    words.push(asked)
    return asked
  }
  const units = await Promise.all(
    queryUnits(query.text)
      .slice(0, QUERY_WORD_LIMIT - phrases.length)
      .map((unit) => toPart(unit, ask, attributes)),
  )
  const phrased = new Set(phrases.flatMap(({ terms }) => terms))
  return {
    units,
    phrases,
    excluded: listed(query.exclude),
    isAsked: (term) => phrased.has(term) || words.some((word) => word.isAnsweredBy(term)),
  }
}

/** A word; or a compound, which is found as a whole (exactly) or by all its parts (at the cost of a beginning). */
async function toPart(
  unit: QueryUnit,
  ask: (word: QueryUnit['whole'], typo: boolean) => Promise<AskedWord>,
  attributes: readonly NumberedAttribute[],
): Promise<Part> {
  const isCompound = unit.parts.length > 1
  const whole = await ask(unit.whole, !isCompound)
  const parts = isCompound ? await Promise.all(unit.parts.map((part) => ask(part, true))) : []
  const apart = (cost: number) => {
    const affordable = (cost & 1) === 1 ? cost : cost - 1
    return all(parts.map((part) => wordCosting(part, attributes, (own) => own <= affordable)))
  }
  const costing = (cost: number, isMeant: (cost: number) => boolean) =>
    any([wordCosting(whole, attributes, isMeant), ...(isCompound ? [apart(cost)] : [])])
  const costs = [
    ...wordCosts(whole, attributes),
    ...parts.flatMap((part) => wordCosts(part, attributes).map((cost) => cost | 1)),
  ]
  return {
    costs: [...new Set(costs)].sort((a, b) => a - b),
    within: (cost) => costing(cost, (own) => own <= cost),
    at: (cost) => costing(cost, (own) => own === cost),
  }
}

/** The words of a phrase stand in one attribute, each beside the next somewhere. */
function toPhrase(terms: readonly string[], attributes: readonly NumberedAttribute[]): Phrase {
  const pairs = terms.slice(1).map((term, i) => isIn('pairs', [pairCode(terms[i] ?? '', term)]))
  const together = (name: string) => all(terms.map((term) => isIn(`words.${name}`, [term])))
  const within = (cost: number) =>
    all([
      ...pairs,
      any(attributes.filter(({ number }) => number * 2 <= cost).map(({ name }) => together(name))),
    ])
  return {
    terms,
    sure: terms.length === 1,
    costs: attributes.map(({ number }) => number * 2),
    within,
    at: within,
    holds: within(ANY_COST),
  }
}

/** Holds where a part matches at all. */
export function matches(part: Part): Expression {
  return part.within(ANY_COST)
}
