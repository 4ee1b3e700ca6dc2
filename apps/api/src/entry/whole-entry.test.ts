import { createStatements, schema, silentLog, writeOutbox } from '@hansa/db'
import { type TestDatabase, testDatabase } from '@hansa/db/testing'
import { idFromSource } from '@hansa/domain/id'
import { type Viewer, visitor } from '@hansa/domain/permissions'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { followKept, type KeptFollower } from '../kept.ts'
import { saveEntries } from './entry.service.ts'
import { createWholeEntryLoaders } from './whole-entry.loaders.ts'

const system = { kind: 'system', name: 'test' } as const
const id = idFromSource('ctry', 'test', 'de')
const reviewer: Viewer = {
  kind: 'member',
  id: 'memb_000000000001',
  isAdministrator: false,
  affiliations: [{ entryId: id, function: 'reviewer', confirmed: true }],
  scopes: null,
}
const { entry } = schema

let database: TestDatabase
let kept: KeptFollower
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  await kept?.stop()
  await database.reset()
  const input = { title: 'Germany', code: 'DE', provenance: { system: 'test', id: 'de' } }
  await saveEntries({ db: database.db, viewer: system }, [{ kind: 'country', id, input }])
  await database.settle()
  kept = await followKept(database, silentLog)
})
afterAll(() => kept.stop())

/** What a request of its own reads. */
const read = async (viewer: Viewer = visitor) => {
  const reader = { db: database.db, statements: createStatements(), viewer, kept }
  return (await createWholeEntryLoaders(reader).entry.load(id))?.title.en?.text ?? null
}
const setQuietly = (values: { state?: 'draft'; title?: Record<string, { text: string; origin: 'human' }> }) =>
  database.db.update(entry).set(values).where(eq(entry.id, id))
const tell = () =>
  database.db.transaction((tx) =>
    writeOutbox(tx, [{ entryId: id, entryKind: 'country', event: 'entry.updated' }]),
  )

test('an entry is read once and again only when it changed', async () => {
  expect(await read()).toBe('Germany')
  await setQuietly({ title: { en: { text: 'Allemagne', origin: 'human' } } })
  expect(await read()).toBe('Germany')
  await tell()
  await vi.waitFor(async () => expect(await read()).toBe('Allemagne'), { timeout: 30_000 })
})

test('what was published is forgotten for the public when it is withdrawn, and was never kept for it from one who sees more', async () => {
  expect(await read()).toBe('Germany')
  await setQuietly({ state: 'draft' })
  await tell()
  await vi.waitFor(async () => expect(await read()).toBeNull(), { timeout: 30_000 })
  for (const viewer of [system, reviewer]) {
    expect(await read(viewer)).toBe('Germany')
    expect(await read()).toBeNull()
  }
})
