import { Readable } from 'node:stream'
import type { Cell } from './csv.ts'
import { csvRow } from './csv.ts'
import { xlsxOf } from './xlsx-writer.ts'

/** What tables are given as. */
export const tableFormats = ['csv', 'xlsx', 'json'] as const
export type TableFormat = (typeof tableFormats)[number]

const types: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
}

/** Programs take a CSV file without it for one of their own old encodings. */
const byteOrderMark = '\ufeff'

/** CSV, piece by piece. */
export async function* csvPieces(rows: AsyncIterable<Cell[]> | Iterable<Cell[]>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  let text = byteOrderMark
  for await (const row of rows) {
    text += csvRow(row)
    if (text.length < 32_000) continue
    yield encoder.encode(text)
    text = ''
  }
  yield encoder.encode(text)
}

/** A JSON array, piece by piece, one item a line. */
export async function* jsonPieces(items: AsyncIterable<object[]>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  let before = '[\n'
  for await (const some of items) {
    if (some.length === 0) continue
    yield encoder.encode(before + some.map((item) => JSON.stringify(item)).join(',\n'))
    before = ',\n'
  }
  yield encoder.encode(before === '[\n' ? '[]\n' : '\n]\n')
}

/** A workbook of one sheet, piece by piece. */
export const xlsxPieces = (name: string, rows: AsyncIterable<Cell[]>): AsyncGenerator<Uint8Array> =>
  xlsxOf([{ name, rows }])

/** What is given for saving. It streams: what breaks off half-way never looks whole, because the connection breaks with it. */
export const download = (
  pieces: AsyncGenerator<Uint8Array>,
  { name, format, gzip, isPublic }: { name: string; format: TableFormat; gzip: boolean; isPublic: boolean },
): Response => {
  const packed = gzip && format !== 'xlsx'
  // Node and the library of the language type the same streams differently.
  const stream = Readable.toWeb(Readable.from(pieces)) as unknown as ReadableStream<Uint8Array<ArrayBuffer>>
  return new Response(packed ? stream.pipeThrough(new CompressionStream('gzip')) : stream, {
    headers: {
      'Content-Type': types[format],
      'Content-Disposition': `attachment; filename="${name}.${format}"`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': isPublic ? 'no-cache, no-transform' : 'private, no-store, no-transform',
      ...(isPublic && { 'Access-Control-Allow-Origin': '*' }),
      ...(packed && { 'Content-Encoding': 'gzip' }),
      Vary: 'Accept-Encoding',
    },
  })
}
