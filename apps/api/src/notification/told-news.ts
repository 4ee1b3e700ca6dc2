import { type Db, schema } from '@hansa/db'
import { pathOf } from '@hansa/domain/kind'
import { visibleTo, visitor } from '@hansa/domain/permissions'
import { chooseText } from '@hansa/domain/text'
import { and, inArray } from 'drizzle-orm'
import { type LetterLanguage, letterLanguage } from '../mail/letter.ts'
import { newsWords } from './news-words.ts'

const { entry, member } = schema

export type NewsRow = typeof schema.notification.$inferSelect

/** A piece of news in words. */
export type ToldNews = {
  row: NewsRow
  /** What happened; the title follows. */
  sentence: string
  title: { text: string; language: string } | null
  /** Who did it, as a sentence. */
  by: string | null
  /** Path of the page to go to, without a language. */
  path: string | null
  /** How many entries are new or changed, as a sentence, and the newest of them. */
  count: string | null
  entries: { title: { text: string; language: string }; path: string }[]
}

type Named = { title: { text: string; language: string }; path: string; isPublic: boolean }

const namesOf = async (
  db: Db,
  rows: readonly NewsRow[],
  wanted: readonly string[],
): Promise<Map<string, Named>> => {
  const ids = new Set(rows.flatMap((row) => [row.entryId ?? [], row.detail?.entries ?? []].flat()))
  if (ids.size === 0) return new Map()
  const { id, kind, slug, title, state } = entry
  const found = await db
    .select({ id, kind, slug, title, state })
    .from(entry)
    .where(inArray(id, [...ids]))
  const publicStates = visibleTo(visitor)
  return new Map(
    found.map((row) => [
      row.id,
      {
        title: chooseText(row.title, wanted) ?? { text: row.id, language: 'und' },
        path: pathOf(row.kind, row.slug),
        isPublic: publicStates.includes(row.state),
      },
    ]),
  )
}

const peopleOf = async (db: Db, rows: readonly NewsRow[]): Promise<Map<string, string>> => {
  const ids = [...new Set(rows.flatMap((row) => row.detail?.by ?? []))]
  if (ids.length === 0) return new Map()
  const found = await db
    .select({ id: member.id, name: member.name })
    .from(member)
    .where(and(inArray(member.id, ids), inArray(member.state, ['active', 'suspended'])))
  return new Map(found.map((row) => [row.id, row.name]))
}

/** Puts news into words, in the first of the wanted languages that news are written in. */
export const tellNews = async (
  db: Db,
  rows: readonly NewsRow[],
  wanted: readonly string[],
): Promise<ToldNews[]> => {
  const language: LetterLanguage = letterLanguage(wanted)
  const words = newsWords[language]
  const named = await namesOf(db, rows, wanted)
  const people = await peopleOf(db, rows)
  return rows.map((row) => {
    const about = row.entryId === null ? undefined : named.get(row.entryId)
    const name = row.detail?.by === undefined ? undefined : people.get(row.detail.by)
    const count = row.detail?.count
    return {
      row,
      sentence: words.about[row.about],
      title: chooseText(row.title, wanted) ?? about?.title ?? null,
      by: name === undefined ? null : words.by(name),
      path: row.path ?? about?.path ?? null,
      count: count === undefined ? null : words.count(count),
      // What is not public any more since it was told is not shown.
      entries: (row.detail?.entries ?? []).flatMap((id) => {
        const one = named.get(id)
        return one?.isPublic ? [one] : []
      }),
    }
  })
}
