import { longestCell, mostImportColumns, mostImportRows, mostUnpackedBytes } from '@hansa/domain/import'
import type { CsvRecord } from '../import/csv-file.ts'
import { UnreadableFile } from '../import/import-file.ts'
import { unpackedBudget, unzipParts } from './unzip-parts.ts'
import { type Book, readBook } from './xlsx-book.ts'
import { columnIndex, dayOf, numberText, unescaped } from './xlsx-values.ts'
import { type Telling, xmlParser } from './xml-parts.ts'

type OpenCell = { column: number; type: string; style: number; value: string; text: string }

const shownAs = ({ type, style, value, text }: OpenCell, book: Book): string => {
  switch (type) {
    case 's':
      return book.strings[Number(value)] ?? ''
    case 'inlineStr':
      return unescaped(text)
    case 'b':
      return value === '1' ? 'true' : value === '' ? '' : 'false'
    case 'n':
      return value !== '' && book.dateStyles.has(style) ? dayOf(value, book.from1904) : numberText(value)
    default:
      // Text that a formula came to, errors, and days in words.
      return type === 'd' ? value.slice(0, 10) : unescaped(value)
  }
}

const sheetTelling = (book: Book, onRow: (record: CsvRecord) => void): Telling => {
  let row = 0
  let next = 0
  let cells: string[] = []
  let cell: OpenCell | null = null
  let within: 'value' | 'text' | null = null
  let spoken = 0
  return {
    open(name, attributes) {
      if (name === 'row') {
        const given = Number(attributes.r)
        row = Number.isInteger(given) && given > row ? given : row + 1
        cells = []
        next = 0
      } else if (name === 'c') {
        const column = columnIndex(attributes.r) ?? next
        next = column + 1
        const { t: type = 'n', s: style = '0' } = attributes
        cell = { column, type, style: Number(style), value: '', text: '' }
      } else if (name === 'rPh') spoken += 1
      // What a formula is (`f`) is never read: its cell is what it came to when the file was saved.
      within = name === 'v' ? 'value' : name === 't' && spoken === 0 ? 'text' : null
    },
    text(piece) {
      if (!cell || within === null) return
      cell[within] += piece
      if (cell[within].length > longestCell)
        throw new UnreadableFile('too-large', `A cell in row ${row} has more than ${longestCell} characters.`)
    },
    close(name) {
      within = null
      if (name === 'rPh') spoken -= 1
      if (name === 'row' && cells.length > 0) onRow({ row, cells })
      if (name !== 'c' || !cell) return
      const shown = shownAs(cell, book)
      if (shown !== '') {
        if (cell.column >= mostImportColumns)
          throw new UnreadableFile(
            'too-many-columns',
            `The sheet has more than ${mostImportColumns} columns.`,
          )
        while (cells.length < cell.column) cells.push('')
        cells[cell.column] = shown
      }
      cell = null
    },
  }
}

/**
 * The rows of the first sheet of a workbook that are not empty, as they are shown: formulas are what they came to when it was saved,
 * and are never worked out.
 * @throws UnreadableFile for what is no workbook, is damaged, or unpacks to more than there may be
 */
export const xlsxRecords = async (archive: Uint8Array, most = mostUnpackedBytes): Promise<CsvRecord[]> => {
  const budget = unpackedBudget(most)
  const book = await readBook(archive, budget)
  const records: CsvRecord[] = []
  await unzipParts(archive, budget, (name) =>
    name === book.sheet
      ? xmlParser(
          sheetTelling(book, (record) => {
            if (records.length > mostImportRows)
              throw new UnreadableFile('too-many-rows', `The sheet has more than ${mostImportRows} rows.`)
            records.push(record)
          }),
        )
      : null,
  )
  return records
}
