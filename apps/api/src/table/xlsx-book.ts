import { UnreadableFile } from '../import/import-file.ts'
import { type Budget, unzipParts } from './unzip-parts.ts'
import { isDateFormat, unescaped } from './xlsx-values.ts'
import { type Telling, xmlParser } from './xml-parts.ts'

/** What is needed of a workbook to read its first sheet. */
export type Book = {
  /** Name of the part with the first sheet that is shown. */
  sheet: string
  strings: string[]
  /** Numbers of the styles that show a number as a day. */
  dateStyles: ReadonlySet<number>
  from1904: boolean
}

type Found = {
  sheets: { relation: string; shown: boolean }[]
  targets: Map<string, string>
  formats: Map<number, string>
  styles: number[]
  strings: string[]
  from1904: boolean
}

const workbook = (found: Found): Telling => ({
  open(name, attributes) {
    if (name === 'workbookPr') found.from1904 = ['1', 'true'].includes(attributes.date1904 ?? '')
    if (name !== 'sheet') return
    const relation = Object.entries(attributes).find(([key]) => /(^|:)id$/.test(key))?.[1] ?? ''
    found.sheets.push({ relation, shown: (attributes.state ?? 'visible') === 'visible' })
  },
})

const relations = (found: Found): Telling => ({
  open(name, { Id = '', Target = '' }) {
    if (name === 'Relationship') found.targets.set(Id, Target)
  },
})

const styles = (found: Found): Telling => {
  let within = false
  return {
    open(name, attributes) {
      if (name === 'numFmt') found.formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      if (name === 'cellXfs') within = true
      if (name === 'xf' && within) found.styles.push(Number(attributes.numFmtId ?? 0))
    },
    close(name) {
      if (name === 'cellXfs') within = false
    },
  }
}

const strings = (found: Found): Telling => {
  let text = ''
  let shown = false
  let spoken = 0
  return {
    open(name) {
      if (name === 'si') text = ''
      // How a text is pronounced is written beside it, and is none of it.
      if (name === 'rPh') spoken += 1
      shown = name === 't' && spoken === 0
    },
    text(piece) {
      if (shown) text += piece
    },
    close(name) {
      if (name === 'rPh') spoken -= 1
      if (name === 'si') found.strings.push(unescaped(text))
      shown = false
    },
  }
}

const tellings: Readonly<Record<string, (found: Found) => Telling>> = {
  'xl/workbook.xml': workbook,
  'xl/_rels/workbook.xml.rels': relations,
  'xl/styles.xml': styles,
  'xl/sharedStrings.xml': strings,
}

/** Reads everything of a workbook but its sheets. @throws UnreadableFile */
export const readBook = async (archive: Uint8Array, budget: Budget): Promise<Book> => {
  const found: Found = {
    sheets: [],
    targets: new Map(),
    formats: new Map(),
    styles: [],
    strings: [],
    from1904: false,
  }
  await unzipParts(archive, budget, (name) => {
    const telling = tellings[name]
    return telling ? xmlParser(telling(found)) : null
  })
  const first = found.sheets.find(({ shown }) => shown)
  const target = first && found.targets.get(first.relation)
  if (!target) throw new UnreadableFile('type', 'The file is no workbook of a spreadsheet (XLSX).')
  return {
    sheet: target.startsWith('/') ? target.slice(1) : `xl/${target}`,
    strings: found.strings,
    dateStyles: new Set(
      found.styles.flatMap((id, i) => (isDateFormat(id, found.formats.get(id)) ? [i] : [])),
    ),
    from1904: found.from1904,
  }
}
