import { z } from 'zod'
import { entryFields, Source } from './entry.ts'
import {
  Currency,
  concept,
  concepts,
  detailedRefs,
  PartialDate,
  ref,
  refs,
  text,
  WebAddress,
} from './fields.ts'
import { LanguageTag, localizedText } from './text.ts'

export const stages = ['idea', 'pilot', 'running', 'scaled', 'ended', 'failed'] as const
export type Stage = (typeof stages)[number]

/** 0 none stated, 1 plausible account, 2 change measured, 3 compared with a counterfactual, 4 replicated, 5 replicated and scaled with independent evaluation. */
export const evidenceLevels = [0, 1, 2, 3, 4, 5] as const

export const budgetBands = ['none', 'under-10k', '10k-50k', '50k-250k', '250k-1m', 'over-1m'] as const
export const staffBands = ['none', 'under-1', '1-2', '3-5', '6-10', 'over-10'] as const

/** One step of the solution: what was done, by whom, for how long, with what output. */
export const Step = z.strictObject({
  text: localizedText(2000),
  actor: z.string().max(300).optional(),
  duration: z.string().max(100).optional(),
  output: z.string().max(500).optional(),
})

/** One result as the source states it; `value` is a text because sources state ranges and shares as often as numbers. */
export const Result = z.strictObject({
  indicator: localizedText(400),
  baseline: z.string().max(200).optional(),
  value: z.string().max(400).optional(),
  date: PartialDate.optional(),
  source: Source.optional(),
})

export const preconditionTypes = [
  'population',
  'competence',
  'budget',
  'partner-type',
  'staff',
  'infrastructure',
  'legal',
] as const

/** Something a place needs for the practice to work there. The typed parts make it checkable against a city's profile. */
export const Precondition = z.strictObject({
  type: z.enum(preconditionTypes),
  text: localizedText(600),
  policyArea: concept('policy-area').optional(),
  minimumPopulation: z.int().positive().optional(),
  maximumPopulation: z.int().positive().optional(),
})

export const Evaluation = z.strictObject({
  title: z.string().max(300),
  url: WebAddress.optional(),
  doi: z.string().max(100).optional(),
})

/** What the people behind the practice offer to others. */
export const PracticeOffer = z.strictObject({
  format: concept('format'),
  capacityPerYear: z.int().positive().optional(),
  languages: z.array(LanguageTag).max(20).default([]),
})

/** Whom to ask. An organisation's public contact only; a person's details need her consent. */
export const Contact = z.strictObject({
  organisation: z.string().max(200).optional(),
  role: z.string().max(200).optional(),
  url: WebAddress.optional(),
})

export const Media = z.strictObject({
  url: WebAddress,
  alternative: z.string().min(1).max(500),
  rightsHolder: z.string().min(1).max(200),
})

/** The good-practice fiche (domain rules, section 3). What the source does not state is absent, never guessed. */
export const Practice = z.strictObject({
  ...entryFields,
  title: text(100),
  strapline: text(160).optional(),
  summary: text(600).optional(),
  challenge: text(4000).optional(),
  objectives: text(4000).optional(),
  solution: z.array(Step).max(40).default([]),
  components: refs('component').default([]),
  difficulties: text(4000).optional(),
  leadOrganisation: ref('organisation').optional(),
  partners: detailedRefs('organisation', { role: z.string().max(200).optional() }).default([]),
  staffBand: z.enum(staffBands).optional(),
  staffNote: z.string().max(300).optional(),
  volunteers: z.string().max(200).optional(),
  city: ref('city').optional(),
  furtherCities: refs('city').default([]),
  country: ref('country').optional(),
  territory: z.string().max(200).optional(),
  networks: refs('network').default([]),
  governanceLevel: concept('governance-level').optional(),
  cityRoles: concepts('city-role').default([]),
  policyAreas: concepts('policy-area').default([]),
  measureTypes: concepts('measure-type').default([]),
  targetGroups: concepts('target-group').default([]),
  governanceDimensions: concepts('governance-dimension').default([]),
  start: PartialDate.optional(),
  end: PartialDate.optional(),
  stage: z.enum(stages).optional(),
  participationLevel: concept('participation-level').optional(),
  participationHow: text(2000).optional(),
  budgetBand: z.enum(budgetBands).optional(),
  budgetNote: z.string().max(300).optional(),
  currency: Currency.optional(),
  fundingSources: concepts('funding-source').default([]),
  fundingNote: z.string().max(300).optional(),
  legalBasis: text(2000).optional(),
  results: z.array(Result).max(60).default([]),
  notMeasured: z.boolean().default(false),
  evidenceLevel: z.union(evidenceLevels.map((level) => z.literal(level))).default(0),
  evaluations: z.array(Evaluation).max(20).default([]),
  preconditions: z.array(Precondition).max(40).default([]),
  successFactors: text(4000).optional(),
  offers: z.array(PracticeOffer).max(20).default([]),
  contact: Contact.optional(),
  media: z.array(Media).max(20).default([]),
})
export type Practice = z.infer<typeof Practice>

/** The fields an author must fill before her own practice can be published. Harvested records state what is missing instead. */
export const requiredToPublish = [
  'strapline',
  'summary',
  'challenge',
  'objectives',
  'solution',
  'difficulties',
  'leadOrganisation',
  'governanceLevel',
  'policyAreas',
  'measureTypes',
  'targetGroups',
  'start',
  'stage',
  'participationLevel',
  'participationHow',
  'preconditions',
  'contact',
  'sources',
] as const satisfies readonly (keyof Practice)[]

const isEmpty = (value: unknown): boolean => value == null || (Array.isArray(value) && value.length === 0)

/** Which fields required for publication a practice does not state. Results count as stated when marked "not measured". */
export const missingForPublication = (practice: Partial<Practice>): (keyof Practice)[] => [
  ...requiredToPublish.filter((field) => isEmpty(practice[field])),
  ...(isEmpty(practice.city) && isEmpty(practice.territory) && isEmpty(practice.country)
    ? (['city'] as const)
    : []),
  ...(isEmpty(practice.results) && !practice.notMeasured ? (['results'] as const) : []),
]
