import { z } from 'zod'
import { entryFields } from './entry.ts'
import { concept, concepts, PartialDate, ref, text } from './fields.ts'

/** A council, committee or forum through which residents with a migration background are consulted. */
export const ConsultativeBody = z.strictObject({
  ...entryFields,
  type: concept('consultative-body-type').optional(),
  attributes: concepts('consultative-body-attribute').default([]),
  governanceLevel: concept('governance-level').optional(),
  city: ref('city').optional(),
  country: ref('country').optional(),
  founded: PartialDate.optional(),
  ended: PartialDate.optional(),
  composition: text(2000).optional(),
  powers: text(2000).optional(),
})
export type ConsultativeBody = z.infer<typeof ConsultativeBody>
