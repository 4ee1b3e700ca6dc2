import { z } from 'zod'

const number = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/, 'is not a number')
  .transform(Number)

/** A populated place as a line of a GeoNames file states it (https://download.geonames.org/export/dump/readme.txt). */
const GeonamesCity = z.object({
  id: number.pipe(z.int().positive()),
  name: z.string().trim().min(1, 'is empty').max(200),
  asciiName: z.string(),
  alternativeNames: z.string().transform((names) => names.split(',')),
  latitude: number.pipe(z.number().min(-90).max(90)),
  longitude: number.pipe(z.number().min(-180).max(180)),
  feature: z.string(),
  country: z.string().regex(/^[A-Z]{2}$/, 'is not an ISO 3166-1 alpha-2 code'),
  region: z.string(),
  population: number.pipe(z.int().min(0)),
  changed: z.iso.date(),
})
export type GeonamesCity = z.infer<typeof GeonamesCity>

/** How many columns a line of a GeoNames file has. */
export const geonamesColumns = 19

/** Reads the cells of a line. */
export const parseGeonames = (cells: readonly string[]) => {
  const cell = (index: number) => cells[index] ?? ''
  return GeonamesCity.safeParse({
    id: cell(0),
    name: cell(1),
    asciiName: cell(2),
    alternativeNames: cell(3),
    latitude: cell(4),
    longitude: cell(5),
    feature: cell(7),
    country: cell(8),
    region: cell(10),
    population: cell(14),
    changed: cell(18),
  })
}

const gone: Readonly<Record<string, string>> = {
  PPLCH: 'a former capital',
  PPLH: 'no longer there (historical)',
  PPLQ: 'abandoned',
  PPLW: 'destroyed',
}

/** Why nobody governs a place of this feature code today, or null. */
export const goneBecause = (feature: string): string | null => gone[feature] ?? null
