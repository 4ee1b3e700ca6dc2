import { schema } from '@hansa/db'
import { Unavailable } from '@hansa/domain/errors'
import { isEntryId } from '@hansa/domain/id'
import { kindOfId } from '@hansa/domain/kind'
import { type Filter, type SearchRequest, type SearchResult, searchWithFacets } from '@hansa/search'
import { sql } from 'drizzle-orm'
import type { Deps } from '../context.ts'
import { toPosition } from '../jobs/outbox-seq.ts'
import { indexValues } from '../search/facet-value.ts'
import { sorts } from '../search/search.service.ts'
import { chosenValues, fixedFilter } from '../search/search-filter.ts'
import type { WatchRow } from './watch.rows.ts'

const { outbox } = schema

/** What looking for news stands on. */
export type Finding = Pick<Deps, 'db' | 'clock' | 'search' | 'stemmers' | 'lexicon' | 'kept'>

/** What is new or changed: how many entries, and the newest of them. */
export type FoundNews = { count: number; entries: string[] }

/** Clocks of machines differ, and what is being written has a time already. In milliseconds. */
const marginMs = 10_000
/** How many entries a piece of news names. */
const mostNamed = 10

/** Facets of the index that hold what is filed under an entry of a kind. */
const facetOfKind: Readonly<Record<string, string>> = { city: 'city', network: 'network', country: 'country' }

const instantOf = (value: unknown): number =>
  typeof value === 'string' || value instanceof Date ? new Date(value).getTime() : Number.POSITIVE_INFINITY

/**
 * Up to when all that happened can be found: nothing older is still being written, or waits to be indexed. What is told up to then is
 * not told again, and nothing that comes later is passed over.
 */
export const tellableUntil = async ({ db, clock, search }: Finding): Promise<Date> => {
  const [xid, seq] = toPosition((await search.health()).seq).split(':')
  const { rows } = await db.execute(sql`
    SELECT
      (SELECT min(${outbox.at}) FROM ${outbox}
        WHERE (${outbox.xid}, ${outbox.seq}) > (${xid}::xid8, ${seq}::bigint))::text AS unindexed,
      (SELECT min(xact_start) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()
          AND backend_type = 'client backend')::text AS running`)
  const [row] = rows
  const waiting = Math.min(instantOf(row?.unindexed), instantOf(row?.running)) - 1
  return new Date(Math.min(clock.now().getTime() - marginMs, waiting))
}

const requestOf = async (finding: Finding, row: WatchRow): Promise<SearchRequest> => {
  const languages: string[] = []
  if (row.search) {
    const { text, kinds, filter } = row.search
    const selected = await indexValues(finding, chosenValues(filter))
    return { text, selected, filter: fixedFilter(kinds, filter), facets: [], sort: sorts.newest, languages }
  }
  const common = { text: '', facets: [], sort: sorts.newest, languages }
  if (!isEntryId(row.target))
    return { ...common, selected: {}, filter: { facet: 'policyArea', in: [row.target] } }
  const facet = facetOfKind[kindOfId(row.target) ?? '']
  const itself: Filter = { ids: [row.target] }
  const filter: Filter = facet ? { any: [itself, { facet, in: [row.target] }] } : itself
  return { ...common, selected: {}, filter }
}

/**
 * What is new or changed of something watched since it was last told of, up to a moment.
 * @throws Unavailable when the search engine cannot tell; InvalidInput for a search that it does not take any more
 */
export const findNews = async (finding: Finding, row: WatchRow, until: Date): Promise<FoundNews> => {
  const { search: engine, stemmers, lexicon: readLexicon } = finding
  const parts = { engine, stemmers, lexicon: await readLexicon() }
  const request = await requestOf(finding, row)
  const changed = { number: 'updatedAt', min: row.seenUntil.getTime() + 1, max: until.getTime() }
  const ask = async (filter: Filter, limit: number): Promise<SearchResult> => {
    const result = await searchWithFacets(parts, { ...request, filter, limit })
    if (result.limited) throw new Unavailable('The search index cannot be asked at the moment.')
    return result
  }
  const filter = request.filter ?? { all: [] }
  const found = await ask({ all: [filter, changed] }, mostNamed)
  // Words that nothing new fits are loosened; that counts only where the whole registry needs the same loosening.
  if (found.relaxed) {
    const { relaxed } = await ask(filter, 1)
    if (JSON.stringify(relaxed) !== JSON.stringify(found.relaxed)) return { count: 0, entries: [] }
  }
  return { count: found.total, entries: found.hits.map((hit) => hit.id) }
}
