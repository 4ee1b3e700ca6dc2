import { pipeline, Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { type OpenFile, textOf, UnreadableFile } from './import-file.ts'

/** A row of a CSV file: its cells by column, or null when it has another number of cells (`count`) than the header (`width`). */
export type CsvRow = { row: number; cells: ReadonlyMap<string, string> | null; count: number; width: number }

/** The columns a file may have. */
export type Columns = { known: readonly string[]; required: readonly string[] }

const delimiters = [',', ';', '\t'] as const
const longestRow = 100_000

/** The delimiter that a header has most of; column names have none of them. */
const delimiterOf = (header: string): string =>
  delimiters.toSorted((a, b) => header.split(b).length - header.split(a).length)[0] ?? ','

/** Begins reading, so that the first line is known, and gives the text from its beginning. */
const withHeader = async (text: AsyncGenerator<string>) => {
  let begun = ''
  while (!begun.includes('\n') && begun.length <= longestRow) {
    const { value, done } = await text.next()
    if (done) break
    begun += value
  }
  const [header = ''] = begun.split('\n', 1)
  async function* whole() {
    yield begun
    yield* text
  }
  return { header, whole }
}

const rowOf = (error: CsvError): number => Number(error.records ?? 0) + Number(error.empty_lines ?? 0) + 1

/** What csv-parse found wrong, in words that say what to do. */
const problemOf = (error: CsvError): UnreadableFile => {
  const row = rowOf(error)
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
    case 'CSV_MAX_RECORD_SIZE':
      return new UnreadableFile(
        'quotes',
        `A quote that is opened in row ${row} is never closed: the file is not whole, or a quote within a text is not doubled. Nothing was written.`,
        error,
      )
    default:
      return new UnreadableFile(
        'quotes',
        `Row ${row} has a quote in the wrong place: put texts with quotes in quotes and double those within. Nothing was written.`,
        error,
      )
  }
}

const headerOf = (cells: readonly string[], { known, required }: Columns): string[] => {
  const names = cells.map((cell) => cell.trim().toLowerCase())
  const unknown = names.filter((name) => !known.includes(name))
  const missing = required.filter((name) => !names.includes(name))
  const doubled = names.filter((name, i) => names.indexOf(name) !== i)
  const problems = [
    ...(unknown.length > 0 ? [`unknown: ${unknown.map((name) => `"${name}"`).join(', ')}`] : []),
    ...(missing.length > 0 ? [`missing: ${missing.join(', ')}`] : []),
    ...(doubled.length > 0 ? [`twice: ${doubled.join(', ')}`] : []),
  ]
  if (problems.length === 0) return names
  throw new UnreadableFile(
    'columns',
    `The columns in row 1 are not right (${problems.join('; ')}). There may be: ${known.join(', ')}. Nothing was written.`,
  )
}

/** A record of a CSV file as it stands there; rows are counted as a spreadsheet counts them. */
export type CsvRecord = { row: number; cells: string[] }

/**
 * All records of a CSV file in UTF-8, whose delimiter is a comma, a semicolon or a tab.
 * @param longest most characters of a record
 * @throws UnreadableFile for a file that is empty, no text, or broken in its quotes
 */
export async function* csvRecords(open: OpenFile, longest: number = longestRow): AsyncGenerator<CsvRecord> {
  const { header, whole } = await withHeader(textOf(open))
  const parser = parse({
    delimiter: delimiterOf(header),
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: longest,
  })
  try {
    for await (const { record, info } of pipeline(Readable.from(whole()), parser, () => undefined))
      yield { row: info.records + info.empty_lines, cells: record }
  } catch (error) {
    throw error instanceof CsvError ? problemOf(error) : error
  }
}

/**
 * The rows below the header of a CSV file, the header being row 1.
 * @throws UnreadableFile for a file that is empty, no text, broken in its quotes, or has other columns
 */
export async function* readCsv(open: OpenFile, columns: Columns): AsyncGenerator<CsvRow> {
  let names: string[] | null = null
  for await (const { row, cells } of csvRecords(open)) {
    if (!names) {
      names = headerOf(cells, columns)
      continue
    }
    const known = names.map((name, i) => [name, cells[i]?.trim() ?? ''] as const)
    yield {
      row,
      cells: cells.length === names.length ? new Map(known) : null,
      count: cells.length,
      width: names.length,
    }
  }
  if (!names) throw new UnreadableFile('empty', 'The file is empty.')
}
