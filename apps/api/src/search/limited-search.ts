import { type Db, schema } from '@hansa/db'
import { visibleTo, visitor } from '@hansa/domain/permissions'
import { type LimitedSearch, QUERY_WORD_LIMIT, type SearchQuery, sortKey } from '@hansa/search'
import { and, asc, desc, inArray, not, type SQL, sql } from 'drizzle-orm'
import { limitedFilter } from './limited-filter.ts'

const { entry } = schema

// Blanks, % and _ of a pattern are text here.
const escaped = (text: string) => text.replace(/[\\%_]/g, '\\$&')

/** A word at the beginning of a word of the title, folded, or anywhere in a title or name as written. */
const hasWord = (folded: string, typed: string): SQL => {
  const beginning = `% ${escaped(folded)}%`
  const anywhere = `%${escaped(typed.toLowerCase())}%`
  return sql`(' ' || ${entry.sortKey} LIKE ${beginning}
    OR lower(${entry.alternativeNames}::text) LIKE ${anywhere}
    OR EXISTS (SELECT 1 FROM jsonb_each(${entry.title}) AS name WHERE lower(name.value ->> 'text') LIKE ${anywhere}))`
}

/** The words of a text, folded and as typed. */
const wordsOf = (text: string): { term: string; typed: string }[] =>
  (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
    .slice(0, QUERY_WORD_LIMIT)
    .map((typed) => ({ term: sortKey(typed), typed }))
    .filter(({ term }) => term !== '')

const hasPhrase = (phrase: string): SQL => hasWord(sortKey(phrase), phrase)

const conditionsOf = (query: SearchQuery): SQL[] => [
  inArray(entry.state, visibleTo(visitor)),
  ...wordsOf(query.text).map(({ term, typed }) => hasWord(term, typed)),
  ...(query.phrases ?? []).map(hasPhrase),
  ...(query.exclude ?? []).map((phrase) => not(hasPhrase(phrase))),
  ...(query.filter ? [limitedFilter(query.filter)].filter((part) => part !== null) : []),
]

/** Practices first, then by title; without collations, which differ between databases. */
const orderOf = ({ text, sort = [] }: SearchQuery): SQL[] => {
  const title = sql`${entry.sortKey} COLLATE "C"`
  const [first] = sort
  if (first?.by === 'number' && first.name === 'updatedAt')
    return [desc(entry.updatedAt), title, asc(entry.id)]
  if (first?.by === 'text') return [first.descending ? desc(title) : asc(title), asc(entry.id)]
  const isNamedSo = sql`${entry.sortKey} = ${sortKey(text)}`
  return [desc(isNamedSo), desc(sql`${entry.kind} = 'practice'`), title, asc(entry.id)]
}

/**
 * Searches titles and names in the database, for as long as the search engine does not answer.
 *
 * All words must occur, each as it is typed; conditions the database cannot tell quickly are left out; facets are not counted.
 */
export const createLimitedSearch =
  (db: Db): LimitedSearch =>
  async (query) => {
    const facets = Object.fromEntries((query.facets ?? []).map((name) => [name, []]))
    const isAboutTitles = query.attributes?.some((name) => name === 'title' || name === 'names') ?? true
    if (!isAboutTitles) return { hits: [], total: 0, facets }
    const where = and(...conditionsOf(query))
    const total = await db.$count(entry, where)
    const rows =
      query.limit === 0
        ? []
        : await db
            .select({ id: entry.id, kind: entry.kind })
            .from(entry)
            .where(where)
            .orderBy(...orderOf(query))
            .limit(query.limit ?? 20)
            .offset(query.offset ?? 0)
    const terms = wordsOf(query.text).map(({ term }) => ({ word: term, term, typos: 0, prefix: false }))
    return { hits: rows.map((row) => ({ ...row, score: 0, terms })), total, facets }
  }
