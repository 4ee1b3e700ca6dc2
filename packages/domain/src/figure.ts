import { z } from 'zod'
import { Source } from './entry.ts'
import { concept } from './fields.ts'

/**
 * One statement of an indicator about a city or country, as a source gives it. Two sources that disagree are two
 * figures; `year` is absent when the source names none. A figure is a number with a unit or a short text.
 */
export const Figure = z
  .strictObject({
    indicator: concept('indicator'),
    value: z.number().optional(),
    text: z.string().max(500).optional(),
    unit: z.string().max(60).optional(),
    year: z.int().min(1900).max(2100).optional(),
    definition: z.string().max(500).optional(),
    source: Source,
  })
  .refine((figure) => (figure.value === undefined) !== (figure.text === undefined), {
    path: ['value'],
    message: 'state either a number or a text',
  })
export type Figure = z.infer<typeof Figure>

export const competenceHolders = ['national', 'regional', 'local', 'shared'] as const
export type CompetenceHolder = (typeof competenceHolders)[number]

/** Who decides on a policy area in a country, or in a city where that differs from its country. */
export const Competence = z.strictObject({
  policyArea: concept('policy-area'),
  holder: z.enum(competenceHolders),
  note: z.string().max(500).optional(),
  year: z.int().min(1900).max(2100).optional(),
  source: Source,
})
export type Competence = z.infer<typeof Competence>

/** The newest figure of an indicator; one with a year beats one without. Null when there is none. */
export const newestFigure = <F extends { indicator: string; year?: number | null }>(
  figures: readonly F[],
  indicator: string,
): F | null =>
  figures
    .filter((figure) => figure.indicator === indicator)
    .sort((a, b) => (b.year ?? 0) - (a.year ?? 0))[0] ?? null
