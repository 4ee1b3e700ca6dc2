import { z } from 'zod'
import { entryFields } from './entry.ts'
import { concept, ref, WebAddress } from './fields.ts'

/** A body that does or pays for something: department, ministry, NGO, university, foundation, business, union. */
export const Organisation = z.strictObject({
  ...entryFields,
  type: concept('organisation-type').optional(),
  acronym: z.string().max(40).optional(),
  city: ref('city').optional(),
  country: ref('country').optional(),
  website: WebAddress.optional(),
})
export type Organisation = z.infer<typeof Organisation>
