/**
 * How a feature is measured. `farthest` is where two cities count as wholly different: a ratio of populations, or a
 * difference in points.
 */
export type Measure =
  | { readonly by: 'population'; readonly farthest: number }
  | { readonly by: 'figure'; readonly indicator: string; readonly farthest: number }
  | { readonly by: 'assessment'; readonly framework: string; readonly farthest: number }
  | { readonly by: 'urbanisation' | 'pathway' | 'governance' | 'competence' | 'languages' }

/** One feature that cities are compared by. A weight is relative to the others; 0 leaves the feature out. */
export type Feature = { readonly name: string; readonly weight: number; readonly measure: Measure }

/**
 * What makes a city like another, and how much each feature counts: the one place to change it. The list is that of
 * the domain rules, section 6; the reasons for weights and scales are in docs/comparability.md.
 */
export const features = [
  { name: 'population', weight: 3, measure: { by: 'population', farthest: 20 } },
  {
    name: 'foreign-born-share',
    weight: 3,
    measure: { by: 'figure', indicator: 'indicator/foreign-born-share', farthest: 30 },
  },
  {
    name: 'non-national-share',
    weight: 2,
    measure: { by: 'figure', indicator: 'indicator/non-national-share', farthest: 30 },
  },
  { name: 'urbanisation', weight: 1, measure: { by: 'urbanisation' } },
  { name: 'governance', weight: 1, measure: { by: 'governance' } },
  { name: 'competence', weight: 3, measure: { by: 'competence' } },
  { name: 'national-policy', weight: 1, measure: { by: 'assessment', framework: 'mipex', farthest: 50 } },
  { name: 'city-profile', weight: 1, measure: { by: 'assessment', framework: 'icc-index', farthest: 50 } },
  { name: 'pathway', weight: 2, measure: { by: 'pathway' } },
  { name: 'languages', weight: 1, measure: { by: 'languages' } },
] as const satisfies readonly Feature[]

export type FeatureName = (typeof features)[number]['name']

/** A weight per feature; all at least 0 and one above. */
export type FeatureWeights = Readonly<Record<FeatureName, number>>

/** The weights that count unless others are given. */
export const featureWeights: FeatureWeights = Object.fromEntries(
  features.map(({ name, weight }) => [name, weight]),
) as FeatureWeights
