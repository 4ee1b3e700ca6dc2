import { createLimitedSearch, type Indexer, type IndexerDeps, keepIndexed, startIndexer } from '@hansa/api'
import type { Clock } from '@hansa/db'
import { openMeilisearchEngine, type SearchEngine, withFallback } from '@hansa/search'
import { type Env, InvalidConfiguration } from './env.ts'
import type { Log } from './log.ts'
import type { Stores } from './stores.ts'

/** The search of an instance, and what keeps its index. */
export type Search = {
  search: SearchEngine
  startIndexing(deps: IndexerDeps): Promise<Indexer>
  /** Whether searches are answered. */
  isReady(): Promise<boolean>
  /** From now on `listener` is told when other answers are to be expected, though nobody wrote anything. */
  onChange(listener: () => void): void
}

/**
 * The search of an instance: the embedded engine, or with MEILI_URL the one on a server, which may be away: searches are
 * then limited.
 */
export function openSearch(
  env: Env,
  { database, embedded }: Stores,
  { clock, log }: { clock: Clock; log: Log },
): Search {
  const { MEILI_URL: url, MEILI_KEY: key } = env
  if (embedded)
    return {
      search: embedded,
      startIndexing: startIndexer,
      isReady: async () => !(await embedded.health()).stale,
      onChange: () => undefined,
    }
  if (!url || !key)
    throw new InvalidConfiguration('There is neither an embedded search engine nor MEILI_URL.')
  const listeners: (() => void)[] = []
  const strict = env.NODE_ENV === 'production'
  const search = withFallback({
    engine: openMeilisearchEngine({ url, key, prefix: env.MEILI_INDEX, strict, clock }),
    limited: createLimitedSearch(database.db),
    clock,
    onChange: (reason) => {
      if (reason === null) log.info({}, 'search is whole again')
      else log.warn({ reason }, 'search is limited to titles and names until the search server answers')
      for (const listener of listeners) listener()
    },
  })
  return {
    search,
    startIndexing: keepIndexed,
    isReady: async () => true,
    onChange: (listener) => void listeners.push(listener),
  }
}
