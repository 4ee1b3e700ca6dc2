import { z } from 'zod'
import { entryFields } from './entry.ts'
import { concept, concepts, PartialDate, ref, refs, WebAddress } from './fields.ts'

/** A publication, toolkit, template, website or register that helps somebody do something. */
export const Resource = z.strictObject({
  ...entryFields,
  type: concept('resource-type'),
  authors: z.array(z.string().max(200)).max(40).default([]),
  publisher: z.string().max(300).optional(),
  organisation: ref('organisation').optional(),
  network: ref('network').optional(),
  published: PartialDate.optional(),
  url: WebAddress.optional(),
  policyAreas: concepts('policy-area').default([]),
  practices: refs('practice').default([]),
})
export type Resource = z.infer<typeof Resource>
