export { type CityContext, nothingKnown, type Scores, type Stated } from './city-context.ts'
export { type Feature, type FeatureName, type FeatureWeights, features, featureWeights } from './features.ts'
export type { FeatureValue } from './measure.ts'
export { createScorer, mostAlike, type Scored } from './ranking.ts'
export { type ComparedFeature, rankOf, type Similarity, similarity } from './similarity.ts'
export {
  type Check,
  type Fact,
  type MissingFact,
  transferability,
  type Verdict,
  verdicts,
} from './transferability.ts'
