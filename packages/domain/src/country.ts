import { z } from 'zod'
import { entryFields } from './entry.ts'
import { children } from './fields.ts'
import { Competence, Figure } from './figure.ts'
import { LanguageTag } from './text.ts'

export const governanceTypes = ['unitary', 'federal', 'decentralised'] as const

/** A country and its national context. Title is its name. */
export const Country = z.strictObject({
  ...entryFields,
  code: z.string().regex(/^[A-Z]{2}$/, 'is not an ISO 3166-1 alpha-2 code'),
  languages: z.array(LanguageTag).max(20).default([]),
  governanceType: z.enum(governanceTypes).optional(),
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
  figures: children('figure', Figure, 500).default([]),
  competences: children('competence', Competence, 200).default([]),
})
export type Country = z.infer<typeof Country>
