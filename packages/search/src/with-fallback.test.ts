import { randomBytes } from 'node:crypto'
import { InvalidInput } from '@hansa/domain/errors'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openEmbeddedEngine } from './embedded/embedded-engine.ts'
import type { SearchEngine, SearchPage } from './engine.ts'
import { openMeilisearchEngine } from './meilisearch/meilisearch-engine.ts'
import { type CuttableProxy, openProxy } from './testing/cuttable-proxy.ts'
import { fill, ids, TEST_SCHEMA, titled } from './testing/fixtures.ts'
import { testServer } from './testing/meilisearch.ts'
import { withFallback } from './with-fallback.ts'

const server = testServer()
const key = server?.key ?? 'no key'
const LIMITED: SearchPage = { hits: [], total: 7, facets: {} }
const RETRY_MS = 3000

describe('search with something to fall back on', () => {
  let now: number
  let said: (string | null)[]
  let asked: number
  const opened: (SearchEngine | CuttableProxy)[] = []
  beforeEach(() => {
    now = 0
    said = []
    asked = 0
  })
  afterEach(async () => {
    for (const one of opened.splice(0).reverse()) await one.close()
  })
  const clock = { now: () => new Date(now) }
  const guarded = (engine: SearchEngine, patienceMs: number) => {
    const counted: SearchEngine = {
      ...engine,
      search(query) {
        asked++
        return engine.search(query)
      },
    }
    const search = withFallback({
      engine: counted,
      limited: async () => LIMITED,
      clock,
      onChange: (reason) => said.push(reason),
      patienceMs,
      retryMs: RETRY_MS,
    })
    opened.push(search)
    return search
  }
  const onServer = (url: string, prefix = 'none') =>
    guarded(openMeilisearchEngine({ url, key, prefix, strict: false, clock, searchMs: 30_000 }), 30_000)
  const proxied = async (target: string | null) => {
    const proxy = await openProxy(target)
    opened.push(proxy)
    return proxy
  }

  it('is limited, and says so once, when nothing listens where the server should be', async () => {
    const proxy = await openProxy(null)
    await proxy.close()
    const search = onServer(proxy.url)
    await expect(search.configure(TEST_SCHEMA)).rejects.toThrow(/does not answer \(ECONNREFUSED\)/)
    for (let i = 0; i < 5; i++)
      expect(await search.search({ text: 'housing' })).toEqual({ ...LIMITED, limited: true })
    expect(said).toHaveLength(1)
  })

  it('gives up a search that takes too long, and after three in a row does not make the next ones wait', async () => {
    const engine = openEmbeddedEngine({ folder: null })
    await engine.configure(TEST_SCHEMA)
    await fill(engine, [titled('a', 'Housing')])
    const search = guarded({ ...engine, search: () => new Promise(() => undefined) }, 50)
    await search.configure(TEST_SCHEMA)
    for (let i = 0; i < 2; i++)
      expect(await search.search({ text: 'housing' })).toMatchObject({ limited: true })
    expect(said).toEqual([])
    for (let i = 0; i < 20; i++) await search.search({ text: 'housing' })
    expect(said).toEqual([expect.stringContaining('took longer than 50 ms')])
    expect(asked).toBe(3)
  })

  it('lets one hard question limit nobody else', async () => {
    const engine = openEmbeddedEngine({ folder: null })
    await engine.configure(TEST_SCHEMA)
    await fill(engine, [titled('a', 'Housing')])
    const search = guarded(
      {
        ...engine,
        search: (query) => (query.text === 'hard' ? new Promise(() => undefined) : engine.search(query)),
      },
      50,
    )
    await search.configure(TEST_SCHEMA)
    for (let i = 0; i < 5; i++) {
      expect(await search.search({ text: 'hard' })).toMatchObject({ limited: true })
      expect(ids(await search.search({ text: 'housing' }))).toEqual(['a'])
    }
    expect(said).toEqual([])
  })

  it('gives up on a server that accepts connections and never answers', async () => {
    const proxy = await proxied(null)
    const engine = openMeilisearchEngine({
      url: proxy.url,
      key,
      prefix: 'none',
      strict: false,
      clock,
      writeMs: 200,
    })
    await expect(engine.configure(TEST_SCHEMA)).rejects.toThrow(/does not answer \(request timed out/)
  })

  it('lets one search at a time try again after a while, and is whole when it succeeds', async () => {
    const engine = openEmbeddedEngine({ folder: null })
    await engine.configure(TEST_SCHEMA)
    await fill(engine, [titled('a', 'Housing')])
    let isSlow = true
    const slow: SearchEngine = {
      ...engine,
      search: (query) => (isSlow ? new Promise(() => undefined) : engine.search(query)),
    }
    const search = guarded(slow, 50)
    await search.configure(TEST_SCHEMA)
    for (let i = 0; i < 3; i++) await search.search({ text: 'housing' })
    now += RETRY_MS
    await Promise.all(Array.from({ length: 10 }, () => search.search({ text: 'housing' })))
    expect(asked).toBe(4)
    isSlow = false
    expect((await search.search({ text: 'housing' })).limited).toBe(true)
    now += RETRY_MS
    expect(ids(await search.search({ text: 'housing' }))).toEqual(['a'])
    expect(ids(await search.search({ text: 'housing' }))).toEqual(['a'])
    expect(said).toEqual([expect.any(String), null])
  })

  it('passes on that a query is invalid', async () => {
    const engine = openEmbeddedEngine({ folder: null })
    const search = guarded(engine, 1000)
    await search.configure(TEST_SCHEMA)
    await fill(search, [])
    await expect(search.search({ text: '', offset: -1 })).rejects.toThrow(InvalidInput)
    expect(said).toEqual([])
  })

  it('is limited until the index was filled once', async () => {
    const search = guarded(openEmbeddedEngine({ folder: null }), 1000)
    await search.configure(TEST_SCHEMA)
    expect(await search.search({ text: '' })).toMatchObject({ limited: true })
    await fill(search, [titled('a', 'Housing')])
    now += RETRY_MS
    expect(ids(await search.search({ text: '' }))).toEqual(['a'])
  })

  describe.skipIf(!server)('before a real Meilisearch', () => {
    it('falls back when the line is cut or held, and returns with everything', async () => {
      const proxy = await proxied(server?.url ?? null)
      const search = onServer(proxy.url, `test-${randomBytes(6).toString('hex')}`)
      await search.configure(TEST_SCHEMA)
      await fill(search, [titled('a', 'Housing')])
      const whole = await search.search({ text: 'housing' })
      expect(ids(whole)).toEqual(['a'])
      proxy.cut()
      expect(await search.search({ text: 'housing' })).toMatchObject({ limited: true })
      const change = { upsert: [titled('b', 'Housing')], remove: [], seq: 5n }
      await expect(search.apply(change)).rejects.toThrow(/does not answer/)
      proxy.mend()
      await search.apply(change)
      now += RETRY_MS
      expect(ids(await search.search({ text: 'housing' }))).toEqual(['a', 'b'])
      expect((await search.health()).seq).toBe(5n)
    })
  })
})
