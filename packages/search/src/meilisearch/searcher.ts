import type { MultiSearchQuery } from 'meilisearch'
import type { FacetCount, IndexSchema, SearchHit, SearchPage, SearchQuery } from '../engine.ts'
import { type AskedText, askText, matches, type Phrase } from './asked-text.ts'
import type { Connection } from './connection.ts'
import { decodeValue } from './encode.ts'
import { ALWAYS, all, type Expression, isIn, not } from './expression.ts'
import { filterExpression } from './filter-expression.ts'
import { type Level, levelsOf } from './levels.ts'
import { rankSample, type SampledDocument, toSample, withPhrase } from './sample.ts'
import { sortExpressions } from './sort-keys.ts'

/** Levels of up to so many equals are ordered by title and closeness of the words, larger ones by their stable key alone. */
export const CLOSENESS_LIMIT = 400
/** Phrases of up to so many candidates are checked word for word. */
const CHECKED_PHRASES = 200
/** Levels counted in one request. */
const LEVELS_AT_ONCE = 8

const READ = ['key', 'order', 'facets', 'tokens']

/** Answers the queries of one index. */
export type Searcher = {
  search(query: SearchQuery): Promise<SearchPage>
}

type Asked = {
  query: SearchQuery
  text: AskedText
  mask: number
  /** What holds of every hit, and all of it but that the words match. */
  holds: Expression
  rest: Expression
}

/**
 * Prepares searching an index that was made for this schema.
 *
 * @param few so many hits are read and ranked at once; larger crowds are split by cost first
 */
export function createSearcher(
  connection: Connection,
  indexUid: string,
  schema: IndexSchema,
  few: number,
): Searcher {
  const on = (filter: Expression, more: Partial<MultiSearchQuery>): MultiSearchQuery => ({
    indexUid,
    q: '',
    filter,
    attributesToRetrieve: READ,
    ...more,
  })
  const lookUp = (attribute: string, word: string) => connection.lookUp(indexUid, attribute, word)

  const count = async (filters: readonly Expression[]): Promise<number[]> => {
    const pages = await connection.search(filters.map((filter) => on(filter, { hitsPerPage: 0 })))
    return pages.map((page) => page.totalHits ?? 0)
  }
  const read = async (filter: Expression, offset: number, limit: number, sort: string[] = []) => {
    if (limit <= 0) return []
    const [page] = await connection.search<SampledDocument>([on(filter, { offset, limit, sort })])
    return page?.hits ?? []
  }

  const ask = async (query: SearchQuery): Promise<Asked> => {
    const names = query.attributes ?? schema.attributes.filter((name) => !schema.hidden.includes(name))
    const attributes = schema.attributes
      .map((name, number) => ({ name, number }))
      .filter(({ name }) => names.includes(name))
    const mask = attributes.reduce((bits, { number }) => bits | (1 << number), 0)
    const text = await askText(lookUp, query, attributes)
    const filter = query.filter ? filterExpression(query.filter) : ALWAYS
    const words = all([filter, ...[...text.units, ...text.phrases].map(matches)])
    const ruledOut = (await exceptions(text, mask, words)).map(not)
    const holds = all([ALWAYS, words, ...ruledOut])
    return { query, text, mask, holds, rest: all([ALWAYS, filter, ...ruledOut]) }
  }

  /** What hits must not be: excluded, or with the words of a phrase side by side, but not as it has them. */
  const exceptions = async (text: AskedText, mask: number, words: Expression): Promise<Expression[]> => {
    const wrong = text.phrases.filter(({ sure }) => !sure).map((phrase) => unlike(words, phrase, mask))
    const excluded = text.excluded.map(async (phrase) => {
      const spared = phrase.sure ? [] : await unlike(all([words, phrase.holds]), phrase, mask)
      return spared.length > 0 ? all([phrase.holds, not(isIn('key', spared))]) : phrase.holds
    })
    const keys = (await Promise.all(wrong)).flat()
    return [...(keys.length > 0 ? [isIn('key', keys)] : []), ...(await Promise.all(excluded))]
  }
  const unlike = async (candidates: Expression, { terms }: Phrase, mask: number): Promise<string[]> => {
    const docs = await read(candidates, 0, CHECKED_PHRASES + 1)
    if (docs.length > CHECKED_PHRASES) return []
    const has = withPhrase(
      toSample(schema, docs, (term) => terms.includes(term)),
      terms,
      mask,
    )
    return docs.filter((_doc, i) => !has[i]).map((doc) => doc.key)
  }

  const toHits = (asked: Asked, docs: readonly SampledDocument[], byRelevance: boolean): SearchHit[] =>
    rankSample(toSample(schema, docs, asked.text.isAsked), asked.query, asked.mask, byRelevance)

  const hits = async (asked: Asked, total: number): Promise<SearchHit[]> => {
    const { offset = 0, limit = 20, sort = [] } = asked.query
    const end = Math.min(total, offset + limit)
    if (offset >= end) return []
    const { units, phrases } = asked.text
    if (sort.length > 0 || units.length + phrases.length === 0)
      return toHits(asked, await read(asked.holds, offset, end - offset, sortExpressions(sort)), false)
    if (total <= few) return toHits(asked, await read(asked.holds, 0, total), true).slice(offset, end)
    const found: SearchHit[] = []
    for await (const { holds, start, size } of levelsUpTo(asked, end)) {
      if (start + size <= offset) continue
      const [from, to] = [Math.max(offset, start) - start, Math.min(end, start + size) - start]
      if (size <= CLOSENESS_LIMIT)
        found.push(...toHits(asked, await read(holds, 0, size), true).slice(from, to))
      else found.push(...toHits(asked, await read(holds, from, to - from), false))
    }
    return found
  }

  /** The levels of a query with their sizes, until they hold as many hits as wanted. */
  async function* levelsUpTo(
    asked: Asked,
    end: number,
  ): AsyncGenerator<{ holds: Expression; start: number; size: number }> {
    const levels: Level[] = levelsOf([...asked.text.units, ...asked.text.phrases])
    let start = 0
    for (let i = 0; i < levels.length && start < end; i += LEVELS_AT_ONCE) {
      const some = levels.slice(i, i + LEVELS_AT_ONCE).map((level) => all([asked.rest, level.holds]))
      const sizes = await count(some)
      for (const [j, holds] of some.entries()) {
        const size = sizes[j] ?? 0
        if (size > 0 && start < end) yield { holds, start, size }
        start += size
      }
    }
  }

  return {
    async search(query) {
      const asked = await ask(query)
      const facets = query.facets ?? []
      const names = facets.map((name) => `facets.${name}`)
      const [page] = await connection.search([on(asked.holds, { hitsPerPage: 0, facets: names })])
      const total = page?.totalHits ?? 0
      const counts = facets.map((name) => {
        const counted = toCounts(page?.facetDistribution?.[`facets.${name}`] ?? {})
        return [name, counted.slice(0, query.facetLimit ?? 1000)]
      })
      return { hits: await hits(asked, total), total, facets: Object.fromEntries(counts) }
    },
  }
}

function toCounts(distribution: Readonly<Record<string, number>>): FacetCount[] {
  return Object.entries(distribution)
    .map(([value, count]) => ({ value: decodeValue(value), count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}
