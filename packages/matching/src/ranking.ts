import type { CityContext } from './city-context.ts'
import { features, featureWeights, type Measure } from './features.ts'
import { distanceOf, measureOf, type NumberMeasure, statedOf } from './measure.ts'
import { type Comparing, rankOf, type Similarity } from './similarity.ts'

/** How like two cities are, without what it stands on. */
export type Scored = Pick<Similarity, 'score' | 'confidence'>

type SharedMeasure = Exclude<Measure, NumberMeasure>

/** What a feature is measured by: cities that share it are equally far away. */
const sharedOf = ({ by }: SharedMeasure, context: CityContext): unknown => {
  switch (by) {
    case 'assessment':
      return context.assessments
    case 'urbanisation':
      return context.urbanisation
    case 'pathway':
      return context.pathway
    case 'governance':
      return context.governanceType
    case 'competence':
      return context.competences
    case 'languages':
      return context.languages
  }
}

type ToDistance = (other: CityContext) => number | null

/** The distance of a feature from one city to any other; what cities share is measured once. */
const distanceFrom = (own: CityContext, measure: Measure, areas: readonly string[]): ToDistance => {
  if (measure.by === 'population' || measure.by === 'figure') {
    const stated = statedOf(measure, own)
    return (other) => distanceOf(measure, stated, statedOf(measure, other))
  }
  const known = new Map<unknown, number | null>()
  return (other) => {
    const shared = sharedOf(measure, other)
    const before = known.get(shared)
    if (before !== undefined) return before
    const { distance } = measureOf(measure, [own, other], areas)
    known.set(shared, distance)
    return distance
  }
}

/**
 * Compares one city with many: score and confidence as `similarity` gives them, to the last digit. What cities of one
 * country have in common, being the same object, is measured once, so that tens of thousands take milliseconds.
 */
export const createScorer = (
  own: CityContext,
  comparing: Comparing = {},
): ((other: CityContext) => Scored) => {
  const { areas = [], weights = featureWeights } = comparing
  const counted = features.filter(({ name }) => weights[name] > 0)
  const measured = counted.map(({ name, measure }) => ({
    weight: weights[name],
    distanceTo: distanceFrom(own, measure, areas),
  }))
  const all = measured.reduce((sum, { weight }) => sum + weight, 0)
  return (other) => {
    let known = 0
    let alike = 0
    for (const { weight, distanceTo } of measured) {
      const distance = distanceTo(other)
      if (distance === null) continue
      known += weight
      alike += weight * (1 - distance)
    }
    return { score: known > 0 ? alike / known : null, confidence: all > 0 ? known / all : 0 }
  }
}

/**
 * The cities most like one, by `rankOf`, the most alike first and equal ones by their id; a city of which nothing comparable is
 * known is left out.
 * @param others cities by id
 * @param first how many to give at most
 */
export const mostAlike = (
  own: CityContext,
  others: Iterable<readonly [string, CityContext]>,
  { first, ...comparing }: Comparing & { first: number },
): string[] => {
  const score = createScorer(own, comparing)
  const best: Ranked[] = []
  for (const [id, other] of others) {
    const scored = score(other)
    if (scored.score === null) continue
    const one = { id, rank: rankOf(scored) }
    const last = best.at(-1)
    if (best.length >= first && last && !isBefore(one, last)) continue
    const place = best.findIndex((each) => isBefore(one, each))
    best.splice(place < 0 ? best.length : place, 0, one)
    if (best.length > first) best.pop()
  }
  return best.map(({ id }) => id)
}

type Ranked = { id: string; rank: number }

const isBefore = (a: Ranked, b: Ranked): boolean => a.rank > b.rank || (a.rank === b.rank && a.id < b.id)
