import type { Filter, SearchPage, SearchQuery, SortKey } from '../engine.ts'
import { distanceBetween, isInBox } from '../geo.ts'
import { phraseTerms, type QueryUnit, type QueryWord, queryUnits } from '../query/units.ts'
import { tokensOf } from '../text/tokenise.ts'
import { TEST_SCHEMA, type TestDoc } from './fixtures.ts'

/**
 * The rules of searching, written for reading: one document after the other, one word after the other, without an index.
 * Slow by design; what it says is what an engine must do.
 */
export function referenceSearch(docs: readonly TestDoc[], query: SearchQuery): SearchPage {
  const found = docs
    .map((doc) => ({ doc, cost: costOf(doc, query) }))
    .filter(
      (one): one is { doc: TestDoc; cost: number[] } =>
        one.cost !== null && isTrue(one.doc, query.filter ?? { all: [] }),
    )
  const sorted = found.sort((a, b) => {
    const keys = query.sort ?? []
    if (keys.length === 0) return compareLists(a.cost, b.cost) || compare(a.doc.stableKey, b.doc.stableKey)
    return compareByKeys(a.doc, b.doc, keys) || compare(a.doc.stableKey, b.doc.stableKey)
  })
  const offset = query.offset ?? 0
  const page = sorted.slice(offset, offset + (query.limit ?? 20))
  return {
    hits: page.map(({ doc }) => ({ id: doc.id, kind: doc.kind, score: 0, terms: [] })),
    total: sorted.length,
    facets: Object.fromEntries(
      (query.facets ?? []).map((name) => [
        name,
        countValues(
          sorted.map(({ doc }) => doc),
          name,
        ),
      ]),
    ),
  }
}

type Place = { attribute: number; value: number; position: number; term: string }

function placesOf(doc: TestDoc, wanted: readonly string[] | undefined): Place[] {
  const places: Place[] = []
  for (const [attribute, name] of TEST_SCHEMA.attributes.entries()) {
    const isHidden = TEST_SCHEMA.hidden.some((hidden) => hidden === name)
    if (wanted ? !wanted.includes(name) : isHidden) continue
    const texts = [...(doc.fields[name] ?? []), ...(doc.shared?.[name] ?? []).flat()]
    for (const [value, text] of texts.entries())
      for (const { term, position } of tokensOf(text, !isHidden))
        places.push({ attribute, value, position, term })
  }
  return places
}

/** [typos, attributes, prefixes, title, nearness] or null for no match. */
function costOf(doc: TestDoc, query: SearchQuery): number[] | null {
  const places = placesOf(doc, query.attributes)
  const phrases = (query.phrases ?? []).map(phraseTerms).filter((terms) => terms.length > 0)
  const units = queryUnits(query.text)
  const costs: (number[] | null)[] = [
    ...units.map((unit) => unitCost(places, unit, query.typo ?? true)),
    ...phrases.map((terms) => phraseCost(places, terms)),
  ]
  const excluded = (query.exclude ?? [])
    .map(phraseTerms)
    .some((terms) => terms.length > 0 && phraseCost(places, terms))
  if (excluded) return null
  const sum = [0, 0, 0]
  for (const cost of costs) {
    if (!cost) return null
    for (const i of [0, 1, 2]) sum[i] = (sum[i] ?? 0) + (cost[i] ?? 0)
  }
  const inTitle = units.length > 0 && phrases.length === 0 && sum[1] === 0
  const title = inTitle ? titleCost(places, units, query.typo ?? true) : 2
  return [...sum, title, nearness(places, units, query.typo ?? true)]
}

function unitCost(places: readonly Place[], unit: QueryUnit, typo: boolean): number[] | null {
  if (unit.parts.length === 1) return wordCost(places, unit.whole, typo)
  const parts = unit.parts.map((part) => wordCost(places, part, typo))
  const worst = parts.reduce((a, b) => {
    if (!a || !b) return null
    // Typos count first; attribute and prefix together are the lower digits.
    const lower = Math.max((a[1] ?? 0) * 2 + (a[2] ?? 0), (b[1] ?? 0) * 2 + (b[2] ?? 0))
    return [Math.max(a[0] ?? 0, b[0] ?? 0), lower >> 1, lower & 1]
  })
  const apart = worst && [worst[0] ?? 0, worst[1] ?? 0, 1]
  return better(wordCost(places, unit.whole, false), apart)
}

function wordCost(places: readonly Place[], word: QueryWord, typo: boolean): number[] | null {
  let best: number[] | null = null
  for (const { attribute, term } of places) {
    const quality = termQuality(word, term, typo)
    if (quality) best = better(best, [quality[0], attribute, quality[1]])
  }
  return best
}

/** [typos, 1 for a beginning only] or null. */
function termQuality(word: QueryWord, term: string, typo: boolean): [number, number] | null {
  const allowed =
    !typo || /\p{N}/u.test(word.term) ? 0 : word.term.length >= 9 ? 2 : word.term.length >= 5 ? 1 : 0
  const first = term[0] === word.term[0] ? 0 : 1
  const candidates: [number, number][] = [[editDistance(word.term, term) + first, 0]]
  if (word.prefix)
    for (let end = 1; end <= term.length; end++)
      candidates.push([editDistance(word.term, term.slice(0, end)) + first, 1])
  const accepted = candidates.filter(([typos]) => typos <= allowed).sort(compareLists)
  return accepted[0] ?? null
}

/** Optimal string alignment: insertions, deletions, substitutions, swaps of neighbours. */
export function editDistance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  )
  const cell = (i: number, j: number) => table[i]?.[j] ?? 0
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let cost = Math.min(cell(i - 1, j) + 1, cell(i, j - 1) + 1, cell(i - 1, j - 1) + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, cell(i - 2, j - 2) + 1)
      const row = table[i]
      if (row) row[j] = cost
    }
  }
  return cell(a.length, b.length)
}

function phraseCost(places: readonly Place[], terms: readonly string[]): number[] | null {
  let best: number[] | null = null
  for (const start of places) {
    const follows = terms.every((term, i) =>
      places.some(
        (one) =>
          one.term === term &&
          one.attribute === start.attribute &&
          one.value === start.value &&
          one.position === start.position + i,
      ),
    )
    if (follows) best = better(best, [0, start.attribute, 0])
  }
  return best
}

function titleCost(places: readonly Place[], units: readonly QueryUnit[], typo: boolean): number {
  const words = units.flatMap((unit) => unit.parts)
  const values = new Set(places.filter((one) => one.attribute === 0).map((one) => one.value))
  let best = 2
  for (const value of values) {
    const title = places.filter((one) => one.attribute === 0 && one.value === value)
    const length = Math.max(...title.map((one) => one.position)) + 1
    const qualities = words.map((word, i) => {
      const here = title.filter((one) => one.position === i).map((one) => termQuality(word, one.term, typo))
      return here.some((quality) => quality?.[1] === 0) ? 0 : here.some((quality) => quality !== null) ? 1 : 2
    })
    if (qualities.includes(2)) continue
    best = Math.min(best, length === words.length && !qualities.includes(1) ? 0 : 1)
  }
  return best
}

function nearness(places: readonly Place[], units: readonly QueryUnit[], typo: boolean): number {
  const matching = units.map((unit) =>
    places.filter((one) =>
      unit.parts.length === 1
        ? termQuality(unit.whole, one.term, typo)
        : termQuality(unit.whole, one.term, false) ||
          unit.parts.some((part) => termQuality(part, one.term, typo)),
    ),
  )
  let sum = 0
  for (let i = 0; i + 1 < units.length; i++) {
    let best = 7
    for (const a of matching[i] ?? [])
      for (const b of matching[i + 1] ?? []) {
        const distance = b.position - a.position
        if (a.attribute !== b.attribute || a.value !== b.value || distance === 0) continue
        best = Math.min(best, distance > 0 ? distance - 1 : -distance)
      }
    sum += best
  }
  return sum
}

function isTrue(doc: TestDoc, filter: Filter): boolean {
  if ('all' in filter) return filter.all.every((part) => isTrue(doc, part))
  if ('any' in filter) return filter.any.some((part) => isTrue(doc, part))
  if ('not' in filter) return !isTrue(doc, filter.not)
  if ('ids' in filter) return filter.ids.includes(doc.id)
  if ('box' in filter) return doc.geo !== null && isInBox(doc.geo, filter.box)
  if ('near' in filter) return doc.geo !== null && distanceBetween(doc.geo, filter.near) <= filter.radius
  if ('facet' in filter) {
    const values = valuesOf(doc, filter.facet)
    return 'in' in filter
      ? values.some((value) => filter.in.includes(value))
      : values.length > 0 === filter.exists
  }
  const value = new Map(Object.entries(doc.numbers)).get(filter.number) ?? null
  if ('exists' in filter) return (value !== null) === filter.exists
  return (
    value !== null &&
    value >= (filter.min ?? Number.NEGATIVE_INFINITY) &&
    value <= (filter.max ?? Number.POSITIVE_INFINITY)
  )
}

function valuesOf(doc: TestDoc, facet: string): readonly string[] {
  return facet === 'kind' ? [doc.kind] : (new Map(Object.entries(doc.facets)).get(facet) ?? [])
}

function countValues(docs: readonly TestDoc[], facet: string): { value: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const doc of docs)
    for (const value of new Set(valuesOf(doc, facet))) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || compare(a.value, b.value))
}

function compareByKeys(a: TestDoc, b: TestDoc, keys: readonly SortKey[]): number {
  for (const key of keys) {
    const [x, y] = [sortValue(a, key), sortValue(b, key)]
    if (x === y) continue
    if (x === null || y === null) return x === null ? 1 : -1
    const order = x < y ? -1 : 1
    return key.by !== 'distance' && key.descending ? -order : order
  }
  return 0
}

function sortValue(doc: TestDoc, key: SortKey): number | string | null {
  if (key.by === 'distance') return doc.geo && distanceBetween(doc.geo, key.from)
  return (
    new Map<string, number | string | null>(
      Object.entries(key.by === 'number' ? doc.numbers : doc.texts),
    ).get(key.name) ?? null
  )
}

function better(a: number[] | null, b: number[] | null): number[] | null {
  if (!a || !b) return a ?? b
  return compareLists(a, b) <= 0 ? a : b
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  for (const [i, value] of a.entries()) if (value !== b[i]) return value - (b[i] ?? 0)
  return 0
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
