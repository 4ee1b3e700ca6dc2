import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { schema, silentLog, writeOutbox } from '@hansa/db'
import { type TestDatabase, testDatabase } from '@hansa/db/testing'
import { idFromSource } from '@hansa/domain/id'
import { createStemmers, nameTerm, openEmbeddedEngine, type SearchEngine } from '@hansa/search'
import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { saveConceptScheme } from '../concept/concept.service.ts'
import { saveEntries, saveEntry } from '../entry/entry.service.ts'
import { type Indexer, startIndexer } from './index-search.ts'

const viewer = { kind: 'system', name: 'test' } as const
const stemmers = createStemmers()
const id = (prefix: string, key: string) => idFromSource(prefix, 'test', key)
const provenance = (key: string) => ({ system: 'test', id: key })
const poland = {
  kind: 'country' as const,
  id: id('ctry', 'pl'),
  input: { title: 'Poland', code: 'PL', provenance: provenance('pl') },
}
const city = (title: string) => ({
  kind: 'city' as const,
  id: id('city', 'gdansk'),
  input: { title, country: poland.id, population: 486_345, provenance: provenance('gdansk') },
})
const practice = (key: string, more: object = {}) => ({
  kind: 'practice' as const,
  id: id('prac', key),
  input: {
    title: `Practice ${key}`,
    city: id('city', 'gdansk'),
    provenance: provenance(key),
    policyAreas: ['policy-area/housing'],
    ...more,
  },
})
const scheme = (german: string) => ({
  key: 'policy-area',
  labels: { en: { text: 'Policy areas', origin: 'human' } },
  concepts: [
    {
      key: 'housing',
      labels: { en: { text: 'Housing', origin: 'human' }, de: { text: german, origin: 'human' } },
    },
  ],
})

let database: TestDatabase
let folder: string
let search: SearchEngine
let indexer: Indexer | null
let now: Date
const start = async () => {
  search = openEmbeddedEngine({ folder })
  indexer = await startIndexer({ database, search, stemmers, clock: { now: () => now }, log: silentLog })
}
const stop = async () => {
  await indexer?.stop()
  indexer = null
  await search.close()
}
const find = async (text: string) => (await search.search({ text })).hits.map((hit) => hit.id)
const writer = () => ({ db: database.db, viewer })

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  now = new Date('2026-11-22T12:00:00Z')
  await database.reset()
  folder = await mkdtemp(join(tmpdir(), 'hansa-index-'))
  await saveConceptScheme(writer(), scheme('Wohnen'))
  await saveEntries(writer(), [poland, city('Gdańsk'), practice('one')])
  await start()
})
afterEach(async () => {
  await stop()
  await rm(folder, { recursive: true })
})

describe('the index', () => {
  test('holds what the database held before the first start', async () => {
    expect(await find('Practice one')).toEqual([id('prac', 'one')])
    expect(await find('Wohnen')).toEqual([id('prac', 'one')])
  })

  test('finds a published change without being asked', async () => {
    await saveEntry(writer(), practice('two', { summary: 'Harbour cooperative' }))
    await vi.waitFor(async () => expect(await find('harbour')).toEqual([id('prac', 'two')]), 30_000)
  })

  test('follows a city that changes its name into the practices that mention it', async () => {
    await saveEntry(writer(), city('Danzig'))
    await vi.waitFor(async () => expect(await find('danzig')).toContain(id('prac', 'one')), 30_000)
    expect(await find('gdansk')).not.toContain(id('prac', 'one'))
  })

  test('follows a concept that gets another label', async () => {
    await saveConceptScheme(writer(), scheme('Unterkunft'))
    await vi.waitFor(async () => expect(await find('unterkunft')).toEqual([id('prac', 'one')]), 30_000)
  })

  test('follows new names into texts that had them as mere words', async () => {
    await saveEntry(writer(), practice('two', { policyAreas: [], summary: 'Eine gute Unterkunft in Danzig' }))
    await vi.waitFor(async () => expect(await find('danzig')).toEqual([id('prac', 'two')]), 30_000)
    expect(await find(`${nameTerm('policy-area/housing')} `)).toEqual([id('prac', 'one')])
    await saveConceptScheme(writer(), scheme('Unterkunft'))
    await saveEntry(writer(), city('Danzig'))
    const both = [id('prac', 'one'), id('prac', 'two')].sort()
    const naming = async (thing: string) => (await find(`${nameTerm(thing)} `)).sort()
    await vi.waitFor(async () => expect(await naming('policy-area/housing')).toEqual(both), 30_000)
    await vi.waitFor(
      async () => expect(await naming(id('city', 'gdansk'))).toEqual([id('city', 'gdansk'), ...both].sort()),
      30_000,
    )
  })

  test('learns the names of a city that is mentioned when an entry refers to it for the first time', async () => {
    const geonames = { system: 'geonames', id: '2692969' }
    const malmo = { title: 'Malmö', country: poland.id, coverage: 'mention', provenance: geonames }
    await saveEntry(writer(), { kind: 'city', id: id('city', 'malmo'), input: malmo })
    await saveEntry(writer(), practice('two', { summary: 'As Malmö did' }))
    await vi.waitFor(async () => expect(await find('as malmo did')).toEqual([id('prac', 'two')]), 30_000)
    const naming = async () => (await find(`${nameTerm(id('city', 'malmo'))} `)).sort()
    expect(await naming()).toEqual([])
    await saveEntry(writer(), practice('three', { city: id('city', 'malmo') }))
    const all = [id('city', 'malmo'), id('prac', 'two'), id('prac', 'three')].sort()
    await vi.waitFor(async () => expect(await naming()).toEqual(all), 30_000)
  })

  test('forgets what is no longer public', async () => {
    await database.db.transaction(async (tx) => {
      await tx
        .update(schema.entry)
        .set({ state: 'archived' })
        .where(eq(schema.entry.id, id('prac', 'one')))
      await writeOutbox(tx, [{ entryId: id('prac', 'one'), entryKind: 'practice', event: 'entry.archived' }])
    })
    await vi.waitFor(async () => expect(await find('practice one')).toEqual([]), 30_000)
  })

  test('takes up what was written while it was down', async () => {
    await stop()
    await saveEntry(writer(), practice('three', { summary: 'Lighthouse keepers' }))
    await start()
    await vi.waitFor(async () => expect(await find('lighthouse')).toEqual([id('prac', 'three')]), 30_000)
  })

  test('is built anew when it is ahead of a database restored from a backup', async () => {
    await saveEntry(writer(), practice('four', { summary: 'Quayside' }))
    await vi.waitFor(async () => expect(await find('quayside')).toHaveLength(1), 30_000)
    await stop()
    await database.db.delete(schema.outbox)
    await database.db.delete(schema.entry).where(eq(schema.entry.id, id('prac', 'four')))
    await start()
    expect(await find('quayside')).toEqual([])
    expect(await find('practice one')).toEqual([id('prac', 'one')])
  })

  test('leaves in the outbox, after a week, only what it may still need, and goes on from there', async () => {
    await saveEntry(writer(), practice('five', { summary: 'Boathouse' }))
    await vi.waitFor(async () => expect(await find('boathouse')).toHaveLength(1), 30_000)
    await stop()
    now = new Date(Date.now() + 8 * 86_400_000)
    await start()
    expect(await database.db.$count(schema.outbox)).toBe(1)
    await saveEntry(writer(), practice('six', { summary: 'Slipway' }))
    await vi.waitFor(async () => expect(await find('slipway')).toHaveLength(1), 30_000)
    expect(await find('boathouse')).toHaveLength(1)
  })

  test('is built anew when it is older than the outbox reaches back', async () => {
    await stop()
    const copy = `${folder}-old`
    await cp(folder, copy, { recursive: true })
    await start()
    await saveEntry(writer(), practice('seven', { summary: 'Drydock' }))
    await saveEntry(writer(), practice('eight', { summary: 'Crane' }))
    await vi.waitFor(async () => expect(await find('crane')).toHaveLength(1), 30_000)
    await stop()
    now = new Date(Date.now() + 8 * 86_400_000)
    await start()
    await stop()
    await rm(folder, { recursive: true })
    await cp(copy, folder, { recursive: true })
    await rm(copy, { recursive: true })
    await start()
    expect(await find('drydock')).toEqual([id('prac', 'seven')])
  })

  test('learns on the next start that a confirmation is overdue', async () => {
    await saveEntry(writer(), practice('one', { lastConfirmedAt: '2026-11-01' }))
    const overdue = async () =>
      (await search.search({ text: '', filter: { facet: 'freshness', in: ['overdue'] } })).total
    await vi.waitFor(
      async () =>
        expect(
          (await search.search({ text: '', filter: { facet: 'freshness', in: ['confirmed'] } })).total,
        ).toBe(1),
      30_000,
    )
    expect(await overdue()).toBe(0)
    await stop()
    now = new Date('2027-11-22T12:00:00Z')
    await start()
    await vi.waitFor(async () => expect(await overdue()).toBe(1), 30_000)
  })
})
