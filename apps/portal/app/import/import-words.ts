import type { WordKey } from '../i18n/catalogue.ts'
import type { useWords } from '../i18n/use-words.tsx'
import type { ImportColumn, ImportReason, TableKind } from './import.query.ts'

/** What can be imported, in the order in which one thing needs another. */
export const tableKinds = [
  'CITY',
  'ORGANISATION',
  'PRACTICE',
  'MEMBERSHIP',
] as const satisfies readonly TableKind[]

/** What `POST /tables/imports` says in the address it leads back to. */
export const sendingProblems: Readonly<Record<string, WordKey>> = {
  empty: 'import.problem_empty',
  type: 'import.problem_type',
  encoding: 'import.problem_encoding',
  damaged: 'import.problem_damaged',
  quotes: 'import.problem_quotes',
  'too-large': 'import.problem_tooLarge',
  'too-many-rows': 'import.problem_tooManyRows',
  'too-many-columns': 'import.problem_tooManyColumns',
  'no-room': 'import.problem_noRoom',
  missing: 'import.problem_missing',
  wait: 'import.problem_wait',
  away: 'import.problem_away',
}

type Words = ReturnType<typeof useWords>

/** A column by what it is called; its name where it has none. */
export function columnLabel(columns: readonly ImportColumn[], name: string, { language }: Words): string {
  const [path = '', tag] = name.split('@')
  const label = columns.find((column) => column.name === path)?.label ?? path
  return tag ? `${label} (${language(tag)})` : label
}

/** Why a row is refused, in words: the column, what it says, and what it may say. */
export function reasonText(words: Words, columns: readonly ImportColumn[], reason: ImportReason): string {
  const { field, code, value, detail } = reason
  const said = words.t(`import.reason_${code}`, { value: value ?? '', detail: detail ?? '' })
  return field === '' ? said : `${columnLabel(columns, field, words)}: ${said}`
}
