import { type Clock, type Db, schema } from '@hansa/db'
import { City } from '@hansa/domain/city'
import type { Viewer } from '@hansa/domain/permissions'
import { eq } from 'drizzle-orm'
import { lastInputs } from '../entry/entry.rows.ts'
import { type EntryChange, saveInBatches } from '../entry/entry.service.ts'
import { createCityFinder } from './city-finder.ts'
import { readCsv } from './csv-file.ts'
import { type OpenFile, UnreadableFile } from './import-file.ts'
import { createTally, type ImportReport, type OnRow, RowsRefused, type RowVerdict } from './import-report.ts'
import { judgeCity } from './indicator-judge.ts'
import { type IndicatorRow, indicatorColumns, type Reading, readIndicatorRow } from './indicator-row.ts'

const { concept } = schema

type Deps = { db: Db; viewer: Viewer; clock: Clock }

export type IndicatorOptions = {
  open: OpenFile
  /** Without it nothing is written: every row only gets its verdict. */
  commit: boolean
  onRow: OnRow
  onProgress?: (done: number, total: number) => void
}

const citiesPerBatch = 200

const readingOf = async ({ db, clock }: Deps): Promise<Reading> => {
  const rows = await db.select({ id: concept.id }).from(concept).where(eq(concept.scheme, 'indicator'))
  return {
    cities: await createCityFinder(db),
    indicators: new Set(rows.map(({ id }) => id)),
    year: clock.now().getUTCFullYear(),
  }
}

type File = { refused: RowVerdict[]; byCity: Map<string, IndicatorRow[]>; rows: number }

/** All rows of a file by the city they are about. @throws UnreadableFile */
const readFile = async (open: OpenFile, reading: Reading): Promise<File> => {
  const refused: RowVerdict[] = []
  const byCity = new Map<string, IndicatorRow[]>()
  // Thousands of rows name one source: it is kept once.
  const sources = new Map<string, IndicatorRow['figure']['source']>()
  let rows = 0
  for await (const csv of readCsv(open, indicatorColumns)) {
    rows += 1
    const read = readIndicatorRow(csv, reading)
    if ('problems' in read) {
      const { row, about, problems } = read
      refused.push({ row, verdict: 'refused', about, reasons: problems })
      continue
    }
    const key = JSON.stringify(read.figure.source)
    const source = sources.get(key) ?? read.figure.source
    sources.set(key, source)
    const row = { ...read, figure: { ...read.figure, source } }
    const own = byCity.get(row.city)
    if (own) own.push(row)
    else byCity.set(row.city, [row])
  }
  if (rows === 0) throw new UnreadableFile('empty', 'The file has no row below its header.')
  return { refused, byCity, rows }
}

/** Judges the rows city by city; gives the changes of a part of the cities at a time. */
async function* judge(db: Db, { byCity }: File, onVerdict: OnRow): AsyncGenerator<EntryChange[]> {
  const ids = [...byCity.keys()]
  for (let from = 0; from < ids.length; from += citiesPerBatch) {
    const some = ids.slice(from, from + citiesPerBatch)
    const inputs = await lastInputs(db, some)
    yield some.map((id): EntryChange => {
      const { verdicts, city } = judgeCity(City.parse(inputs.get(id)), byCity.get(id) ?? [])
      for (const verdict of verdicts) onVerdict(verdict)
      return { kind: 'city', id, input: city }
    })
  }
}

/**
 * Loads figures of cities from a CSV file (docs/indicators.md): every row is new, changed (the same source states
 * another value than before), the same, or refused. Sources that disagree are kept beside each other. All or nothing; run
 * again, it changes nothing.
 * @throws UnreadableFile for a file that is no CSV, not whole, or has other columns; RowsRefused when a row is refused
 *   and `commit` was asked for; Unauthenticated, Forbidden
 */
export const importIndicators = async (deps: Deps, options: IndicatorOptions): Promise<ImportReport> => {
  const { open, commit, onRow, onProgress } = options
  const { db, viewer } = deps
  const file = await readFile(open, await readingOf(deps))
  const judged: RowVerdict[] = [...file.refused]
  const onVerdict = (verdict: RowVerdict) => {
    judged.push(verdict)
    onProgress?.(judged.length, file.rows)
  }
  const { counts, tell } = createTally(onRow)
  const tellAll = () => {
    for (const verdict of judged.toSorted((a, b) => a.row - b.row)) tell(verdict)
    return counts.refused
  }
  if (!commit) {
    for await (const _ of judge(db, file, onVerdict));
    tellAll()
    return { counts, written: false }
  }
  await saveInBatches({ db, viewer }, async function* (tx) {
    yield* judge(tx, file, onVerdict)
    const refused = tellAll()
    // Thrown inside, it undoes what the other cities got.
    if (refused > 0) throw new RowsRefused(refused)
  })
  return { counts, written: true }
}
