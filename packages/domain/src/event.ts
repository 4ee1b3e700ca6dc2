import { z } from 'zod'
import { entryFields } from './entry.ts'
import { concept, concepts, PartialDate, ref, refs, TimeOfDay, WebAddress } from './fields.ts'

/** A meeting, conference, webinar or open visit slot. Times are local to the venue, `HH:MM`. */
export const Event = z.strictObject({
  ...entryFields,
  format: concept('event-format').optional(),
  start: PartialDate.optional(),
  end: PartialDate.optional(),
  startTime: TimeOfDay.optional(),
  endTime: TimeOfDay.optional(),
  venue: z.string().max(300).optional(),
  city: ref('city').optional(),
  organiser: ref('organisation').optional(),
  network: ref('network').optional(),
  cities: refs('city').default([]),
  policyAreas: concepts('policy-area').default([]),
  agenda: z
    .array(z.strictObject({ time: z.string().max(40).optional(), item: z.string().max(500) }))
    .max(80)
    .default([]),
  website: WebAddress.optional(),
})
export type Event = z.infer<typeof Event>
