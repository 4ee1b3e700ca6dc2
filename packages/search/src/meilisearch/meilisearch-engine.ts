import { Unavailable } from '@hansa/domain/errors'
import { type Checks, checksFor } from '../check.ts'
import type { IndexSchema, SearchEngine } from '../engine.ts'
import { facetsBeginning } from '../facet-search.ts'
import { type ConnectionOptions, connect } from './connection.ts'
import { IndexKeeper } from './index-keeper.ts'
import { createSearcher, type Searcher } from './searcher.ts'
import { checkServer } from './server-check.ts'

export type MeilisearchOptions = ConnectionOptions & {
  /** Beginning of the names of all indexes; instances that share a server need different ones. */
  prefix: string
  /** Refuse a key that may do more than it needs. */
  strict: boolean
  /** So many hits are read and ranked at once, larger crowds are split by cost first; default 120. */
  few?: number
  clock: { now(): Date }
}

const FEW = 120

type Configured = { checks: Checks; keeper: IndexKeeper; searcher: Searcher }

/**
 * Opens the engine that keeps its index on a Meilisearch server.
 *
 * Nothing is asked of the server before `configure`, which may be tried again when it fails. Several processes may use one index;
 * all bring it to the same state.
 */
export function openMeilisearchEngine(options: MeilisearchOptions): SearchEngine {
  const connection = connect(options)
  let configured: Configured | null = null
  const ready = (): Configured => {
    if (!configured) throw new Unavailable('The search engine is not configured yet. Call configure first.')
    return configured
  }
  const open = async (schema: IndexSchema): Promise<Configured> => {
    const checks = checksFor(schema)
    const name = `${options.prefix}-${schema.name}`
    const version = await checkServer(connection, name, options.strict)
    const keeper = new IndexKeeper(connection, name, schema, version, options.clock)
    await keeper.open()
    return { checks, keeper, searcher: createSearcher(connection, name, schema, options.few ?? FEW) }
  }
  const engine: SearchEngine = {
    async configure(schema) {
      configured = await open(schema)
    },
    async apply(batch) {
      const { checks, keeper } = ready()
      checks.documents(batch.upsert)
      await keeper.apply(batch)
    },
    async rebuild(batches, seq) {
      const { checks, keeper } = ready()
      await keeper.rebuild(batches, checks.documents, seq)
    },
    async flush() {
      return { seq: await ready().keeper.settled() }
    },
    async search(query) {
      const { checks, keeper, searcher } = ready()
      checks.query(query)
      if (!keeper.fits) return { hits: [], total: 0, facets: emptyFacets(query.facets ?? []) }
      return searcher.search(query)
    },
    async facetSearch(facet, prefix, query) {
      ready().checks.facet(facet)
      const page = await engine.search({
        ...query,
        facets: [facet],
        facetLimit: Number.MAX_SAFE_INTEGER,
        limit: 0,
      })
      return facetsBeginning(page.facets[facet] ?? [], prefix).slice(0, query.facetLimit ?? 1000)
    },
    async health() {
      return ready().keeper.health()
    },
    async close() {
      await configured?.keeper.settled()
      configured = null
    },
  }
  return engine
}

const emptyFacets = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, []]))
