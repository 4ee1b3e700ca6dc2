import { createHash } from 'node:crypto'
import { type Db, schema, type Tx } from '@hansa/db'
import { isEntryId, isIdOf, newId } from '@hansa/domain/id'
import { pathOf } from '@hansa/domain/kind'
import type { NewsSort, SavedSearch } from '@hansa/domain/notification'
import type { LocalizedText } from '@hansa/domain/text'
import { desc, eq, inArray } from 'drizzle-orm'
import { searchPath } from './search-path.ts'

const { concept, entry, watch } = schema

export type WatchRow = typeof watch.$inferSelect

/** What ids of things watched begin with. */
const watchPrefix = 'wtch'

/** A new id for something watched. */
export const newWatchId = (): string => newId(watchPrefix)

/** Whether a text has the form of the id of something watched. */
export const isWatchId = (id: string): boolean => isIdOf(watchPrefix, id)

/** What scheme policy areas are concepts of. */
export const areaScheme = 'policy-area'

/** The sort of news that something watched gives. */
export const sortOf = ({ search }: Pick<WatchRow, 'search'>): NewsSort => (search ? 'search' : 'followed')

/** What names a search among those of a member: the same search has the same name. */
export const targetOfSearch = ({ text, kinds, filter }: SavedSearch): string => {
  const same = [text, kinds.toSorted(), Object.entries(filter).toSorted(([a], [b]) => (a < b ? -1 : 1))]
  return `search:${createHash('sha256').update(JSON.stringify(same)).digest('hex').slice(0, 24)}`
}

/** What something watched is called, and the path of its page, without a language. */
export type Watched = { title: LocalizedText; path: string }

/** What these things watched are called, by their ids. What is not in the registry any more has no name. */
export const namesOfWatched = async (
  db: Db | Tx,
  rows: readonly WatchRow[],
): Promise<Map<string, Watched>> => {
  const targets = rows.map((row) => row.target)
  const entries = targets.filter(isEntryId)
  const concepts = targets.filter((target) => target.startsWith(`${areaScheme}/`))
  const { id, kind, slug, title } = entry
  const found =
    entries.length === 0
      ? []
      : await db.select({ id, kind, slug, title }).from(entry).where(inArray(id, entries))
  const areas =
    concepts.length === 0
      ? []
      : await db
          .select({ id: concept.id, key: concept.key, labels: concept.labels })
          .from(concept)
          .where(inArray(concept.id, concepts))
  const named = new Map<string, Watched>([
    ...found.map((row) => [row.id, { title: row.title, path: pathOf(row.kind, row.slug) }] as const),
    ...areas.map((row) => [row.id, { title: row.labels, path: `/policy-areas/${row.key}` }] as const),
  ])
  return new Map(
    rows.flatMap((row) => {
      const own: Watched | undefined = row.search
        ? { title: { und: { text: row.name, origin: 'human' } }, path: searchPath(row.search) }
        : named.get(row.target)
      return own ? [[row.id, own] as const] : []
    }),
  )
}

/** What a member watches, what she added last first. */
export const listWatches = (db: Db | Tx, memberId: string): Promise<WatchRow[]> =>
  db.select().from(watch).where(eq(watch.memberId, memberId)).orderBy(desc(watch.createdAt), watch.id)
