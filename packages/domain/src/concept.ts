import { z } from 'zod'
import { Source } from './entry.ts'
import { LanguageTag, textOrigins } from './text.ts'

export const mappingRelations = [
  'exactMatch',
  'closeMatch',
  'broadMatch',
  'narrowMatch',
  'relatedMatch',
] as const

const Word = z.string().trim().min(1).max(200)
/** `also`: other words for the same as a whole (Wohnen, Wohnung), while a synonym may name a part of it. */
const Label = z.strictObject({
  text: Word,
  also: z.array(Word).max(20).optional(),
  origin: z.enum(textOrigins),
})
const Labels = z.record(LanguageTag, Label).refine((labels) => 'en' in labels, 'has no English label')

/** A concept of a scheme: SKOS prefLabel and altLabel (`labels`), hiddenLabel (`synonyms`), definition, mappings. */
export const Concept = z.strictObject({
  key: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .max(80),
  broader: z.string().max(80).optional(),
  labels: Labels,
  synonyms: z.record(LanguageTag, z.array(Word).max(60)).default({}),
  definition: z.string().max(1000).optional(),
  mappings: z
    .array(
      z.strictObject({
        relation: z.enum(mappingRelations),
        scheme: z.string().max(80),
        notation: z.string().max(200),
        label: z.string().max(300).optional(),
        url: z.url().optional(),
      }),
    )
    .max(60)
    .default([]),
})
export type Concept = z.infer<typeof Concept>

/** A SKOS concept scheme: a controlled vocabulary whose words are data. */
export const ConceptScheme = z.strictObject({
  key: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .max(80),
  labels: Labels,
  definition: z.string().max(1000).optional(),
  sources: z.array(Source).max(20).default([]),
  concepts: z.array(Concept).max(2000),
})
export type ConceptScheme = z.infer<typeof ConceptScheme>
