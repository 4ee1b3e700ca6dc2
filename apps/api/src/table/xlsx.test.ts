import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { xlsxRecords } from './xlsx-rows.ts'
import { dayOf, isDateFormat, numberText } from './xlsx-values.ts'
import { longestSheetCell, tooLongMark, xlsxOf } from './xlsx-writer.ts'

const written = async (...rows: (string | number)[][]): Promise<Uint8Array> => {
  const pieces: Uint8Array[] = []
  for await (const piece of xlsxOf([{ name: 'A & "B"', rows }])) pieces.push(piece)
  return Buffer.concat(pieces)
}

test('what is written into a workbook is read as it was', async () => {
  const cells = ['=1+1', ' spaces ', 'two\nlines\r\n', '<&">', '_x0041_', '🏙', 'ß']
  const [row] = await xlsxRecords(await written(cells))
  expect(row).toEqual({ row: 1, cells })
})

test('a text that no cell can hold is marked, and what XML cannot hold shows as unreadable', async () => {
  const [row] = await xlsxRecords(
    await written(['x'.repeat(longestSheetCell + 1), 'a\u0000b\u0008', -0.5, 1e21]),
  )
  expect(row?.cells).toEqual([tooLongMark, 'a\ufffdb\ufffd', '-0.5', '1e+21'])
})

test('rows and columns that are left out keep their places; days, truths and shared texts are read as they are shown', async () => {
  const parts = {
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets><sheet name="h" state="hidden" r:id="a"/><sheet name="s" r:id="b"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="a" Target="worksheets/h.xml"/><Relationship Id="b" Target="/xl/worksheets/s.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd.mm.yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst><si><t>one</t></si><si><r><t>ri</t></r><r><t>ch</t></r><rPh><t>spoken</t></rPh></si></sst>`,
    'xl/worksheets/s.xml': `<worksheet><sheetData><row r="3"><c r="B3" t="s"><v>1</v></c><c r="D3" s="1"><v>42684</v></c><c r="E3" s="2"><v>1</v></c><c r="F3" t="b"><v>1</v></c><c r="G3"><v>0.1</v></c></row></sheetData></worksheet>`,
  }
  const book = zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])))
  expect(await xlsxRecords(book)).toEqual([
    { row: 3, cells: ['', 'rich', '', '2016-11-10', '1900-01-01', 'true', '0.1'] },
  ])
})

test.each([
  ['59', false, '1900-02-28'],
  ['61', false, '1900-03-01'],
  ['0', true, '0'],
  ['42684.75', false, '2016-11-10'],
  ['41222', true, '2016-11-10'],
  ['many', false, 'many'],
])('the number %s (since 1904: %s) is the day %s', (serial, from1904, day) =>
  expect(dayOf(serial, from1904)).toBe(day),
)

test('a format is a day’s when it shows years, months by name or days, not hours or money', () => {
  expect([14, 22].every((id) => isDateFormat(id, undefined))).toBe(true)
  expect(['yyyy-mm-dd', 'd. mmmm', 'mmm'].every((code) => isDateFormat(200, code))).toBe(true)
  expect(['0.00', '[Red]0', '"day" 0', '#,##0 \\y', 'h:mm'].some((code) => isDateFormat(200, code))).toBe(
    false,
  )
  expect(numberText('1.2E+5')).toBe('120000')
})
