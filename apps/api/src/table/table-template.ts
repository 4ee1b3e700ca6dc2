import { importColumns, type TableKind } from '@hansa/domain/table'
import type { LabelLanguage } from '@hansa/domain/table-labels'
import { explain } from './column-rule.ts'
import type { Cell } from './csv.ts'
import type { Sheet } from './xlsx-writer.ts'

/** A template as CSV: the heads, and a row that explains them and that imports pass over. */
export const templateRows = (kind: TableKind, language: LabelLanguage): Cell[][] => {
  const columns = importColumns(kind)
  const explained = columns.map((column) => {
    const { label, rule } = explain(column, language)
    return `${label}: ${rule}`
  })
  return [columns.map(({ path }) => path), explained.map((text, i) => (i === 0 ? `# ${text}` : text))]
}

/** A template as a workbook: a sheet to fill, and one that explains its columns. */
export const templateSheets = (kind: TableKind, language: LabelLanguage): Sheet[] => {
  const columns = importColumns(kind)
  const explained = columns.map((column): Cell[] => {
    const { label, rule } = explain(column, language)
    return [column.path, label, rule]
  })
  return [
    { name: kind, rows: [columns.map(({ path }) => path)] },
    { name: '?', rows: [['name', language, '…'], ...explained] },
  ]
}
