import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import type { Cell } from './csv.ts'

/** A sheet of a workbook, its rows as they come. */
export type Sheet = { name: string; rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]> }

/** Most characters of a cell of a workbook; programs refuse files with longer ones. */
export const longestSheetCell = 32_767

/** What stands for a text that is too long for a cell. Imports leave alone what it stands for. */
export const tooLongMark = '[too long for a cell]'

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/_x(?=[0-9a-fA-F]{4}_)/g, '_x005F_x')
    .replace(/\r/g, '_x000D_')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)

const cellXml = (value: Cell): string => {
  if (typeof value === 'number') return Number.isFinite(value) ? `<c><v>${value}</v></c>` : '<c/>'
  if (value === '') return '<c/>'
  // A text as such: it is never a formula, whatever it begins with.
  const text = value.length > longestSheetCell ? tooLongMark : value
  return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const partsOf = (names: readonly string[]): Record<string, string> => ({
  '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>${names.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${type}.worksheet+xml"/>`).join('')}</Types>`,
  '_rels/.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${names.map((name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}/relationships">${names.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`,
})

const sheetBegin = `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><sheetData>`
const sheetEnd = '</sheetData></worksheet>'

/** Characters of XML that are packed at once. */
const piece = 64_000

/** A workbook (XLSX), piece by piece: it is never in memory as a whole, however many rows it has. */
export async function* xlsxOf(sheets: readonly Sheet[]): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    ready.push(chunk)
  })
  const taken = (): Uint8Array[] => {
    const all = ready
    ready = []
    return all
  }
  const encoder = new TextEncoder()
  for (const [name, xml] of Object.entries(partsOf(sheets.map((sheet) => sheet.name)))) {
    const file = new ZipPassThrough(name)
    zip.add(file)
    file.push(encoder.encode(head + xml), true)
  }
  yield* taken()
  for (const [i, { rows }] of sheets.entries()) {
    const file = new ZipDeflate(`xl/worksheets/sheet${i + 1}.xml`, { level: 3 })
    zip.add(file)
    let xml = sheetBegin
    for await (const row of rows) {
      xml += `<row>${row.map(cellXml).join('')}</row>`
      if (xml.length < piece) continue
      file.push(encoder.encode(xml))
      xml = ''
      yield* taken()
    }
    file.push(encoder.encode(xml + sheetEnd), true)
    yield* taken()
  }
  zip.end()
  yield* taken()
}
