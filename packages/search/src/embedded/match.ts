import type { SearchQuery } from '../engine.ts'
import { QUERY_WORD_LIMIT } from '../engine.ts'
import { phraseTerms, type QueryUnit, type QueryWord, queryUnits } from '../query/units.ts'
import { type Bits, clearBit, hasBit, listBits } from './bitset.ts'
import type { Dictionary } from './dictionary.ts'
import { type Expansion, expand } from './expand.ts'
import type { Postings } from './postings.ts'
import type { SharedTexts } from './shared-texts.ts'
import type { TextColumn } from './text-column.ts'
import { titleExactness } from './title.ts'

export type TextIndex = {
  dictionary: Dictionary
  postings: Postings
  texts: TextColumn
  shared: SharedTexts
}

export type WordMatch = { word: string; expansion: Expansion }
/** A unit of the query with its words as looked up; `parts` is empty for a single word. */
export type UnitMatch = { whole: WordMatch; parts: WordMatch[] }

/**
 * Documents that match a text. `cost` orders them, smallest first: typos, then importance of the attributes, then words
 * matched by their beginning only, then how far the title is from being the query.
 */
export type TextMatch = {
  bits: Bits
  cost: Uint32Array
  units: UnitMatch[]
  phrased: WordMatch[]
  /** Per term: a bit for each unit it answers, and `PHRASED` for words of phrases. */
  answers: Uint16Array
  /** Whether a group of shared texts has a term that answers anything; others need not be visited. */
  wanted: (group: number) => boolean
  mask: number
}

/** Cost of one word in one document: typos in the high bits, then the attribute (3 bits), then 1 for a prefix. */
const NO_MATCH = 255
const PHRASED = 1 << 15
const TYPO = 16
const PREFIX = 1
/** Sums over the words, packed: 5 bits typos, 7 attributes, 4 prefixes, 2 title. */
const COST_TYPO = 1 << 13
const COST_ATTRIBUTE = 1 << 6
const COST_PREFIX = 1 << 2
export const COST_LIMIT = 1 << 18

/** Evaluates words, phrases and exclusions over the living documents in the attributes of `mask`. */
export function matchText(index: TextIndex, query: SearchQuery, mask: number, alive: Bits): TextMatch {
  const size = alive.length * 32
  const bits = alive.slice()
  const cost = new Uint32Array(size)
  const phrases = (query.phrases ?? []).map(phraseTerms).filter((terms) => terms.length > 0)
  const kept = phrases.slice(0, QUERY_WORD_LIMIT)
  const units: UnitMatch[] = []
  for (const unit of queryUnits(query.text).slice(0, QUERY_WORD_LIMIT - kept.length)) {
    const match = lookUp(index, unit, query.typo ?? true)
    units.push(match)
    narrow(bits, cost, unitCosts(index, match, mask, size))
  }
  for (const terms of kept) narrow(bits, cost, phraseCosts(index, terms, mask, bits))
  for (const words of query.exclude ?? []) {
    const terms = phraseTerms(words)
    const found = terms.length > 0 ? phraseCosts(index, terms, mask, bits) : []
    for (let doc = 0; doc < found.length; doc++) if (found[doc] !== NO_MATCH) clearBit(bits, doc)
  }
  if (units.length > 0) addTitles(index, units, bits, cost, kept.length > 0)
  const phrased = kept.flat().map((word) => ({ word, expansion: exactly(index.dictionary, word) }))
  const answers = answersOf(index.dictionary.size, units, phrased)
  const groups = groupsOf(index.shared, units, phrased)
  return { bits, cost, units, phrased, answers, wanted: (group) => groups.has(group), mask }
}

function groupsOf(
  shared: SharedTexts,
  units: readonly UnitMatch[],
  phrased: readonly WordMatch[],
): Set<number> {
  const groups = new Set<number>()
  for (const { expansion } of [...units.flatMap((unit) => [unit.whole, ...unit.parts]), ...phrased])
    for (const term of expansion.keys()) shared.eachGroup(term, (group) => groups.add(group))
  return groups
}

function answersOf(terms: number, units: readonly UnitMatch[], phrased: readonly WordMatch[]): Uint16Array {
  const answers = new Uint16Array(terms)
  const add = (match: WordMatch, bit: number) => {
    for (const term of match.expansion.keys()) answers[term] = (answers[term] ?? 0) | bit
  }
  for (const [i, unit] of units.entries()) for (const match of [unit.whole, ...unit.parts]) add(match, 1 << i)
  for (const match of phrased) add(match, PHRASED)
  return answers
}

function exactly(dictionary: Dictionary, word: string): Expansion {
  const term = dictionary.find(word)
  return new Map(term === undefined ? [] : [[term, 0]])
}

function lookUp(index: TextIndex, unit: QueryUnit, typo: boolean): UnitMatch {
  const find = (word: QueryWord, mayErr: boolean): WordMatch => ({
    word: word.term,
    expansion: expand(index.dictionary, word.term, { prefix: word.prefix, typo: typo && mayErr }),
  })
  // A compound as a whole is exact: it may be an identifier, and its parts may be misspelt anyway.
  if (unit.parts.length === 1) return { whole: find(unit.whole, true), parts: [] }
  return { whole: find(unit.whole, false), parts: unit.parts.map((part) => find(part, true)) }
}

/** Keeps the documents the unit matches and adds up what it costs. */
function narrow(bits: Bits, cost: Uint32Array, unit: ArrayLike<number>): void {
  for (let doc = 0; doc < cost.length; doc++) {
    const one = unit[doc] ?? NO_MATCH
    if (one === NO_MATCH) {
      if (hasBit(bits, doc)) clearBit(bits, doc)
    } else {
      const parts = (one >> 4) * COST_TYPO + ((one >> 1) & 7) * COST_ATTRIBUTE + (one & 1) * COST_PREFIX
      cost[doc] = (cost[doc] ?? 0) + parts
    }
  }
}

function unitCosts(index: TextIndex, unit: UnitMatch, mask: number, size: number): Uint8Array {
  const whole = wordCosts(index, unit.whole.expansion, mask, size)
  const [first, ...others] = unit.parts
  if (!first) return whole
  const parts = wordCosts(index, first.expansion, mask, size)
  for (const other of others) {
    const next = wordCosts(index, other.expansion, mask, size)
    for (let doc = 0; doc < size; doc++) parts[doc] = worse(parts[doc] ?? NO_MATCH, next[doc] ?? NO_MATCH)
  }
  for (let doc = 0; doc < size; doc++) {
    const part = parts[doc] ?? NO_MATCH
    if (part !== NO_MATCH) whole[doc] = Math.min(whole[doc] ?? NO_MATCH, part | PREFIX)
  }
  return whole
}

/** The parts of a compound count as their worst: most typos, least important attribute. */
function worse(a: number, b: number): number {
  if (a === NO_MATCH || b === NO_MATCH) return NO_MATCH
  return Math.max(a & 0xf0, b & 0xf0) | Math.max(a & 0x0f, b & 0x0f)
}

function wordCosts(index: TextIndex, expansion: Expansion, mask: number, size: number): Uint8Array {
  const costs = new Uint8Array(size).fill(NO_MATCH)
  const groups = new Map<number, number>()
  for (const [term, quality] of expansion) {
    const base = (quality >> 1) * TYPO + (quality & 1)
    index.postings.each(term, (doc, attributes) => {
      const seen = attributes & mask
      if (seen === 0) return
      const cost = base + bestAttribute(seen) * 2
      if (cost < (costs[doc] ?? 0)) costs[doc] = cost
    })
    index.shared.eachGroup(term, (group, attribute) => {
      if ((attribute & mask) === 0) return
      const cost = base + bestAttribute(attribute) * 2
      if (cost < (groups.get(group) ?? NO_MATCH)) groups.set(group, cost)
    })
  }
  for (const [group, cost] of groups)
    index.shared.eachDocument(group, (doc) => {
      if (cost < (costs[doc] ?? 0)) costs[doc] = cost
    })
  return costs
}

function bestAttribute(mask: number): number {
  return 31 - Math.clz32(mask & -mask)
}

/** Costs of a phrase: the words stand one after the other in one value; checked only where `candidates` has a bit. */
function phraseCosts(index: TextIndex, words: string[], mask: number, candidates: Bits): Uint8Array {
  const size = candidates.length * 32
  const costs = new Uint8Array(size).fill(NO_MATCH)
  const terms = words.map((word) => index.dictionary.find(word) ?? -1)
  if (terms.includes(-1)) return costs
  const lists = words.map((word) => wordCosts(index, exactly(index.dictionary, word), mask, size))
  for (let doc = 0; doc < size; doc++) {
    if (!hasBit(candidates, doc) || lists.some((list) => list[doc] === NO_MATCH)) continue
    const attribute =
      terms.length === 1 ? (lists[0]?.[doc] ?? 0) >> 1 : phraseAttribute(index.texts, doc, terms, mask)
    if (attribute >= 0) costs[doc] = attribute * 2
  }
  return costs
}

/** The first attribute in which the terms follow each other; -1 for none. */
function phraseAttribute(texts: TextColumn, doc: number, terms: number[], mask: number): number {
  const places = terms.map(() => new Set<number>())
  const attributes = new Map<number, number>()
  texts.visit(doc, (attribute, _value, position, term) => {
    if (((mask >> attribute) & 1) === 0) return
    for (const [i, wanted] of terms.entries()) if (wanted === term) places[i]?.add(position)
    attributes.set(position, attribute)
  })
  for (const start of places[0] ?? [])
    if (places.every((set, i) => set.has(start + i))) return attributes.get(start) ?? -1
  return -1
}

/** Adds how far the title is from the query, for documents that have every word in the title. */
function addTitles(
  index: TextIndex,
  units: UnitMatch[],
  bits: Bits,
  cost: Uint32Array,
  hasPhrases: boolean,
): void {
  const words = units.flatMap((unit) => (unit.parts.length > 0 ? unit.parts : [unit.whole]))
  for (const doc of listBits(bits)) {
    const packed = cost[doc] ?? 0
    const inTitle = (packed & (127 * COST_ATTRIBUTE)) === 0
    cost[doc] = packed + (inTitle && !hasPhrases ? titleExactness(index.texts, doc, words) : 2)
  }
}
