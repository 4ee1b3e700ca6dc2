import { z } from 'zod'
import { entryFields } from './entry.ts'
import { children, ref } from './fields.ts'
import { Competence, Figure } from './figure.ts'
import { LanguageTag } from './text.ts'

export const cityTypes = ['municipality', 'district', 'county', 'region'] as const
export const integrationPathways = ['newer-destination', 'recent', 'established', 'long-established'] as const

/** A municipality, region or other local authority. Title is its name; other names are `alternativeNames`. */
export const City = z.strictObject({
  ...entryFields,
  country: ref('country'),
  type: z.enum(cityTypes).default('municipality'),
  region: z.string().max(120).optional(),
  geonamesId: z.int().positive().optional(),
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
  population: z.int().positive().optional(),
  populationYear: z.int().min(1900).max(2100).optional(),
  populationSource: z.string().max(300).optional(),
  languages: z.array(LanguageTag).max(20).default([]),
  urbanisation: z.int().min(1).max(3).optional(),
  pathway: z.enum(integrationPathways).optional(),
  website: z.url({ protocol: /^https?$/ }).optional(),
  figures: children('figure', Figure, 500).default([]),
  competences: children('competence', Competence, 200).default([]),
})
export type City = z.infer<typeof City>

/** Size classes of cities, by population; the limits follow the OECD/EU classes of urban areas. */
export const citySizes = [
  { key: 'village', below: 20_000 },
  { key: 'small', below: 50_000 },
  { key: 'medium', below: 200_000 },
  { key: 'large', below: 500_000 },
  { key: 'very-large', below: 1_500_000 },
  { key: 'giant', below: Number.POSITIVE_INFINITY },
] as const
export type CitySize = (typeof citySizes)[number]['key']

/** The size class of a population (persons), or null when the population is not known. */
export const citySizeOf = (population: number | null | undefined): CitySize | null =>
  population == null ? null : (citySizes.find((size) => population < size.below)?.key ?? null)
