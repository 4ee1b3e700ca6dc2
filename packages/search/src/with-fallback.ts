import { Unavailable } from '@hansa/domain/errors'
import type { SearchEngine, SearchPage, SearchQuery } from './engine.ts'

/** Answers a query without the engine, as well as it can, with exact totals for what it answers. */
export type LimitedSearch = (query: SearchQuery) => Promise<SearchPage>

export type FallbackParts = {
  engine: SearchEngine
  limited: LimitedSearch
  clock: { now(): Date }
  /** Told once when search becomes limited, with the reason, and once when it is whole again (null). */
  onChange: (reason: string | null) => void
  /** Milliseconds after which a search is given up; default 2 s. */
  patienceMs?: number
  /** Milliseconds between two tries while search is limited; default 3 s. */
  retryMs?: number
  /** How many searches in a row have to be late before others are not let wait; default 3. */
  lateInRow?: number
}

/** An answer that did not come in time. */
class Late extends Unavailable {}

/**
 * Puts a limited search behind an engine that may be unreachable or slow.
 *
 * A search that the engine cannot answer in time is answered by the limited one. When the engine cannot be reached, or several
 * in a row were late, so are all after it, at once, without asking the engine; now and then one of them is let through, and
 * when the engine answers it, search is whole again. A single late one may have been a hard question and limits nobody else. An
 * index that was never filled counts as unreachable. Writing is not held back: whoever writes has to know that it failed.
 */
export function withFallback(parts: FallbackParts): SearchEngine {
  const { engine, limited, clock, onChange, patienceMs = 2000, retryMs = 3000, lateInRow = 3 } = parts
  let isLimited = false
  let isFilled = false
  let retryAt = 0
  let trying = false
  let late = 0
  const now = () => clock.now().getTime()
  const fall = (error: Unavailable) => {
    late = error instanceof Late ? late + 1 : 0
    if (!isLimited && late > 0 && late < lateInRow) return
    retryAt = now() + retryMs
    if (!isLimited) onChange(error.message)
    isLimited = true
  }
  const rise = () => {
    late = 0
    if (isLimited) onChange(null)
    isLimited = false
  }
  const whole = async (query: SearchQuery): Promise<SearchPage> => {
    if (!isFilled) throw new Unavailable('The search index is not built yet.')
    return await within(patienceMs, engine.search(query))
  }
  const limitedPage = async (query: SearchQuery) => ({ ...(await limited(query)), limited: true })
  const note = async () => {
    isFilled = !(await engine.health()).stale
  }
  return {
    ...engine,
    async configure(schema) {
      await engine.configure(schema)
      await note()
    },
    async rebuild(batches, seq) {
      await engine.rebuild(batches, seq)
      await note()
    },
    async search(query) {
      if (isLimited && (trying || now() < retryAt)) return limitedPage(query)
      // While limited only one at a time tries.
      trying = isLimited
      try {
        const page = await whole(query)
        rise()
        return page
      } catch (error) {
        if (!(error instanceof Unavailable)) throw error
        fall(error)
        return limitedPage(query)
      } finally {
        trying = false
      }
    },
  }
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Late(`The search server took longer than ${ms} ms.`)), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
    work.catch(() => undefined)
  }
}
