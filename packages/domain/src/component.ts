import { z } from 'zod'
import { entryFields } from './entry.ts'
import { concept, concepts, text } from './fields.ts'

/** A reusable building block of practices, such as "intercultural mediator in schools". */
export const Component = z.strictObject({
  ...entryFields,
  whatItDoes: text(3000).optional(),
  enablingConditions: text(3000).optional(),
  lessons: text(3000).optional(),
  measureType: concept('measure-type').optional(),
  policyAreas: concepts('policy-area').default([]),
  targetGroups: concepts('target-group').default([]),
})
export type Component = z.infer<typeof Component>
