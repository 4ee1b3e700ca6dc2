import { randomBytes } from 'node:crypto'
import { Meilisearch } from 'meilisearch'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { SearchEngine } from '../engine.ts'
import { fill, idsOf, TEST_SCHEMA, titled } from '../testing/fixtures.ts'
import { testServer } from '../testing/meilisearch.ts'
import { type MeilisearchOptions, openMeilisearchEngine } from './meilisearch-engine.ts'
import { KEY_ACTIONS } from './rights.ts'

const server = testServer() ?? { url: 'http://localhost', key: '' }
const MINUTE = 60_000

describe.skipIf(!testServer())('an index on a real Meilisearch server', () => {
  const client = new Meilisearch({ host: server.url, apiKey: server.key })
  const opened: SearchEngine[] = []
  let now: Date
  let prefix: string
  let name: string
  beforeEach(() => {
    now = new Date()
    prefix = `test-${randomBytes(6).toString('hex')}`
    name = `${prefix}-${TEST_SCHEMA.name}`
  })
  afterAll(() => Promise.all(opened.map((engine) => engine.close())))
  const open = async (more: Partial<MeilisearchOptions> = {}) => {
    const engine = openMeilisearchEngine({
      ...server,
      prefix,
      strict: false,
      clock: { now: () => now },
      ...more,
    })
    opened.push(engine)
    await engine.configure(TEST_SCHEMA)
    return engine
  }
  const names = async () => {
    const { results } = await client.getRawIndexes({ limit: 1000 })
    return results.map(({ uid }) => uid).filter((uid) => uid.startsWith(prefix))
  }

  it('is as it was after a restart, position and all', async () => {
    const engine = await open()
    await fill(engine, [titled('a', 'Housing')])
    await engine.apply({ upsert: [titled('b', 'Housing')], remove: ['a'], seq: 2n ** 60n })
    const next = await open()
    expect(await next.health()).toEqual({
      seq: 2n ** 60n,
      savedSeq: 2n ** 60n,
      docs: 1,
      stale: false,
      problem: null,
    })
    expect(await idsOf(next, 'housing')).toEqual(['b'])
  })

  it('is stale when somebody changed its settings, and right again when it was rebuilt', async () => {
    await fill(await open(), [titled('a', 'Housing')])
    await client.index(name).updateRankingRules(['words']).waitTask()
    const engine = await open()
    expect(await engine.health()).toMatchObject({
      stale: true,
      problem: expect.stringContaining('rankingRules'),
    })
    await fill(engine, [titled('a', 'Housing')])
    expect(await engine.health()).toMatchObject({ stale: false, problem: null })
    expect(await (await open()).health()).toMatchObject({ stale: false })
  })

  it('is stale when it is gone', async () => {
    const engine = await open()
    await fill(engine, [titled('a', 'Housing')])
    await client.deleteIndex(name).waitTask()
    expect(await engine.health()).toMatchObject({ stale: true, problem: expect.stringContaining('gone') })
    expect(await (await open()).health()).toMatchObject({ stale: true, docs: 0 })
  })

  it('takes no changes from a process that does not know it was replaced, until that opens it again', async () => {
    const [one, other] = [await open(), await open()]
    await fill(one, [titled('a', 'Housing')])
    const change = { upsert: [titled('b', 'Housing')], remove: [], seq: 9n }
    await expect(other.apply(change)).rejects.toThrow('replaced')
    expect(await other.health()).toMatchObject({ stale: true })
    await other.configure(TEST_SCHEMA)
    await other.apply(change)
    expect(await idsOf(one, 'housing')).toEqual(['a', 'b'])
    expect(await other.health()).toMatchObject({ stale: false, seq: 9n })
  })

  it('does not go back when two processes write', async () => {
    await fill(await open(), [])
    const [one, other] = [await open(), await open()]
    await one.apply({ upsert: [], remove: [], seq: 9n })
    await other.apply({ upsert: [titled('a', 'Housing')], remove: [], seq: 7n })
    expect(await one.health()).toMatchObject({ seq: 9n, docs: 1 })
  })

  it('is cleared of what a crash in the middle of a rebuild has left, but not of a rebuild under way', async () => {
    await fill(await open(), [titled('a', 'Housing')])
    await client.createIndex(`${name}-building-0123`).waitTask()
    await open()
    expect((await names()).sort()).toEqual([name, `${name}-building-0123`])
    now = new Date(now.getTime() + 15 * MINUTE)
    expect(await idsOf(await open(), 'housing')).toEqual(['a'])
    expect(await names()).toEqual([name])
  })

  it('needs just the rights of KEY_ACTIONS, and names each that is missing', async () => {
    const keyWith = async (actions: readonly (typeof KEY_ACTIONS)[number][]) =>
      (await client.createKey({ name: prefix, actions: [...actions], indexes: ['*'], expiresAt: null })).key
    const engine = await open({ key: await keyWith(KEY_ACTIONS), strict: true })
    await fill(engine, [titled('a', 'Housing')])
    await engine.apply({ upsert: [], remove: ['a'], seq: 3n })
    expect(await engine.health()).toMatchObject({ docs: 0, seq: 3n })
    for (const action of KEY_ACTIONS) {
      const key = await keyWith(KEY_ACTIONS.filter((other) => other !== action))
      await expect(open({ key })).rejects.toThrow(
        new RegExp(`may not do this on the search server: ${action}\\.`),
      )
    }
  })

  it('is not entrusted to a key that may read all keys, when the rules are strict', async () => {
    await expect(open({ strict: true })).rejects.toThrow('make a key of its own for Hansa')
  })
})
