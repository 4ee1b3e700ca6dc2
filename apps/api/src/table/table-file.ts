import { Readable } from 'node:stream'
import { longestCell, mostImportBytes, mostImportColumns, mostImportRows } from '@hansa/domain/import'
import { type CsvRecord, csvRecords } from '../import/csv-file.ts'
import { UnreadableFile } from '../import/import-file.ts'
import { asWritten } from './csv.ts'
import { xlsxRecords } from './xlsx-rows.ts'
import { tooLongMark } from './xlsx-writer.ts'

/** A table as it stands in a file: its heads, and the rows below that are not empty. */
export type Table = { heads: string[]; records: CsvRecord[] }

/** Takes a file in, as long as it is not too large. @throws UnreadableFile */
export const collect = async (content: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of content) {
    bytes += piece.byteLength
    if (bytes > mostImportBytes)
      throw new UnreadableFile('too-large', `The file is larger than ${mostImportBytes / 1_000_000} MB.`)
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

const startsWith = (bytes: Buffer, ...magic: number[]): boolean => magic.every((byte, i) => bytes[i] === byte)

/** Read in pieces, so that others get their turn between them. */
const pieceBytes = 64_000
function* piecesOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes)
}

/** Most characters of a row of CSV. */
const longestRow = 1_000_000

async function* csvOf(bytes: Buffer): AsyncGenerator<CsvRecord> {
  const open = () => Readable.from(piecesOf(bytes))
  for await (const { row, cells } of csvRecords(open, longestRow)) yield { row, cells: cells.map(asWritten) }
}

/** The records of a file: what it is, is told by how it begins and not by its name. @throws UnreadableFile */
const recordsOf = async (bytes: Buffer): Promise<AsyncIterable<CsvRecord> | Iterable<CsvRecord>> => {
  if (bytes.length === 0) throw new UnreadableFile('empty', 'The file is empty.')
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return await xlsxRecords(bytes)
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw new UnreadableFile(
      'type',
      'The file is an old or protected workbook. Save it as XLSX or CSV without a password.',
    )
  if (startsWith(bytes, 0x1f, 0x8b))
    throw new UnreadableFile('type', 'The file is compressed. Unpack it first.')
  return csvOf(bytes)
}

/** Lets others have their turn: what comes from memory never waits by itself. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** A cell as the database can keep it: signs that no text may hold show as the sign for what cannot be read. */
const keepable = (cell: string): string => {
  const text = cell.trim()
  // Stands for what an export could not show; it says nothing.
  return text === tooLongMark ? '' : text.toWellFormed().replaceAll('\0', '\ufffd')
}

/**
 * Reads a table from a file: CSV in UTF-8, or the first sheet of a workbook (XLSX). Rows that begin with `#` explain, and are passed over.
 * @throws UnreadableFile naming what is wrong with it as a whole
 */
export const readTable = async (bytes: Buffer): Promise<Table> => {
  let heads: string[] | null = null
  const records: CsvRecord[] = []
  for await (const { row, cells: given } of await recordsOf(bytes)) {
    const cells = given.map(keepable)
    if (cells.every((cell) => cell === '') || cells[0]?.startsWith('#')) continue
    if (cells.length > mostImportColumns)
      throw new UnreadableFile('too-many-columns', `Row ${row} has more than ${mostImportColumns} columns.`)
    if (cells.some((cell) => cell.length > longestCell))
      throw new UnreadableFile('too-large', `A cell in row ${row} has more than ${longestCell} characters.`)
    if (heads === null) heads = cells.map((cell) => cell.slice(0, 200))
    else records.push({ row, cells })
    if (records.length % 100 === 0) await breathe()
    if (records.length > mostImportRows)
      throw new UnreadableFile('too-many-rows', `The file has more than ${mostImportRows} rows.`)
  }
  if (heads === null || records.length === 0)
    throw new UnreadableFile('empty', 'The file has no row below its heads.')
  return { heads, records }
}
