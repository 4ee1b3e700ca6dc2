/** One cell of a table: a text, or a number, which no program takes for anything else. */
export type Cell = string | number

/**
 * What spreadsheets take for a formula, wherever it came from; also in the wide letters of East Asian ones. Apostrophes before it
 * are counted in, so that one more can be taken away again.
 */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/

/** A text that no spreadsheet takes for a program: an apostrophe before it makes it text. */
export const neutralised = (text: string): string => (formula.test(text) ? `'${text}` : text)

/** What a text was before it was neutralised. */
export const asWritten = (cell: string): string =>
  cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell

const csvCell = (value: Cell): string => {
  if (typeof value === 'number') return String(value)
  const safe = neutralised(value)
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A row of CSV (RFC 4180) that no spreadsheet takes for a program. */
export const csvRow = (row: readonly Cell[]): string => `${row.map(csvCell).join(',')}\r\n`

/** A table as CSV. */
export const toCsv = (rows: readonly (readonly Cell[])[]): string => rows.map(csvRow).join('')
