import type { ImportReason, ReasonCode } from '@hansa/domain/import'
import { type Column, columnNamed, localizedFields, type TableKind } from '@hansa/domain/table'
import { type Finder, putAt, readCell, valueAt } from '@hansa/domain/table-cells'
import type { LocalizedText } from '@hansa/domain/text'
import type { z } from 'zod'
import type { ImportRow } from './import.rows.ts'

/** A column of a file that means something. */
export type Meant = { index: number; name: string; column: Column; language: string | null }

/** What a cell says of a column; null where it takes away what is there. */
export type Said = { meant: Meant; value: unknown }

export type ReadRow = { said: Said[]; reasons: ImportReason[] }

/** What takes away what is there; an empty cell leaves it alone. */
export const clearing = '[]'

/** The columns of a file that its mapping gives a meaning. */
export const meantColumns = (kind: TableKind, mapping: readonly string[]): Meant[] =>
  mapping.flatMap((name, index) => {
    const known = name === '' ? null : columnNamed(kind, name)
    return known ? [{ index, name, ...known }] : []
  })

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what no text may hold
const unreadable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]/
const formulaError =
  /^#(REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA|BLOCKED!|FIELD!)$/

/** As much of a cell as a report shows. */
const shownOf = (cell: string): string => (cell.length > 80 ? `${cell.slice(0, 79)}…` : cell)

/** Makes a reason of what is wrong with a cell. */
export const reasonOf = (field: string, code: ReasonCode, value?: string, detail?: string): ImportReason => ({
  field,
  code,
  ...(value !== undefined && value !== '' && { value: shownOf(value) }),
  ...(detail !== undefined && { detail: detail.slice(0, 300) }),
})

/** Reads the cells of a row that are not empty; every one that says nothing sensible is a reason to refuse it. */
export const readCells = (
  row: Pick<ImportRow, 'cells'>,
  meant: readonly Meant[],
  width: number,
  finder: Finder,
): ReadRow => {
  const said: Said[] = []
  const reasons: ImportReason[] = []
  if (row.cells.length > width && row.cells.slice(width).some((cell) => cell !== ''))
    reasons.push(reasonOf('', 'cells', undefined, String(width)))
  for (const one of meant) {
    const cell = row.cells[one.index] ?? ''
    if (cell === '') continue
    if (cell === clearing) {
      said.push({ meant: one, value: null })
      continue
    }
    if (unreadable.test(cell))
      reasons.push(reasonOf(one.name, 'unreadable', cell.replace(new RegExp(unreadable, 'g'), '\ufffd')))
    else if (formulaError.test(cell)) reasons.push(reasonOf(one.name, 'formula-error', cell))
    else {
      const read = readCell(cell, one.column.shape, finder)
      if ('problem' in read) reasons.push(reasonOf(one.name, read.problem, cell, read.detail))
      else said.push({ meant: one, value: read.value })
    }
  }
  return { said, reasons }
}

type Input = Record<string, unknown>

/** A text with what is said in one language. Said again, it keeps who made it. */
const withText = (
  before: LocalizedText | undefined,
  language: string,
  text: string | null,
): LocalizedText | undefined => {
  const { [language]: own, ...others } = before ?? {}
  if (text !== null) return { ...before, [language]: own?.text === text ? own : { text, origin: 'human' } }
  return Object.keys(others).length > 0 ? others : undefined
}

const isObject = (value: unknown): value is Input =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/** Puts translations beside the texts they belong to. What is no text of the kind is left to the schema, which refuses it. */
const withTranslations = (input: Input, value: unknown, localized: readonly string[]): void => {
  if (!isObject(value)) {
    input.translations = value
    return
  }
  for (const [field, texts] of Object.entries(value)) {
    if (localized.includes(field) && isObject(texts)) input[field] = { ...(input[field] as object), ...texts }
    else input.translations = value
  }
}

/** The language that texts of a row are in which do not say theirs. */
const languageOf = (said: readonly Said[], before: Input | null): string => {
  const stated = said.find(({ meant }) => meant.name === 'contentLanguage')?.value
  return typeof stated === 'string'
    ? stated
    : typeof before?.contentLanguage === 'string'
      ? before.contentLanguage
      : 'en'
}

/** The whole content of an entry with what a row says of it; what the row does not say stays as it was. */
export const inputWith = (
  kind: Exclude<TableKind, 'membership'>,
  said: readonly Said[],
  before: Input | null,
): Input => {
  const input: Input = structuredClone(before ?? {})
  const own = languageOf(said, before)
  for (const { meant, value } of said) {
    const { path } = meant.column
    if (path === 'id') continue
    if (path === 'translations') continue
    if (meant.column.shape.type === 'localized') {
      const text = value === null ? null : String(value).trim()
      putAt(input, path, withText(input[path] as LocalizedText | undefined, meant.language ?? own, text))
    } else putAt(input, path, value ?? undefined)
  }
  const translations = said.find(({ meant }) => meant.column.path === 'translations')
  if (translations && translations.value !== null)
    withTranslations(input, translations.value, localizedFields(kind))
  // What is left of an object of which everything was taken away is nothing.
  if (isObject(input.contact) && Object.keys(input.contact).length === 0) delete input.contact
  return input
}

/** The column that a place in the content of an entry belongs to: `results` for `results.0.value`. */
const columnOf = (path: readonly PropertyKey[], names: ReadonlySet<string>): string => {
  for (let length = path.length; length > 0; length--) {
    const name = path.slice(0, length).join('.')
    if (names.has(name)) return name
  }
  return String(path[0] ?? '')
}

const isMissing = (issue: z.core.$ZodIssue, input: Input): boolean =>
  valueAt(input, issue.path.map(String).join('.')) === undefined

/** What a schema finds wrong, as reasons: each with the column to look at. */
export const reasonsOf = (
  issues: readonly z.core.$ZodIssue[],
  input: Input,
  columns: readonly Column[],
): ImportReason[] => {
  const names = new Set(columns.map(({ path }) => path))
  const all = issues.map((issue) => {
    const field = columnOf(issue.path, names)
    if (issue.code === 'unrecognized_keys')
      return reasonOf(issue.keys[0] ?? field, 'malformed', undefined, issue.message)
    const code = isMissing(issue, input) ? 'empty' : 'malformed'
    return reasonOf(field, code, undefined, code === 'malformed' ? issue.message : undefined)
  })
  return all.filter(
    (reason, i) => all.findIndex((other) => JSON.stringify(other) === JSON.stringify(reason)) === i,
  )
}
