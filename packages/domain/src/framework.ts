import { z } from 'zod'
import { entryFields, Source } from './entry.ts'
import { children, concept, concepts, PartialDate, ref, text } from './fields.ts'

export const frameworkItemTypes = [
  'role',
  'dimension',
  'area',
  'module',
  'indicator',
  'commitment',
  'point',
  'principle',
] as const

/** One item of a framework's tree. `key` is unique within the framework; `parent` is the key of another item. */
export const FrameworkItem = z.strictObject({
  key: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .max(80),
  parent: z.string().max(80).optional(),
  type: z.enum(frameworkItemTypes),
  title: text(400),
  description: text(2000).optional(),
  policyAreas: concepts('policy-area').default([]),
  scored: z.boolean().default(false),
})
export type FrameworkItem = z.infer<typeof FrameworkItem>

/** Scores (0–100) of a city, a country or a group of members on a framework, at a date, by somebody. */
export const Assessment = z.strictObject({
  subject: z.string().regex(/^(city|ctry|netw)_[0-9a-z]{12}$/, 'is not the id of a city, country or network'),
  label: z.string().max(200).optional(),
  date: PartialDate.optional(),
  by: z.string().max(200).optional(),
  overall: z.number().min(0).max(100).optional(),
  scores: z
    .array(z.strictObject({ item: z.string().max(80), score: z.number().min(0).max(100) }))
    .max(500)
    .default([]),
  source: Source,
})
export type Assessment = z.infer<typeof Assessment>

export const commitmentStatuses = ['signed', 'in-progress', 'fulfilled', 'withdrawn', 'not-stated'] as const

/** A signature under a framework, or under one of its items, with what is known of its fulfilment. */
export const Commitment = z.strictObject({
  subject: z
    .string()
    .regex(
      /^(city|orgn|ctry|netw)_[0-9a-z]{12}$/,
      'is not the id of a city, organisation, network or country',
    ),
  item: z.string().max(80).optional(),
  since: PartialDate.optional(),
  status: z.enum(commitmentStatuses).default('not-stated'),
  note: z.string().max(500).optional(),
  source: Source.optional(),
})
export type Commitment = z.infer<typeof Commitment>

/** A charter, plan of action or index that a network or body owns: a tree of items. */
export const Framework = z.strictObject({
  ...entryFields,
  type: concept('framework-type'),
  network: ref('network').optional(),
  organisation: ref('organisation').optional(),
  owner: z.string().max(300).optional(),
  adopted: PartialDate.optional(),
  ended: PartialDate.optional(),
  items: children('frameworkItem', FrameworkItem, 1000).default([]),
  assessments: children('assessment', Assessment, 5000).default([]),
  commitments: children('commitment', Commitment, 5000).default([]),
})
export type Framework = z.infer<typeof Framework>
