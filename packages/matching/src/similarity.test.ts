import { integrationPathways } from '@hansa/domain/city'
import { governanceTypes } from '@hansa/domain/country'
import { competenceHolders } from '@hansa/domain/figure'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CityContext, nothingKnown as nothing } from './city-context.ts'
import { features, featureWeights } from './features.ts'
import { createScorer, mostAlike } from './ranking.ts'
import { rankOf, similarity } from './similarity.ts'

const stated = (value: number, year: number | null = 2024) => ({ value, year })
const full: CityContext = {
  population: stated(100_000),
  figures: { 'indicator/foreign-born-share': stated(24), 'indicator/non-national-share': stated(12) },
  urbanisation: 1,
  pathway: 'established',
  governanceType: 'unitary',
  competences: { 'policy-area/housing': 'local', 'policy-area/health': 'national' },
  languages: ['sv'],
  assessments: {
    mipex: { overall: 86, areas: { 'policy-area/health': 83 }, year: 2019 },
    'icc-index': { overall: 60, areas: {}, year: 2017 },
  },
}

const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null })
const figure = fc.record({
  value: fc.double({ min: 0, max: 100, noNaN: true }),
  year: maybe(fc.integer({ min: 1900, max: 2100 })),
})
const area = fc.constantFrom('policy-area/housing', 'policy-area/health', 'policy-area/civic')
const score = fc.double({ min: 0, max: 100, noNaN: true })
const context: fc.Arbitrary<CityContext> = fc.record({
  population: maybe(fc.record({ value: fc.integer({ min: 1, max: 40_000_000 }), year: fc.constant(null) })),
  figures: fc.dictionary(
    fc.constantFrom('indicator/foreign-born-share', 'indicator/non-national-share', 'indicator/x'),
    figure,
  ),
  urbanisation: maybe(fc.integer({ min: 1, max: 3 })),
  pathway: maybe(fc.constantFrom(...integrationPathways)),
  governanceType: maybe(fc.constantFrom(...governanceTypes)),
  competences: fc.dictionary(area, fc.constantFrom(...competenceHolders)),
  languages: fc.array(fc.constantFrom('sv', 'pl', 'pl-PL', 'de', 'uk'), { maxLength: 4 }),
  assessments: fc.dictionary(
    fc.constantFrom('mipex', 'icc-index'),
    fc.record({ overall: maybe(score), areas: fc.dictionary(area, score), year: fc.constant(2020) }),
  ),
})
const areas = fc.array(area, { maxLength: 3 })
const settings = { seed: 20_261_122, numRuns: 500 }

describe('two cities', () => {
  test('are as like one way as the other, and never beyond 0 to 1', () => {
    fc.assert(
      fc.property(context, context, areas, (a, b, at) => {
        const [one, two] = [similarity(a, b, { areas: at }), similarity(b, a, { areas: at })]
        expect([two.score, two.confidence, two.missing]).toEqual([one.score, one.confidence, one.missing])
        for (const [i, feature] of one.features.entries()) {
          const back = two.features[i]
          expect([back?.own, back?.other, back?.distance]).toEqual([
            feature.other,
            feature.own,
            feature.distance,
          ])
        }
        for (const value of [
          one.score ?? 0,
          one.confidence,
          rankOf(one),
          ...one.features.map((each) => each.distance ?? 0),
        ])
          expect(value >= 0 && value <= 1 + 1e-12).toBe(true)
        expect(similarity(a, b, { areas: at })).toEqual(one)
      }),
      settings,
    )
  })

  test('that are the same are wholly alike on all that is known', () => {
    fc.assert(
      fc.property(context, areas, (a, at) => {
        const own = similarity(a, a, { areas: at })
        expect(own.features.every(({ distance }) => distance === null || distance === 0)).toBe(true)
        expect([null, 1]).toContain(own.score)
      }),
      settings,
    )
    expect(similarity(full, full)).toMatchObject({ score: 1, confidence: 1, missing: [] })
  })

  test('lose confidence, never score, when less is known of one', () => {
    const keys = Object.keys(nothing) as (keyof CityContext)[]
    fc.assert(
      fc.property(fc.subarray(keys), (forgotten) => {
        const less = { ...full, ...Object.fromEntries(forgotten.map((key) => [key, nothing[key]])) }
        const found = similarity(full, less)
        expect(found.score).toBe(forgotten.length === keys.length ? null : 1)
        const known = found.features.filter(({ distance }) => distance !== null)
        const all = Object.values(featureWeights).reduce((sum, weight) => sum + weight, 0)
        expect(found.confidence).toBeCloseTo(known.reduce((sum, { weight }) => sum + weight, 0) / all)
        expect(found.missing).toHaveLength(features.length - known.length)
      }),
      settings,
    )
  })

  test('of which nothing is known have no score, and stand in the middle', () => {
    const found = similarity(full, nothing)
    expect(found).toMatchObject({ score: null, confidence: 0 })
    expect(rankOf(found)).toBe(0.5)
  })
})

describe('a feature', () => {
  const distance = (name: string, change: Partial<CityContext>, at: string[] = []) =>
    similarity(full, { ...full, ...change }, { areas: at }).features.find((each) => each.name === name)
      ?.distance

  test.each([
    ['population', { population: stated(200_000) }, Math.log(2) / Math.log(20)],
    ['population', { population: stated(5_000) }, 1],
    ['population', { population: stated(100) }, 1],
    ['foreign-born-share', { figures: { 'indicator/foreign-born-share': stated(29) } }, 5 / 30],
    ['non-national-share', { figures: { 'indicator/non-national-share': stated(90) } }, 1],
    ['urbanisation', { urbanisation: 2 }, 0.5],
    ['governance', { governanceType: 'federal' }, 1],
    ['governance', { governanceType: 'decentralised' }, 0.5],
    ['pathway', { pathway: 'newer-destination' }, 2 / 3],
    ['languages', { languages: ['sv-FI', 'fi'] }, 0],
    ['languages', { languages: ['fi'] }, 1],
    ['national-policy', { assessments: { mipex: { overall: 76, areas: {}, year: null } } }, 10 / 50],
    [
      'competence',
      { competences: { 'policy-area/housing': 'shared', 'policy-area/health': 'national' } },
      0.25,
    ],
  ] as const)('%s is measured on its scale', (name, change, expected) => {
    expect(distance(name, change)).toBeCloseTo(expected)
  })

  test('of a policy area counts that area only, and falls back to the whole where it has none', () => {
    const mipex = (areas: Record<string, number>) => ({
      assessments: { mipex: { overall: 36, areas, year: null } },
    })
    expect(
      distance('national-policy', mipex({ 'policy-area/health': 73 }), ['policy-area/health']),
    ).toBeCloseTo(0.2)
    expect(distance('national-policy', mipex({}), ['policy-area/health'])).toBeCloseTo(1)
    const competences = { 'policy-area/housing': 'local', 'policy-area/health': 'local' } as const
    expect(distance('competence', { competences }, ['policy-area/housing'])).toBe(0)
    expect(distance('competence', { competences }, ['policy-area/health'])).toBe(1)
    expect(distance('competence', { competences }, ['policy-area/none'])).toBeNull()
  })

  test('without weight does not count', () => {
    const weights = { ...featureWeights, population: 0 }
    const found = similarity(full, { ...full, population: stated(1) }, { weights })
    expect([found.score, found.confidence]).toEqual([1, 1])
    expect(found.features.map(({ name }) => name)).not.toContain('population')
  })
})

describe('one city compared with many', () => {
  const many = fc.array(fc.tuple(fc.uuid(), context), { maxLength: 30 })

  test('is scored as with each alone, to the last digit, also where cities share what is national', () => {
    fc.assert(
      fc.property(context, many, areas, (own, others, areas) => {
        const score = createScorer(own, { areas })
        const sharing = others.map(([, other]) => ({ ...other, competences: full.competences }))
        for (const other of [...sharing, ...others.map(([, other]) => other)]) {
          const { score: expected, confidence } = similarity(own, other, { areas })
          expect(score(other)).toEqual({ score: expected, confidence })
        }
      }),
      settings,
    )
  })

  test('gives the most alike in the order of their rank, and leaves out what cannot be compared', () => {
    fc.assert(
      fc.property(context, many, areas, fc.integer({ min: 1, max: 12 }), (own, others, areas, first) => {
        const sorted = others
          .map(([id, other]) => ({ id, ...similarity(own, other, { areas }) }))
          .filter(({ score }) => score !== null)
          .toSorted((a, b) => rankOf(b) - rankOf(a) || (a.id < b.id ? -1 : 1))
        expect(mostAlike(own, others, { areas, first })).toEqual(sorted.slice(0, first).map(({ id }) => id))
      }),
      settings,
    )
  })
})
