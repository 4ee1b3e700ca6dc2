import { expect, test } from 'vitest'
import { toCsv } from './csv.ts'

test('cells with separators, quotes and line ends stay one cell', () => {
  expect(toCsv([['a', 'b,c', 'say "hi"', 'two\nlines']])).toBe('a,"b,c","say ""hi""","two\nlines"\r\n')
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x.example","y")'])(
  'the cell %j is text for a spreadsheet, not a formula',
  (text) => expect(toCsv([[text]]).replace(/^"/, '')).toMatch(/^'/),
)
