import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SearchEngine } from '../engine.ts'
import { fill, idsOf, TEST_SCHEMA, testDoc, titled } from '../testing/fixtures.ts'
import { openEmbeddedEngine } from './embedded-engine.ts'
import { loadSnapshot, snapshotPath } from './snapshot.ts'

const DOCS = Array.from({ length: 120 }, (_, i) =>
  testDoc(`d${i}`, {
    stableKey: `${i % 10}-${i}`,
    fields: { title: [`Housing ${i % 7} Łódź`, 'Wohnen'], body: ['peer-review of the integration policy'] },
    facets: { area: [`a${i % 5}`, 'all'], country: i % 2 === 0 ? ['PL'] : [] },
    year: i % 3 === 0 ? null : 2000 + (i % 9),
    geo: i % 4 === 0 ? { lat: i / 2, lng: i } : null,
  }),
)

describe('the stored index', () => {
  let folder: string
  let path: string
  const opened: SearchEngine[] = []
  const open = async (schema = TEST_SCHEMA as Parameters<SearchEngine['configure']>[0]) => {
    const engine = openEmbeddedEngine({ folder })
    opened.push(engine)
    await engine.configure(schema)
    return engine
  }
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'search-'))
    path = snapshotPath(folder, TEST_SCHEMA)
  })
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((engine) => engine.close()))
    rmSync(folder, { recursive: true, force: true })
  })
  const store = async () => {
    const engine = await open()
    await fill(engine, DOCS)
    await engine.apply({ upsert: [titled('late', 'Housing late')], remove: ['d3'], seq: 42n })
    await engine.close()
  }
  const answers = (engine: SearchEngine) =>
    Promise.all(
      [
        { text: 'hosuing lod', facets: ['area', 'country', 'kind'], limit: 200 },
        {
          text: '',
          phrases: ['integration policy'],
          sort: [{ by: 'number', name: 'year', descending: true }] as const,
          limit: 200,
        },
        {
          text: '',
          sort: [
            { by: 'text', name: 'title' },
            { by: 'distance', from: { lat: 1, lng: 1 } },
          ] as const,
          filter: { number: 'year', min: 2003 },
        },
        { text: 'peerrev' },
      ].map((query) => engine.search(query)),
    )

  it('answers after a restart exactly as before it, and knows its position', async () => {
    const first = await open()
    await fill(first, DOCS)
    await first.apply({ upsert: [titled('late', 'Housing late')], remove: ['d3'], seq: 42n })
    const before = await answers(first)
    await first.close()
    const second = await open()
    expect(await second.health()).toEqual({ seq: 42n, savedSeq: 42n, docs: 120, stale: false, problem: null })
    expect(await answers(second)).toEqual(before)
    await second.apply({ upsert: [titled('new', 'Housing Łódź')], remove: ['late'], seq: 43n })
    expect(await idsOf(second, { text: 'housing lodz', limit: 1 })).toEqual(['new'])
  })

  it('is written some time after a change, without a close', async () => {
    const engine = openEmbeddedEngine({ folder, saveAfter: 1 })
    opened.push(engine)
    await engine.configure(TEST_SCHEMA)
    await engine.apply({ upsert: [titled('a', 'Housing')], remove: [], seq: 5n })
    while ((await engine.health()).savedSeq !== 5n) await new Promise((resolve) => setTimeout(resolve, 5))
    expect(existsSync(path)).toBe(true)
  })

  it('is refused in every broken shape, and the reason is given', async () => {
    await store()
    const whole = readFileSync(path)
    const flipped = Buffer.from(whole)
    flipped[whole.length >> 1] = (flipped[whole.length >> 1] ?? 0) ^ 1
    const shapes: [Buffer, RegExp][] = [
      [whole.subarray(0, whole.length - 1), /cut short/],
      [whole.subarray(0, 40), /cut short|other fields|another version/],
      [Buffer.alloc(0), /another version/],
      [Buffer.concat([whole, Buffer.from('x')]), /cut short/],
      [flipped, /damaged/],
      [Buffer.from('hansa-search-0 something old'), /another version/],
      [Buffer.from(`{"json": true}${' '.repeat(500)}`), /another version/],
    ]
    for (const [content, reason] of shapes) {
      writeFileSync(path, content)
      const engine = await open()
      expect(await engine.health()).toMatchObject({
        stale: true,
        docs: 0,
        seq: 0n,
        problem: expect.stringMatching(reason),
      })
      await fill(engine, DOCS.slice(0, 2))
      expect(await engine.health()).toMatchObject({ stale: false, docs: 2, problem: null })
      await engine.close()
    }
  })

  it('is refused when it was cut at any byte', async () => {
    await store()
    const whole = readFileSync(path)
    for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 200)) {
      writeFileSync(path, whole.subarray(0, at))
      expect(loadSnapshot(folder, TEST_SCHEMA)).toMatchObject({
        snapshot: null,
        problem: expect.stringMatching(/rebuilt/),
      })
    }
  })

  it('is refused when the schema has changed', async () => {
    await store()
    const engine = await open({ ...TEST_SCHEMA, version: 2 })
    expect(await engine.health()).toMatchObject({
      stale: true,
      problem: expect.stringMatching(/other fields/),
    })
  })

  it('stays stale when it was never rebuilt before it was stored', async () => {
    const engine = await open()
    await engine.apply({ upsert: [titled('a', 'Housing')], remove: [], seq: 5n })
    await engine.close()
    expect(await (await open()).health()).toMatchObject({ stale: true, docs: 1, seq: 5n })
  })

  it('reports that it cannot be written and goes on answering', async () => {
    mkdirSync(path)
    const engine = openEmbeddedEngine({ folder, saveAfter: 1 })
    opened.push(engine)
    await engine.configure(TEST_SCHEMA)
    await fill(engine, DOCS)
    while ((await engine.health()).problem === null) await new Promise((resolve) => setTimeout(resolve, 5))
    expect((await engine.health()).problem).toMatch(/could not be stored/)
    expect((await engine.search({ text: 'housing ' })).total).toBe(120)
  })

  it('says that the disk is full, leaves nothing half-written, and is stored once there is room', async () => {
    symlinkSync('/dev/full', `${path}.tmp`)
    const engine = openEmbeddedEngine({ folder, saveAfter: 1 })
    opened.push(engine)
    await engine.configure(TEST_SCHEMA)
    await fill(engine, DOCS)
    while ((await engine.health()).problem === null) await new Promise((resolve) => setTimeout(resolve, 5))
    expect((await engine.health()).problem).toMatch(/has room.*ENOSPC/)
    expect(existsSync(`${path}.tmp`)).toBe(false)
    expect((await engine.search({ text: 'housing ' })).total).toBe(120)
    await engine.close()
    expect(await (await open()).health()).toMatchObject({ stale: false, docs: 120, problem: null })
  })

  it('leaves a half-written file of a crash aside', async () => {
    await store()
    writeFileSync(`${path}.tmp`, 'half')
    const engine = await open()
    expect(await engine.health()).toMatchObject({ stale: false, docs: 120 })
  })

  it('does not keep a program alive that forgets to close it', async () => {
    const script = `
      import { openEmbeddedEngine } from ${JSON.stringify(new URL('./embedded-engine.ts', import.meta.url).href)}
      const engine = openEmbeddedEngine({ folder: ${JSON.stringify(folder)} })
      await engine.configure(${JSON.stringify(TEST_SCHEMA)})
      await engine.apply({ upsert: [${JSON.stringify(titled('a', 'Housing'))}], remove: [], seq: 1n })
      console.log((await engine.search({ text: 'housing' })).total)`
    const run = promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
      timeout: 20_000,
    })
    expect((await run).stdout).toBe('1\n')
  })

  it('refuses every call before configure and after close', async () => {
    const engine = openEmbeddedEngine({ folder: null })
    await expect(engine.search({ text: '' })).rejects.toThrow('Call configure first')
    await engine.configure(TEST_SCHEMA)
    await engine.close()
    await expect(engine.search({ text: '' })).rejects.toThrow(/configure|closed/)
    await engine.close()
  })

  it('refuses a schema that cannot be', async () => {
    const engine = openEmbeddedEngine({ folder: null })
    opened.push(engine)
    await expect(
      engine.configure({ ...TEST_SCHEMA, attributes: Array.from({ length: 9 }, (_, i) => `a${i}`) }),
    ).rejects.toThrow('attributes')
    await expect(engine.configure({ ...TEST_SCHEMA, hidden: ['nothing'] })).rejects.toThrow('hidden')
  })
})
