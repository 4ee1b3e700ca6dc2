import { z } from 'zod'
import { entryFields } from './entry.ts'
import { concept, concepts, PartialDate, ref, refs, text } from './fields.ts'

/** The public record of a peer review, study visit or mentoring that took place. */
export const Visit = z.strictObject({
  ...entryFields,
  format: concept('format'),
  hostCity: ref('city').optional(),
  hostCountry: ref('country').optional(),
  hostName: z.string().max(200).optional(),
  peerCities: refs('city').default([]),
  peerNames: z.array(z.string().max(200)).max(60).default([]),
  network: ref('network').optional(),
  framework: ref('framework').optional(),
  programme: z.string().max(300).optional(),
  start: PartialDate.optional(),
  end: PartialDate.optional(),
  policyAreas: concepts('policy-area').default([]),
  practices: refs('practice').default([]),
  question: text(1000).optional(),
  outcome: text(3000).optional(),
  recommendations: z.array(z.string().max(1000)).max(60).default([]),
})
export type Visit = z.infer<typeof Visit>
