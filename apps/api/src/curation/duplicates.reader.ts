import { type Db, schema } from '@hansa/db'
import { type Comparable, type Resemblance, resemblanceOf } from '@hansa/domain/duplicates'
import { sortKeyOf } from '@hansa/domain/slug'
import type { LocalizedText } from '@hansa/domain/text'
import { and, eq, inArray, ne, or, type SQL, sql } from 'drizzle-orm'
import { judge } from './revision.content.ts'
import { kindOf, type RevisionRow } from './revision.rows.ts'

const { entry, event, organisation, practice } = schema

/** An entry that might tell of the same thing. */
export type Duplicate = Resemblance & { entryId: string }

/** Most entries that are compared word by word; those of the same city and with the rarest words come first. */
const mostCompared = 500
const mostShown = 5

const textsOf = (text: unknown): string[] =>
  Object.values((text ?? {}) as LocalizedText).map((one) => one.text)

const comparableOf = (row: RevisionRow): Comparable => {
  const { title, summary, city } = judge(kindOf(row), row.content).valid
  return { titles: textsOf(title), texts: textsOf(summary), city: typeof city === 'string' ? city : null }
}

const cityColumn = sql<string | null>`coalesce(${practice.city}, ${organisation.city}, ${event.city})`

/** The longest words tell most: entries that share none of them have another title. */
const tellingWords = (titles: readonly string[]): string[] =>
  [...new Set(titles.flatMap((title) => sortKeyOf(title).split(' ')))]
    .filter((word) => word.length > 3)
    .toSorted((a, b) => b.length - a.length)
    .slice(0, 6)

/**
 * Entries of the same kind that might tell of the same thing as a revision, by title, city and summary: the likeliest first, at
 * most five. Also those that were submitted and are not published yet.
 */
export const findDuplicates = async (db: Db, row: RevisionRow): Promise<Duplicate[]> => {
  const own = comparableOf(row)
  const words = tellingWords(own.titles)
  // A folded word holds letters and digits alone: nothing in it is a wildcard.
  const sharing: SQL[] = words.map((word) => sql`${entry.sortKey} like ${`%${word}%`}`)
  const close = own.city === null ? sharing : [...sharing, sql`${cityColumn} = ${own.city}`]
  if (close.length === 0) return []
  const submitted = sql`exists (select from revision r where r.entry_id = ${entry.id} and r.state in ('submitted', 'in_review', 'accepted'))`
  const rows = await db
    .select({ id: entry.id, title: entry.title, summary: entry.summary, city: cityColumn })
    .from(entry)
    .leftJoin(practice, eq(practice.id, entry.id))
    .leftJoin(organisation, eq(organisation.id, entry.id))
    .leftJoin(event, eq(event.id, entry.id))
    .where(
      and(
        eq(entry.kind, kindOf(row)),
        ne(entry.id, row.entryId),
        or(inArray(entry.state, ['published']), and(eq(entry.state, 'draft'), submitted)),
        or(...close),
      ),
    )
    .orderBy(sql`${cityColumn} = ${own.city} desc nulls last`, entry.id)
    .limit(mostCompared)
  return rows
    .flatMap(({ id, title, summary, city }) => {
      const found = resemblanceOf(own, { titles: textsOf(title), texts: textsOf(summary), city })
      return found ? [{ ...found, entryId: id }] : []
    })
    .toSorted((a, b) => b.score - a.score || (a.entryId < b.entryId ? -1 : 1))
    .slice(0, mostShown)
}
