import { createReadStream } from 'node:fs'
import { access, constants, stat } from 'node:fs/promises'
import {
  type ImportReport,
  importGeonames,
  importIndicators,
  type OpenFile,
  type RowVerdict,
} from '@hansa/api'
import { type Command, FileProblem, type Parts } from './command.ts'
import { WrongUsage } from './usage.ts'

const viewer = { kind: 'system', name: 'import' } as const

const commitOption = {
  name: 'commit',
  value: null,
  about: 'write; without it, only tell what would be written',
}

/** @throws FileProblem for what is no readable file */
async function opener(file: string): Promise<OpenFile> {
  const found = await stat(file).catch(() => null)
  if (!found?.isFile()) throw new FileProblem(`There is no file ${file}.`)
  await access(file, constants.R_OK).catch((error) => {
    throw new FileProblem(`The file ${file} may not be read.`, error)
  })
  return () => createReadStream(file)
}

function rowInWords({ row, verdict, about, reasons }: RowVerdict): string {
  const why = reasons.map(({ field, message }) => `${field} ${message}`).join('; ')
  return `row ${row}\t${verdict}\t${about}${why ? `: ${why}` : ''}`
}

function reportInWords({ counts, written }: ImportReport): string {
  const parts = Object.entries(counts).flatMap(([verdict, count]) =>
    count > 0 ? [`${count} ${verdict}`] : [],
  )
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const end = written
    ? 'Written.'
    : counts.refused > 0
      ? 'Nothing was written; put the refused rows right first.'
      : 'Nothing was written; add --commit to write.'
  return `${rows} rows: ${parts.join(', ')}. ${end}`
}

/** After a commit: fresh statistics, for what may be many times the rows there were. */
async function finish({ database }: Parts, report: ImportReport): Promise<string> {
  if (report.written) await database.maintain()
  return reportInWords(report)
}

function wholeNumber(name: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new WrongUsage(`--${name} must be a whole number; it is "${text}".`)
}

function codes(text: string): Set<string> {
  const list = text
    .toUpperCase()
    .split(',')
    .filter((code) => code !== '')
  const wrong = list.find((code) => !/^[A-Z]{2}$/.test(code))
  if (wrong) throw new WrongUsage(`--countries must be codes such as PL,DE; "${wrong}" is none.`)
  return new Set(list)
}

const geonames: Command = {
  args: ['FILE'],
  options: [
    commitOption,
    { name: 'min-population', value: '15000', about: 'fewest people of a city that is wanted' },
    { name: 'countries', value: 'PL,DE', about: 'only these countries' },
    { name: 'regions', value: 'FILE', about: 'admin1CodesASCII.txt, for the names of regions' },
    { name: 'create-countries', value: null, about: 'create countries that the registry lacks' },
  ],
  about: 'load cities from a file of GeoNames (docs/indicators.md)',
  migrated: true,
  async run(parts, [file = ''], options) {
    const { database, progress, clock, print } = parts
    const regions = options.text('regions')
    const choice = {
      minPopulation: wholeNumber('min-population', options.text('min-population') ?? '15000'),
      countries: codes(options.text('countries') ?? ''),
    }
    const asked = {
      open: await opener(file),
      openRegions: regions === null ? undefined : await opener(regions),
      choice,
      createCountries: options.has('create-countries'),
      commit: options.has('commit'),
      onRow: (row: RowVerdict) => print(rowInWords(row)),
    }
    const report = await progress.step('Reading cities', (onProgress) =>
      importGeonames({ db: database.db, viewer, clock }, { ...asked, onProgress }),
    )
    return await finish(parts, report)
  },
}

const indicators: Command = {
  args: ['FILE'],
  options: [commitOption],
  about: 'load figures of cities from a CSV file (docs/indicators.md)',
  migrated: true,
  async run(parts, [file = ''], options) {
    const { database, progress, clock, print } = parts
    const asked = {
      open: await opener(file),
      commit: options.has('commit'),
      onRow: (row: RowVerdict) => print(rowInWords(row)),
    }
    const report = await progress.step('Reading figures', (onProgress) =>
      importIndicators({ db: database.db, viewer, clock }, { ...asked, onProgress }),
    )
    return await finish(parts, report)
  },
}

/** The commands that load what others publish: each tells row by row what it would do, and writes only when told. */
export const importCommands = { 'import-geonames': geonames, 'import-indicators': indicators } as const
