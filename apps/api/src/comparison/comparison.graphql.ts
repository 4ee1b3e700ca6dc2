import { type ComparedFeature, type FeatureName, type FeatureValue, features } from '@hansa/matching'
import { conceptById } from '../concept/concept.fields.ts'
import { loadEntry } from '../entry/entry.reader.ts'
import { types } from '../entry/entry.types.ts'
import { CompetenceHolderEnum } from '../figure/figure.graphql.ts'
import { builder, enumOf } from '../graphql/builder.ts'
import type { Comparison, similarTo } from './comparison.service.ts'

const FeatureNameEnum = enumOf<FeatureName>('ComparisonFeatureName', 'What cities are compared by.', {
  population: 'How many people live there, on a log scale.',
  'foreign-born-share': 'The share of residents born abroad, in percent.',
  'non-national-share': 'The share of residents with another nationality, in percent.',
  urbanisation: 'Degree of urbanisation (DEGURBA).',
  governance: 'How government is organised in the country.',
  competence: 'Who decides on the policy area at hand.',
  'national-policy': 'Score of the country in the Migrant Integration Policy Index (MIPEX).',
  'city-profile': 'Score of the city in the Intercultural Cities Index.',
  pathway: 'How long people have been coming from elsewhere.',
  languages: 'Languages of the administration, else of the country.',
})

type Holder = Extract<FeatureValue, { holders: unknown }>['holders'][number]
const Holding = builder.objectRef<Holder>('ComparisonHolder').implement({
  description: 'Who decides on a policy area.',
  fields: (t) => ({
    policyArea: t.field(conceptById('The policy area.', (row: Holder) => row.policyArea)),
    holder: t.field({
      type: CompetenceHolderEnum,
      description: 'Who decides.',
      resolve: (row) => row.holder,
    }),
  }),
})

const Value = builder.objectRef<FeatureValue>('ComparisonValue').implement({
  description: 'What is known of one city on one feature: a number, words of a vocabulary, or who decides.',
  fields: (t) => ({
    number: t.float({
      nullable: true,
      description: 'The number: persons, percent or points.',
      resolve: (row) => ('number' in row ? row.number : null),
    }),
    year: t.int({
      nullable: true,
      description: 'Year the number holds for; null when its source names none.',
      resolve: (row) => ('number' in row ? row.year : null),
    }),
    policyArea: t.field(
      conceptById('The policy area a score is for; null for the overall score.', (row: FeatureValue) =>
        'number' in row ? row.policyArea : null,
      ),
    ),
    codes: t.stringList({
      description:
        'Words: the degree of urbanisation (`1`), the type of government (`federal`), the pathway (`established`), language tags.',
      resolve: (row) => ('codes' in row ? row.codes : []),
    }),
    holders: t.field({
      type: [Holding],
      description: 'Who decides, by policy area.',
      resolve: (row) => ('holders' in row ? row.holders : []),
    }),
  }),
})

const Compared = builder.objectRef<ComparedFeature>('ComparedFeature').implement({
  description: 'One feature of two cities.',
  fields: (t) => ({
    name: t.field({ type: FeatureNameEnum, description: 'Which feature.', resolve: (row) => row.name }),
    weight: t.exposeFloat('weight', { description: 'How much it counts, relative to the others.' }),
    own: t.field({
      type: Value,
      nullable: true,
      description: 'What is known of the city compared to; null when nothing is.',
      resolve: (row) => row.own,
    }),
    other: t.field({
      type: Value,
      nullable: true,
      description: 'What is known of the other city; null when nothing is.',
      resolve: (row) => row.other,
    }),
    distance: t.float({
      nullable: true,
      description: '0 alike to 1 wholly different; null when it is not known of both.',
      resolve: (row) => row.distance,
    }),
    known: t.boolean({
      description: 'Whether it is known of both, and so counts in the score.',
      resolve: (row) => row.distance !== null,
    }),
  }),
})

const perFeature = { field: 1, multiplier: features.length }

export const ComparisonType = builder.objectRef<Comparison>('Comparison').implement({
  description: 'How like the city of an entry is to the city compared to, and on what that stands.',
  fields: (t) => ({
    city: t.field({
      type: types.city,
      nullable: true,
      description: 'The city of the entry; of several, the one most alike.',
      resolve: (row, _, ctx) => loadEntry(ctx, 'city', row.city),
    }),
    score: t.float({
      nullable: true,
      description: '0 to 1 over the features known of both cities; null when there is none.',
      resolve: (row) => row.score,
    }),
    confidence: t.exposeFloat('confidence', {
      description: '0 to 1: the share of the weight that stands on known features.',
    }),
    features: t.field({
      type: [Compared],
      complexity: perFeature,
      description: 'Every feature, known or not.',
      resolve: (row) => row.features,
    }),
  }),
})

type Similar = Awaited<ReturnType<typeof similarTo>>[number]
export const SimilarCityType = builder.objectRef<Similar>('SimilarCity').implement({
  description: 'A city that is like another one.',
  fields: (t) => ({
    city: t.field({ type: types.city, description: 'The city.', resolve: (row) => row.row }),
    score: t.float({
      description: '0 to 1 over the features known of both cities.',
      resolve: (row) => row.score ?? 0,
    }),
    confidence: t.exposeFloat('confidence', {
      description: '0 to 1: the share of the weight that stands on known features.',
    }),
    features: t.field({
      type: [Compared],
      complexity: perFeature,
      description: 'Every feature, known or not.',
      resolve: (row) => row.features,
    }),
  }),
})

const FeatureType = builder.objectRef<(typeof features)[number]>('ComparisonFeature').implement({
  description: 'A feature that cities are compared by, and how much it counts.',
  fields: (t) => ({
    name: t.field({ type: FeatureNameEnum, description: 'Which feature.', resolve: (row) => row.name }),
    weight: t.exposeFloat('weight', { description: 'How much it counts, relative to the others.' }),
    farthest: t.float({
      nullable: true,
      description:
        'From where on cities count as wholly different: a ratio of populations, or a difference in points; null for a vocabulary.',
      resolve: ({ measure }) => ('farthest' in measure ? measure.farthest : null),
    }),
  }),
})

builder.queryField('comparisonFeatures', (t) =>
  t.field({
    type: [FeatureType],
    description:
      'What cities are compared by, with the weights: score = Σ w·(1 − distance) / Σ w over the features known of both.',
    resolve: () => [...features],
  }),
)
