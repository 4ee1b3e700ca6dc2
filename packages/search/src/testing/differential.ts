import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Filter, SearchEngine, SearchQuery } from '../engine.ts'
import { fill, ids, type OpenEngine, openFilled, TEST_SCHEMA, type TestDoc, testDoc } from './fixtures.ts'
import { referenceSearch } from './reference.ts'

// Few words, alike on purpose: near misses, beginnings of each other, compounds, variants, identifiers, scripts.
const WORDS = `
  housing housings hosuing house hous mousing integration intgration integrate nitegration
  peer-review peer review peerreview Gdańsk gdansk gdnask München Muenchen Aarhus Århus P-123/AB
  P-123 ab 2015 20156 l'école ecole Жильё жилье city cities ctiy a of İzmir 日本 🏠
`
  .trim()
  .split(/\s+/)
const word = fc.constantFrom(...WORDS)
const textOf = (words: fc.Arbitrary<string>, minLength: number, maxLength: number) =>
  fc.array(words, { minLength, maxLength }).map((list) => list.join(' '))
const text = textOf(word, 0, 6)
const facetValues = (...values: string[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 3 })
const point = fc.record({ lat: fc.integer({ min: -90, max: 90 }), lng: fc.integer({ min: -180, max: 180 }) })
const year = fc.option(fc.integer({ min: 1, max: 4 }))

// Two groups only, so that documents do share them.
const group = fc.constantFrom(['housing city', 'Gdańsk'], ['peer-review', 'house of cities', 'P-123/AB'])

const parts = fc.record({
  kind: fc.constantFrom('practice', 'city'),
  fields: fc.record(
    {
      title: fc.array(text, { maxLength: 2 }),
      names: fc.array(text, { maxLength: 2 }),
      identifiers: fc.array(word, { maxLength: 1 }),
      body: fc.array(text, { maxLength: 2 }),
    },
    { requiredKeys: [] },
  ),
  shared: fc.record(
    { names: fc.array(group, { maxLength: 2 }), concepts: fc.array(group, { maxLength: 2 }) },
    { requiredKeys: [] },
  ),
  facets: fc.record({ area: facetValues('x', 'y', 'z'), country: facetValues('PL', 'SE') }),
  year,
  geo: fc.option(point),
})
type Parts = Parameters<typeof testDoc>[1]
const corpusOf = (one: fc.Arbitrary<Parts>, maxLength: number) =>
  fc
    .array(one, { maxLength })
    .map((list) => list.map((doc, i): TestDoc => testDoc(`d${i}`, { ...doc, stableKey: `k${(i * 7) % 10}` })))

const { filter } = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 3 },
    fc.record({
      facet: fc.constantFrom('area', 'country', 'kind'),
      in: facetValues('x', 'y', 'PL', 'SE', 'city', 'none'),
    }),
    fc.record({ facet: fc.constantFrom('area', 'country'), exists: fc.boolean() }),
    fc.record({
      number: fc.constant('year'),
      min: fc.integer({ min: 0, max: 4 }),
      max: fc.integer({ min: 0, max: 5 }),
    }),
    fc.record({ number: fc.constantFrom('year', 'population'), exists: fc.boolean() }),
    fc.record({ near: point, radius: fc.integer({ min: 0, max: 15_000_000 }) }),
    fc.record({
      box: fc.record({
        south: fc.constant(-40),
        west: fc.integer({ min: -180, max: 180 }),
        north: fc.constant(60),
        east: fc.integer({ min: -180, max: 180 }),
      }),
    }),
    fc.record({ ids: facetValues('d0', 'd1', 'd2') }),
    fc.record({ not: tie('filter') }),
    fc.record({ all: fc.array(tie('filter'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('filter'), { maxLength: 3 }) }),
  ),
}))
const sortKey = fc.oneof(
  fc.record({
    by: fc.constant('number' as const),
    name: fc.constantFrom('year', 'population'),
    descending: fc.boolean(),
  }),
  fc.record({ by: fc.constant('text' as const), name: fc.constant('title'), descending: fc.boolean() }),
  fc.record({ by: fc.constant('distance' as const), from: point }),
)
const query: fc.Arbitrary<SearchQuery> = fc.record(
  {
    text: fc.tuple(textOf(word, 0, 3), fc.constantFrom('', ' ')).map(([words, end]) => words + end),
    phrases: fc.array(textOf(word, 1, 2), { maxLength: 1 }),
    exclude: fc.array(word, { maxLength: 1 }),
    attributes: fc.constantFrom<string[]>(
      ['title', 'names'],
      ['body'],
      ['stems'],
      [...TEST_SCHEMA.attributes],
    ),
    typo: fc.boolean(),
    filter,
    facets: fc.constant(['kind', 'area', 'country']),
    sort: fc.array(sortKey, { maxLength: 2 }),
    offset: fc.integer({ min: 0, max: 3 }),
    limit: fc.integer({ min: 0, max: 20 }),
  },
  { requiredKeys: ['text'] },
)

/** Documents and queries of the same few words: nearly everything matches, so that the order is what is tested. */
const dense = fc.uniqueArray(word, { minLength: 2, maxLength: 4 }).chain((few) => {
  const own = fc.constantFrom(...few)
  const fields = fc.record({
    title: fc.array(textOf(own, 1, 3), { maxLength: 2 }),
    body: fc.array(textOf(own, 2, 9), { maxLength: 2 }),
  })
  const shared = fc.record({ body: fc.array(fc.constant(few), { maxLength: 2 }) })
  return fc.tuple(
    corpusOf(fc.record({ fields, shared }), 9),
    fc.array(fc.record({ text: textOf(own, 1, 3) }), { minLength: 4, maxLength: 8 }),
  )
})
const wide = fc.tuple(corpusOf(parts, 9), fc.array(query, { minLength: 4, maxLength: 8 }))

/**
 * Random small worlds and questions, answered by the engine and by the reference.
 *
 * @param share of the usual number of worlds, for an engine that takes its time to fill an index
 */
export function describeDifferential(open: OpenEngine, share = 1): void {
  describe('against the reference', () => {
    let engine: SearchEngine
    beforeAll(async () => {
      engine = await openFilled(open, [])
    })
    afterAll(() => engine.close())

    const check = async ([docs, queries]: [TestDoc[], SearchQuery[]]) => {
      await fill(engine, docs)
      for (const one of queries) {
        const [actual, expected] = [await engine.search(one), referenceSearch(docs, one)]
        expect({ ids: ids(actual), total: actual.total, facets: actual.facets }).toEqual({
          ids: ids(expected),
          total: expected.total,
          facets: expected.facets,
        })
      }
    }

    it('finds the same for all kinds of queries', async () => {
      await fc.assert(fc.asyncProperty(wide, check), { seed: 20_261_122, numRuns: 400 * share })
    }, 600_000)

    it('puts what it finds in the same order', async () => {
      await fc.assert(fc.asyncProperty(dense, check), { seed: 20_261_123, numRuns: 300 * share })
    }, 600_000)
  })
}
