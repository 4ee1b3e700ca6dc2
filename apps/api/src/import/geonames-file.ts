import { sortKeyOf } from '@hansa/domain/slug'
import { type GeonamesCity, geonamesColumns, goneBecause, parseGeonames } from './geonames-row.ts'
import { linesOf, type OpenFile, UnreadableFile } from './import-file.ts'

/** Which places of a GeoNames file are wanted. */
export type GeonamesChoice = {
  /** Fewest people of a place that is wanted. */
  minPopulation: number
  /** Countries wanted (ISO 3166-1 alpha-2); of none, all. */
  countries: ReadonlySet<string>
}

/** A line of the file: a place, or why it is none that is wanted. */
export type GeonamesLine =
  | { row: number; place: GeonamesCity }
  | { row: number; place: null; about: string; leftOut: string }

/** The lines of a GeoNames file that are not passed over by the choice. @throws UnreadableFile for one of another form */
export async function* readGeonames(
  open: OpenFile,
  { minPopulation, countries }: GeonamesChoice,
): AsyncGenerator<GeonamesLine> {
  for await (const { number: row, text } of linesOf(open)) {
    if (text === '') continue
    const cells = text.split('\t')
    if (cells.length !== geonamesColumns)
      throw new UnreadableFile(
        'columns',
        `Line ${row} has ${cells.length} columns instead of ${geonamesColumns}: the file is not whole, or not one of GeoNames. Nothing was written.`,
      )
    if (cells[6] !== 'P' || Number(cells[14]) < minPopulation) continue
    if (countries.size > 0 && !countries.has(cells[8] ?? '')) continue
    const parsed = parseGeonames(cells)
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      throw new UnreadableFile(
        'columns',
        `Line ${row}, ${issue?.path.join('.')}: ${issue?.message}. The file is not one of GeoNames, or damaged. Nothing was written.`,
      )
    }
    const reason = goneBecause(parsed.data.feature)
    if (reason) yield { row, place: null, about: aboutOf(parsed.data), leftOut: `is ${reason}` }
    else yield { row, place: parsed.data }
  }
}

/** A place in words: `Kyiv, UA (GeoNames 703448)`. */
export const aboutOf = ({ name, country, id }: GeonamesCity): string => `${name}, ${country} (GeoNames ${id})`

const placeKey = ({ name, country }: GeonamesCity): string => `${country} ${sortKeyOf(name)}`

/** Which names more than one place of a country bears. */
export type Survey = { places: number; isOnlyOne(place: GeonamesCity): boolean }

/** Reads a whole file before anything is made of it: what is wrong with it comes out here. @throws UnreadableFile */
export const surveyGeonames = async (open: OpenFile, choice: GeonamesChoice): Promise<Survey> => {
  const counts = new Map<string, number>()
  let places = 0
  for await (const { place } of readGeonames(open, choice)) {
    if (!place) continue
    places += 1
    counts.set(placeKey(place), (counts.get(placeKey(place)) ?? 0) + 1)
  }
  return { places, isOnlyOne: (place) => counts.get(placeKey(place)) === 1 }
}

/**
 * Names of the first-level divisions of countries by their code (`US.IL` → `Illinois`), from the file admin1CodesASCII.txt
 * of GeoNames. @throws UnreadableFile
 */
export const readRegions = async (open: OpenFile): Promise<Map<string, string>> => {
  const regions = new Map<string, string>()
  for await (const { number, text } of linesOf(open)) {
    if (text === '') continue
    const [code = '', name = ''] = text.split('\t')
    if (!/^[A-Z]{2}\.\S+$/.test(code) || name === '')
      throw new UnreadableFile(
        'columns',
        `Line ${number} of the regions is not a code and a name (US.IL, tab, Illinois). Nothing was written.`,
      )
    regions.set(code, name)
  }
  return regions
}
