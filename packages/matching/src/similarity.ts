import type { CityContext } from './city-context.ts'
import { type FeatureName, type FeatureWeights, features, featureWeights } from './features.ts'
import { type Measured, measureOf } from './measure.ts'

/** One feature of two cities; `distance` is null when either side is not known. */
export type ComparedFeature = Measured & { readonly name: FeatureName; readonly weight: number }

/** How like a city is to another, and on what that stands. */
export type Similarity = {
  /** 0 to 1 over the features known of both; null when there is none. */
  readonly score: number | null
  /** 0 to 1: the share of the weight that stands on known features. */
  readonly confidence: number
  /** Every feature that counts, in the order of the table. */
  readonly features: readonly ComparedFeature[]
  /** Features that are not known of both. */
  readonly missing: readonly FeatureName[]
}

/** How to compare: policy areas at hand, the most fitting first, and weights other than the usual ones. */
export type Comparing = { readonly areas?: readonly string[]; readonly weights?: FeatureWeights }

/**
 * How like two cities are: `score = Σ w·(1 − d) / Σ w` over the features known of both, with `d` the distance of a feature
 * (0 to 1) and `w` its weight; `confidence = Σ w known / Σ w all`. A Gower similarity (J. C. Gower, "A general coefficient
 * of similarity and some of its properties", Biometrics 27, 1971), which leaves out what is missing rather than guessing
 * it. Symmetric in score and confidence; 1 for a city and itself. Scales and sources: docs/comparability.md.
 */
export const similarity = (a: CityContext, b: CityContext, comparing: Comparing = {}): Similarity => {
  const { areas = [], weights = featureWeights } = comparing
  const compared = features
    .filter(({ name }) => weights[name] > 0)
    .map(({ name, measure }) => ({ name, weight: weights[name], ...measureOf(measure, [a, b], areas) }))
  let known = 0
  let alike = 0
  let all = 0
  for (const { weight, distance } of compared) {
    all += weight
    if (distance === null) continue
    known += weight
    alike += weight * (1 - distance)
  }
  return {
    score: known > 0 ? alike / known : null,
    confidence: all > 0 ? known / all : 0,
    features: compared,
    missing: compared.filter(({ distance }) => distance === null).map(({ name }) => name),
  }
}

/**
 * What cities are ranked by, 0 to 1: the score, with every unknown feature counted as halfway
 * (`score · confidence + ½ · (1 − confidence)`), so that a city of which little is known stands neither above one that is
 * known to be alike nor below one that is known to be different.
 */
export const rankOf = ({ score, confidence }: Pick<Similarity, 'score' | 'confidence'>): number =>
  (score ?? 0.5) * confidence + (1 - confidence) / 2
