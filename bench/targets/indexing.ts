import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { reindex, saveEntries } from '@hansa/api'
import type { Database, Log } from '@hansa/db'
import { idFromSource } from '@hansa/domain/id'
import type { SearchEngine, Stemmers } from '@hansa/search'

type Parts = {
  database: Database
  search: SearchEngine
  stemmers: Stemmers
  clock: { now(): Date }
  log: Log
}

/** How long the index took, and what other requests of the process felt of it meanwhile (milliseconds). */
export type Reindexing = {
  docs: number
  seconds: number
  /** Processor time of all threads, in seconds: what a machine that is busy with others takes too. */
  cpuSeconds: number
  longestGapMs: number
  searchMs: number[]
}

/**
 * Builds the whole index anew while a timer notes how long the event loop was not free, and searches go on.
 */
export const measureReindex = async (parts: Parts): Promise<Reindexing> => {
  let last = performance.now()
  let longestGapMs = 0
  const ticker = setInterval(() => {
    const now = performance.now()
    longestGapMs = Math.max(longestGapMs, now - last)
    last = now
  }, 1)
  const searchMs: number[] = []
  let running = true
  const searching = (async () => {
    while (running) {
      const start = performance.now()
      await parts.search.search({ text: 'housing language', limit: 20, facets: ['kind', 'policyArea'] })
      searchMs.push(performance.now() - start)
      await wait(20)
    }
  })()
  const start = performance.now()
  const before = process.cpuUsage()
  await reindex(parts)
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(before)
  running = false
  clearInterval(ticker)
  await searching
  const { docs } = await parts.search.health()
  return { docs, seconds, cpuSeconds: (user + system) / 1e6, longestGapMs, searchMs }
}

const repeats = 30

const changeOf = (number: number, word: string) => ({
  kind: 'component' as const,
  id: idFromSource('comp', 'hansa-bench', 'update'),
  input: {
    title: `Entry changed again and again ${word}`,
    slug: 'entry-changed-again-and-again',
    provenance: { system: 'hansa-bench', id: 'update' },
    summary: `Change ${number}`,
  },
})

/** Milliseconds from the moment an entry was saved until a search finds its new word, time after time. */
export const measureUpdates = async ({ database, search }: Parts): Promise<number[]> => {
  const viewer = { kind: 'system', name: 'bench' } as const
  const values: number[] = []
  for (let number = 0; number < repeats; number++) {
    const word = `zq${number}x${Date.now().toString(36)}`
    await saveEntries({ db: database.db, viewer }, [changeOf(number, word)])
    const start = performance.now()
    while ((await search.search({ text: word, limit: 1, typo: false })).total === 0) await wait(1)
    values.push(performance.now() - start)
  }
  return values
}
