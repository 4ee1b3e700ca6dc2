import { integrationPathways } from '@hansa/domain/city'
import type { governanceTypes } from '@hansa/domain/country'
import type { CompetenceHolder } from '@hansa/domain/figure'
import type { CityContext, Scores, Stated } from './city-context.ts'
import type { Measure } from './features.ts'

/** What is known of one city on one feature. */
export type FeatureValue =
  /** A number; of an assessment also the policy area it is for, null for the overall score. */
  | { readonly number: number; readonly year: number | null; readonly policyArea: string | null }
  /** Words of a vocabulary, or languages. */
  | { readonly codes: readonly string[] }
  /** Who decides on which policy area. */
  | { readonly holders: readonly { readonly policyArea: string; readonly holder: CompetenceHolder }[] }

/** Both sides of a comparison; the distance is 0 (alike) to 1 (wholly different), null when either side is unknown. */
export type Measured = { own: FeatureValue | null; other: FeatureValue | null; distance: number | null }

type Pair = readonly [CityContext, CityContext]

/**
 * Measures one feature of two cities.
 * @param areas policy areas at hand, the most fitting first; without any, all that are known count
 */
export const measureOf = (measure: Measure, pair: Pair, areas: readonly string[]): Measured => {
  switch (measure.by) {
    case 'population':
    case 'figure':
      return between(pair, measure)
    case 'assessment':
      return betweenScores(pair, measure, areas)
    case 'urbanisation':
      return onScale(pair, ['1', '2', '3'], ({ urbanisation }) => urbanisation && String(urbanisation))
    case 'pathway':
      return onScale(pair, integrationPathways, ({ pathway }) => pathway)
    case 'governance':
      return onScale(pair, devolution, ({ governanceType }) => governanceType)
    case 'competence':
      return betweenHolders(pair, areas)
    case 'languages':
      return betweenLanguages(pair)
  }
}

/** Measures that compare two numbers of their own, and need no more than these. */
export type NumberMeasure = Extract<Measure, { by: 'population' | 'figure' }>

/** The number of a city that a measure compares; null when it is not known. */
export const statedOf = (measure: NumberMeasure, context: CityContext): Stated | null =>
  measure.by === 'population' ? context.population : (context.figures[measure.indicator] ?? null)

const points = (a: number, b: number, farthest: number): number => Math.min(1, Math.abs(a - b) / farthest)

const ratio = (a: number, b: number, farthest: number): number =>
  a > 0 && b > 0 ? Math.min(1, Math.abs(Math.log(a) - Math.log(b)) / Math.log(farthest)) : 1

/** How far apart two such numbers are, 0 to 1; null when either is not known. */
export const distanceOf = (
  { by, farthest }: NumberMeasure,
  own: Stated | null,
  other: Stated | null,
): number | null =>
  own && other ? (by === 'population' ? ratio : points)(own.value, other.value, farthest) : null

const number = (stated: Stated | null, policyArea: string | null = null): FeatureValue | null =>
  stated && { number: stated.value, year: stated.year, policyArea }

const between = ([a, b]: Pair, measure: NumberMeasure): Measured => {
  const [own, other] = [statedOf(measure, a), statedOf(measure, b)]
  return { own: number(own), other: number(other), distance: distanceOf(measure, own, other) }
}

const scoreOf = (scores: Scores | undefined, area: string | null): Stated | null => {
  const value = area === null ? scores?.overall : scores?.areas[area]
  return value == null ? null : { value, year: scores?.year ?? null }
}

/** The score of the first policy area at hand that both have, else the overall score. */
const betweenScores = (
  pair: Pair,
  { framework, farthest }: { framework: string; farthest: number },
  areas: readonly string[],
): Measured => {
  const [a, b] = [pair[0].assessments[framework], pair[1].assessments[framework]]
  const area = areas.find((each) => scoreOf(a, each) && scoreOf(b, each)) ?? null
  const [own, other] = [scoreOf(a, area), scoreOf(b, area)]
  const distance = own && other ? points(own.value, other.value, farthest) : null
  return { own: number(own, area), other: number(other, area), distance }
}

// From where least is decided below the state to where most is.
const devolution = [
  'unitary',
  'decentralised',
  'federal',
] as const satisfies readonly (typeof governanceTypes)[number][]

const onScale = (
  [a, b]: Pair,
  scale: readonly string[],
  pick: (context: CityContext) => string | number | null,
): Measured => {
  const place = (context: CityContext) => {
    const code = pick(context)
    const at = code === null ? -1 : scale.indexOf(String(code))
    return at < 0 ? null : { code: scale[at] ?? '', at }
  }
  const [own, other] = [place(a), place(b)]
  return {
    own: own && { codes: [own.code] },
    other: other && { codes: [other.code] },
    distance: own && other ? Math.abs(own.at - other.at) / (scale.length - 1) : null,
  }
}

// How much of a decision a municipality can take by itself: all, a part with others, none.
const reach: Readonly<Record<CompetenceHolder, number>> = {
  local: 0,
  shared: 0.5,
  regional: 0.75,
  national: 1,
}

/** The mean over the policy areas at hand that are known of both. */
const betweenHolders = ([a, b]: Pair, areas: readonly string[]): Measured => {
  const wanted = areas.length > 0 ? [...new Set(areas)] : Object.keys({ ...a.competences, ...b.competences })
  const sorted = wanted.toSorted()
  const holders = ({ competences }: CityContext): FeatureValue | null => {
    const known = sorted.flatMap((policyArea) => {
      const holder = competences[policyArea]
      return holder ? [{ policyArea, holder }] : []
    })
    return known.length > 0 ? { holders: known } : null
  }
  const distances = sorted.flatMap((area) => {
    const [own, other] = [a.competences[area], b.competences[area]]
    return own && other ? [Math.abs(reach[own] - reach[other])] : []
  })
  const sum = distances.reduce((total, each) => total + each, 0)
  return {
    own: holders(a),
    other: holders(b),
    distance: distances.length > 0 ? sum / distances.length : null,
  }
}

const primary = (tag: string): string => tag.toLowerCase().split('-')[0] ?? ''

/** 0 when the one speaks all languages of the other, 1 when they share none (overlap coefficient). */
const betweenLanguages = (pair: Pair): Measured => {
  const [a, b] = [spoken(pair[0]), spoken(pair[1])]
  const shared = a.filter((language) => b.includes(language)).length
  const fewest = Math.min(a.length, b.length)
  return {
    own: a.length > 0 ? { codes: a } : null,
    other: b.length > 0 ? { codes: b } : null,
    distance: fewest > 0 ? 1 - shared / fewest : null,
  }
}

const spoken = ({ languages }: CityContext): string[] => [...new Set(languages.map(primary))]
