import { preconditionTypes } from '@hansa/domain/practice'
import { describe, expect, test } from 'vitest'
import type { CityContext } from './city-context.ts'
import { type Checkable, transferability } from './transferability.ts'

const city = (known: Partial<CityContext> = {}): CityContext => ({
  population: null,
  figures: {},
  urbanisation: null,
  pathway: null,
  governanceType: null,
  competences: {},
  languages: [],
  assessments: {},
  ...known,
})
const of = (value: number) => city({ population: { value, year: 2024 } })

describe('a precondition of population', () => {
  test.each([
    [{ minimumPopulation: 100 }, 100, 'met'],
    [{ minimumPopulation: 100 }, 99, 'adaptable'],
    [{ minimumPopulation: 100 }, 50, 'adaptable'],
    [{ minimumPopulation: 100 }, 49, 'blocking'],
    [{ maximumPopulation: 100 }, 100, 'met'],
    [{ maximumPopulation: 100 }, 200, 'adaptable'],
    [{ maximumPopulation: 100 }, 201, 'blocking'],
    [{ minimumPopulation: 50, maximumPopulation: 100 }, 70, 'met'],
  ])('%o in a city of %i is %s', (bounds, population, verdict) => {
    const check = transferability({ type: 'population', ...bounds }, of(population))
    expect(check).toEqual({
      verdict,
      fact: { population: { value: population, year: 2024 }, policyArea: null, holder: null },
      missing: [],
    })
  })

  test('is unknown without bounds, without a population, and without both', () => {
    const missing = (precondition: object, where: CityContext) =>
      transferability({ type: 'population', ...precondition }, where)
    expect(missing({ minimumPopulation: 5 }, city())).toMatchObject({
      verdict: 'unknown',
      missing: ['population'],
    })
    expect(missing({}, of(5))).toMatchObject({ verdict: 'unknown', missing: ['population-bounds'] })
    expect(missing({}, city())).toMatchObject({ missing: ['population-bounds', 'population'] })
  })
})

describe('a precondition of competence', () => {
  const needs: Checkable = { type: 'competence', policyArea: 'policy-area/housing' }
  test.each([
    ['local', 'met'],
    ['shared', 'adaptable'],
    ['regional', 'adaptable'],
    ['national', 'blocking'],
  ] as const)('held by %s is %s', (holder, verdict) => {
    const where = city({ competences: { 'policy-area/housing': holder } })
    expect(transferability(needs, where)).toEqual({
      verdict,
      fact: { population: null, policyArea: 'policy-area/housing', holder },
      missing: [],
    })
  })

  test('is unknown when nobody says who decides, or on what', () => {
    expect(transferability(needs, city({ competences: { 'policy-area/health': 'local' } }))).toMatchObject({
      verdict: 'unknown',
      missing: ['competence'],
    })
    expect(transferability({ type: 'competence' }, city())).toMatchObject({ missing: ['policy-area'] })
  })
})

test.each([
  ['budget', 'budget'],
  ['partner-type', 'partners'],
  ['staff', 'staff'],
  ['infrastructure', 'infrastructure'],
  ['legal', 'law'],
] as const)('a precondition of %s is unknown, and says what is missing', (type, missing) => {
  expect(transferability({ type }, of(5))).toMatchObject({ verdict: 'unknown', missing: [missing] })
})

test('a precondition of law says who decides, as far as that is known', () => {
  const where = city({ competences: { 'policy-area/housing': 'national' } })
  expect(transferability({ type: 'legal', policyArea: 'policy-area/housing' }, where)).toMatchObject({
    verdict: 'unknown',
    fact: { holder: 'national' },
  })
})

test('every type of precondition has an answer', () => {
  for (const type of preconditionTypes) expect(transferability({ type }, city()).verdict).toBe('unknown')
})
