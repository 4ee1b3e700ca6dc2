import type { Clock, Db } from '@hansa/db'
import type { Viewer } from '@hansa/domain/permissions'
import { lastInputs } from '../entry/entry.rows.ts'
import { type EntryChange, saveInBatches } from '../entry/entry.service.ts'
import { changeOf } from './geonames-changes.ts'
import { type GeonamesChoice, readGeonames, readRegions, surveyGeonames } from './geonames-file.ts'
import { type Action, type Planned, type Planning, planGeonames } from './geonames-plan.ts'
import { type OpenFile, UnreadableFile } from './import-file.ts'
import { createTally, type ImportReport, type OnRow } from './import-report.ts'
import { readCountryIds } from './known-cities.ts'
import { countryNames, newCountry } from './new-countries.ts'

type Deps = { db: Db; viewer: Viewer; clock: Clock }

export type GeonamesOptions = {
  open: OpenFile
  /** Opens the file of first-level divisions; without one, regions stay unknown. */
  openRegions?: OpenFile | undefined
  choice: GeonamesChoice
  /** Whether countries that the registry lacks are created, with their names from Unicode CLDR. */
  createCountries: boolean
  /** Without it nothing is written: every row only gets its verdict. */
  commit: boolean
  onRow: OnRow
  onProgress?: (done: number, total: number) => void
}

const batchSize = 500

const missingCountries = async (db: Db, { open, choice }: GeonamesOptions): Promise<Set<string>> => {
  const known = await readCountryIds(db)
  const missing = new Set<string>()
  for await (const { place } of readGeonames(open, choice))
    if (place && !known.has(place.country) && countryNames(place.country)) missing.add(place.country)
  return missing
}

const newCountries = (codes: ReadonlySet<string>, today: string): EntryChange[] =>
  [...codes].flatMap((code) => newCountry(code, today) ?? [])

/** Makes the changes of actions; what a city was last saved with is read for those that complete one. */
const changesOf = async (
  tx: Db,
  actions: readonly Action[],
  countries: ReadonlyMap<string, string>,
  today: string,
) => {
  const completing = actions.flatMap((action) => (action.kind === 'complete' ? [action.lacking.id] : []))
  const inputs = await lastInputs(tx, completing)
  return actions.map((action) => {
    const input = action.kind === 'complete' ? inputs.get(action.lacking.id) : {}
    if (typeof input !== 'object' || input === null)
      throw new Error(`The audit trail does not say what ${JSON.stringify(action)} was saved with`)
    return changeOf(action, countries.get(action.place.country) ?? '', input, today)
  })
}

async function* batchesOf(
  tx: Db,
  planning: Planning,
  today: string,
  tell: (planned: Planned) => void,
): AsyncGenerator<EntryChange[]> {
  yield newCountries(planning.creating, today)
  const countries = await readCountryIds(tx)
  let actions: Action[] = []
  for await (const planned of planGeonames(tx, planning)) {
    tell(planned)
    if (planned.action) actions.push(planned.action)
    if (actions.length < batchSize) continue
    yield await changesOf(tx, actions, countries, today)
    actions = []
  }
  yield await changesOf(tx, actions, countries, today)
}

/**
 * Loads cities from a file of GeoNames (`cities15000.txt` and its like): creates those the registry lacks, and fills what
 * those it has do not state; what a source in the registry states is never replaced. All or nothing; run again, it
 * changes nothing. The file is read several times and never held whole.
 * @throws UnreadableFile for a file that is not one of GeoNames or not whole; Unauthenticated, Forbidden
 */
export const importGeonames = async (
  { db, viewer, clock }: Deps,
  options: GeonamesOptions,
): Promise<ImportReport> => {
  const { open, choice, commit, onRow, onProgress } = options
  const survey = await surveyGeonames(open, choice)
  if (survey.places === 0)
    throw new UnreadableFile(
      'empty',
      'The file has no place that is wanted: check the countries and the least population.',
    )
  const regions = options.openRegions ? await readRegions(options.openRegions) : new Map<string, string>()
  const creating = options.createCountries ? await missingCountries(db, options) : new Set<string>()
  const planning = { open, choice, survey, regions, creating }
  const { counts, tell } = createTally(onRow)
  let done = 0
  const told = ({ verdict }: Planned) => {
    tell(verdict)
    onProgress?.(++done, survey.places)
  }
  if (!commit) {
    for await (const planned of planGeonames(db, planning)) told(planned)
    return { counts, written: false }
  }
  const today = clock.now().toISOString().slice(0, 10)
  await saveInBatches({ db, viewer }, (tx) => batchesOf(tx, planning, today, told))
  return { counts, written: true }
}
