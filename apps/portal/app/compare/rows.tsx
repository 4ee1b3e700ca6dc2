import type { ReactElement, ReactNode } from 'react'
import type { GivenLink, GivenText } from '../entry/entry.fields.ts'
import { langOf } from '../entry/text.ts'
import type { useWords } from '../i18n/use-words.tsx'
import type { CompareGroup, CompareRow } from '../ui/compare-table.tsx'

export type Words = ReturnType<typeof useWords>

/**
 * One fact of one entry: how it is shown, and the plain text by which it is compared; null for a cell that is no fact of
 * the entry and is not compared.
 */
export interface Cell {
  readonly text: string | null
  readonly show: ReactNode
}

/** A row, and whether anything is known of any column. */
type KnownRow = CompareRow & { readonly isKnown: boolean }

/** A row of facts; the columns differ when their texts do. An unknown fact differs from a known one. */
export function compareRow(label: string, cells: readonly (Cell | undefined)[]): KnownRow {
  const texts = new Set(cells.filter((cell) => cell?.text !== null).map((cell) => cell?.text ?? ''))
  const isKnown = cells.some((cell) => cell && cell.text !== null)
  return { label, cells: cells.map((cell) => cell?.show), differs: texts.size > 1, isKnown }
}

/** The groups without rows about which nothing is known of any column, and without groups that are empty then. */
export const knownGroups = (
  groups: readonly { readonly title: string; readonly rows: readonly KnownRow[] }[],
): CompareGroup[] =>
  groups
    .map((group) => ({
      ...group,
      rows: group.rows.filter((row) => row.isKnown),
    }))
    .filter((group) => group.rows.length > 0)

/** A fact in words. */
export const plain = (text: string | null | undefined): Cell | undefined =>
  text ? { text, show: text } : undefined

/** A remark in place of a fact: what was counted and is none, or the one that others are measured by. */
export const remark = (text: string): Cell => ({ text: null, show: <span className="quiet">{text}</span> })

/** A text of the registry, marked when it is not in the page's language. */
export const worded = (
  words: Words,
  text: Pick<GivenText, 'value' | 'language'> | null | undefined,
): Cell | undefined =>
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
