import type { ReactElement, ReactNode } from 'react'
import type { GivenLink, GivenText } from '../entry/entry.fields.ts'
import { langOf } from '../entry/text.ts'
import type { useWords } from '../i18n/use-words.tsx'
import type { CompareGroup, CompareRow } from '../ui/compare-table.tsx'

export type Words = ReturnType<typeof useWords>

/** One fact of one entry: how it is shown, and the plain text by which it is compared. */
export interface Cell {
  readonly text: string
  readonly show: ReactNode
}

/** A row of facts; the columns differ when their texts do. An unknown fact differs from a known one. */
export function compareRow(label: string, cells: readonly (Cell | undefined)[]): CompareRow {
  const texts = new Set(cells.map((cell) => cell?.text ?? ''))
  return { label, cells: cells.map((cell) => cell?.show), differs: texts.size > 1 }
}

/** The groups without rows about which nothing is known of any column, and without groups that are empty then. */
export const knownGroups = (groups: readonly CompareGroup[]): CompareGroup[] =>
  groups
    .map((group) => ({
      ...group,
      rows: group.rows.filter((row) => row.cells.some((cell) => cell !== undefined)),
    }))
    .filter((group) => group.rows.length > 0)

/** A fact in words. */
export const plain = (text: string | null | undefined): Cell | undefined =>
  text ? { text, show: text } : undefined

/** A text of the registry, marked when it is not in the page's language. */
export const worded = (words: Words, text: GivenText | null | undefined): Cell | undefined =>
  text ? { text: text.value, show: <span lang={langOf(words.locale, text)}>{text.value}</span> } : undefined

function list(items: readonly ReactElement[]): ReactNode {
  if (items.length === 1) return items[0]
  return (
    <ul className="plain-list">
      {items.map((item) => (
        <li key={item.key}>{item}</li>
      ))}
    </ul>
  )
}

/** Several texts below each other. */
export function listed(words: Words, texts: readonly GivenText[]): Cell | undefined {
  if (texts.length === 0) return undefined
  return {
    text: texts
      .map((text) => text.value)
      .toSorted()
      .join('\n'),
    show: list(
      texts.map((text) => (
        <span key={text.value} lang={langOf(words.locale, text)}>
          {text.value}
        </span>
      )),
    ),
  }
}

/** Links to other entries below each other. */
export function linked(words: Words, links: readonly (GivenLink | null)[]): Cell | undefined {
  const known = links.filter((link) => link !== null)
  if (known.length === 0) return undefined
  return {
    text: known
      .map((link) => link.id)
      .toSorted()
      .join('\n'),
    show: list(
      known.map((link) => (
        <a key={link.id} href={words.href(link.path)} lang={langOf(words.locale, link.title)}>
          {link.title.value}
        </a>
      )),
    ),
  }
}
