import type { Db } from '@hansa/db'
import type { WrittenKind } from '@hansa/domain/fiche'
import { fieldsOf } from '@hansa/domain/fiche'
import { lastInputs } from '../entry/entry.rows.ts'
import { askedOf, type Content, isSame } from './revision.content.ts'
import { kindOf, type RevisionRow } from './revision.rows.ts'

/** Everything that is kept of an entry, as it was saved last; null when it never was. */
export const readInput = async (db: Db, entryId: string): Promise<Content | null> =>
  ((await lastInputs(db, [entryId])).get(entryId) as Content | undefined) ?? null

/** What is published of an entry, as far as a form asks for it; null when nothing is. */
export const readPublished = async (
  db: Db,
  row: Pick<RevisionRow, 'entryId' | 'base'>,
): Promise<Content | null> => {
  if (row.base === null) return null
  const input = await readInput(db, row.entryId)
  return input && askedOf(kindOf(row), input)
}

/** What becomes of a revision whose entry was changed since it was begun. */
export type Merge = {
  /** Fields that were changed here and there, and not to the same. */
  conflicts: string[]
  merged: Content
}

/** Joins what a revision changes with what else was changed since, field by field; in a conflict its own stands. */
export const mergeWith = (
  kind: WrittenKind,
  { base, content }: Pick<RevisionRow, 'base' | 'content'>,
  current: Content | null,
): Merge => {
  if (base === null || current === null) return { conflicts: [], merged: content }
  const keys = fieldsOf(kind).map(({ key }) => key)
  const isMine = (key: string): boolean => !isSame(content[key], base[key])
  const isTheirs = (key: string): boolean => !isSame(current[key], base[key])
  return {
    conflicts: keys.filter((key) => isMine(key) && isTheirs(key) && !isSame(content[key], current[key])),
    merged: Object.fromEntries(
      keys.flatMap((key) => {
        const value = isMine(key) ? content[key] : current[key]
        return value === undefined ? [] : [[key, value]]
      }),
    ),
  }
}
