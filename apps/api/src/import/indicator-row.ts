import type { FieldError } from '@hansa/domain/errors'
import { Figure } from '@hansa/domain/figure'
import type { CityFinder } from './city-finder.ts'
import type { Columns, CsvRow } from './csv-file.ts'

/** The columns of a file of indicators (docs/indicators.md). */
export const indicatorColumns = {
  known: [
    'city',
    'geonames',
    'name',
    'country',
    'indicator',
    'value',
    'text',
    'unit',
    'year',
    'definition',
    'source',
    'section',
    'url',
    'accessed',
  ],
  required: ['indicator', 'year', 'source'],
} as const satisfies Columns

type Column = (typeof indicatorColumns.known)[number]

/** A row that states a figure of a city of the registry. */
export type IndicatorRow = { row: number; city: string; words: string; figure: Figure }

/** What rows are read against. */
export type Reading = {
  cities: CityFinder
  /** Ids of the indicators there are. */
  indicators: ReadonlySet<string>
  /** This year: a figure cannot be of a later one. */
  year: number
}

export type ReadRow = { row: number; about: string; problems: FieldError[] } | IndicatorRow

const columnOf: Readonly<Record<string, Column>> = {
  'source.citation': 'source',
  'source.section': 'section',
  'source.url': 'url',
  'source.accessed': 'accessed',
}

const stated = (cell: string): string | undefined => (cell === '' ? undefined : cell)

const numberOf = (cell: string): number | undefined =>
  cell === '' ? undefined : /^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : Number.NaN

const isShare = ({ indicator, unit }: Figure) => unit === '%' && indicator.endsWith('-share')

/** What the columns contradict each other in, or what the registry knows not to be so. */
const contradictions = (figure: Figure, { indicators, year }: Reading): FieldError[] => {
  const { value, source } = figure
  const read = Number(source.accessed?.slice(0, 4))
  const problems: [Column, string, boolean][] = [
    ['indicator', 'is no indicator of this registry', !indicators.has(figure.indicator)],
    ['year', 'lies in the future', figure.year !== undefined && figure.year > year],
    ['year', `is later than the source was read (${read})`, figure.year !== undefined && figure.year > read],
    [
      'value',
      'is no share between 0 and 100 %',
      isShare(figure) && (Number(value) < 0 || Number(value) > 100),
    ],
  ]
  return problems.flatMap(([field, message, holds]) => (holds ? [{ field, message }] : []))
}

const figureOf = (cell: (column: Column) => string) => {
  const indicator = cell('indicator')
  return Figure.safeParse({
    indicator: indicator.includes('/') ? indicator : `indicator/${indicator}`,
    value: numberOf(cell('value')),
    text: stated(cell('text')),
    unit: stated(cell('unit')),
    year: numberOf(cell('year')),
    definition: stated(cell('definition')),
    source: {
      citation: cell('source'),
      section: stated(cell('section')),
      url: stated(cell('url')),
      accessed: stated(cell('accessed')),
    },
  })
}

const messageOf = (column: string, message: string): string => {
  if (column === 'value' && message.includes('NaN')) return 'is not a number such as 24.5'
  if (column === 'year' && /NaN|int/.test(message)) return 'is not a year such as 2024'
  return message
}

/** Reads a row: a figure of a city, or everything that is wrong with it. */
export const readIndicatorRow = ({ row, cells, count, width }: CsvRow, reading: Reading): ReadRow => {
  if (!cells)
    return {
      row,
      about: 'row',
      problems: [{ field: 'row', message: `has ${count} columns where the header has ${width}` }],
    }
  const cell = (column: Column) => cells.get(column) ?? ''
  const city = reading.cities.find({
    city: cell('city'),
    geonames: cell('geonames'),
    name: cell('name'),
    country: cell('country').toUpperCase(),
  })
  const figure = figureOf(cell)
  const problems: FieldError[] = [
    ...('problem' in city ? [{ field: city.field, message: city.problem }] : []),
    ...(figure.success
      ? contradictions(figure.data, reading)
      : figure.error.issues.map(({ path, message }) => {
          const field = path.join('.')
          const column = columnOf[field] ?? field
          return { field: column, message: messageOf(column, message) }
        })),
  ]
  if (problems.length === 0 && figure.success && !('problem' in city))
    return { row, city: city.id, words: city.words, figure: figure.data }
  const about = 'words' in city ? city.words : cell('name') || cell('city') || cell('geonames') || 'no city'
  return { row, about: `${about}, ${cell('indicator')}`, problems }
}
