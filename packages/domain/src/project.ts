import { z } from 'zod'
import { entryFields } from './entry.ts'
import { Currency, concepts, detailedRefs, PartialDate, ref, refs, text, WebAddress } from './fields.ts'
import { LanguageTag } from './text.ts'

/** IATI activity status. */
export const projectStatuses = [
  'pipeline',
  'implementation',
  'finalisation',
  'closed',
  'cancelled',
  'suspended',
] as const
/** IATI organisation roles, and `partner` where the source does not say which. */
export const projectPartnerRoles = ['funding', 'accountable', 'extending', 'implementing', 'partner'] as const

/** An NGO or civil-society project. */
export const Project = z.strictObject({
  ...entryFields,
  acronym: z.string().max(60).optional(),
  leadOrganisation: ref('organisation').optional(),
  partners: detailedRefs('organisation', { role: z.enum(projectPartnerRoles).default('partner') }).default(
    [],
  ),
  status: z.enum(projectStatuses).optional(),
  start: PartialDate.optional(),
  end: PartialDate.optional(),
  cities: refs('city').default([]),
  countries: refs('country').default([]),
  policyAreas: concepts('policy-area').default([]),
  targetGroups: concepts('target-group').default([]),
  budget: z.number().nonnegative().optional(),
  currency: Currency.optional(),
  budgetNote: z.string().max(300).optional(),
  fundingSources: concepts('funding-source').default([]),
  fundingNote: z.string().max(300).optional(),
  languages: z.array(LanguageTag).max(20).default([]),
  results: text(3000).optional(),
  website: WebAddress.optional(),
})
export type Project = z.infer<typeof Project>
