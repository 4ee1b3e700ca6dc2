import { schema } from '@hansa/db'
import { type TestDatabase, testDatabase } from '@hansa/db/testing'
import { entryFieldNames } from '@hansa/domain/entry'
import { Forbidden, InvalidInput, Unauthenticated } from '@hansa/domain/errors'
import { storageOf } from '@hansa/domain/fields'
import { idFromSource } from '@hansa/domain/id'
import { kindNames } from '@hansa/domain/kind'
import { visitor } from '@hansa/domain/permissions'
import { registry } from '@hansa/domain/registry'
import { desc, eq, getTableColumns } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { saveConceptScheme } from '../concept/concept.service.ts'
import { saveEntries, saveEntry } from './entry.service.ts'

const system = { kind: 'system', name: 'test' } as const
const provenance = (id: string) => ({ system: 'test', id })
const german = {
  kind: 'country',
  id: idFromSource('ctry', 'test', 'de'),
  input: { title: 'Germany', code: 'DE', provenance: provenance('de') },
} as const
const city = (name: string) => ({
  kind: 'city' as const,
  id: idFromSource('city', 'test', name),
  input: { title: name, country: german.id, provenance: provenance(name) },
})

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.reset()
  const label = (text: string) => ({ en: { text, origin: 'human' } })
  await saveConceptScheme(
    { db: database.db, viewer: system },
    {
      key: 'policy-area',
      labels: label('Policy areas'),
      concepts: [
        { key: 'housing', labels: label('Housing') },
        { key: 'health', labels: label('Health') },
      ],
    },
  )
})

const writer = () => ({ db: database.db, viewer: system })
const practice = (more: object = {}) => ({
  kind: 'practice' as const,
  id: idFromSource('prac', 'test', 'p1'),
  input: {
    title: 'Homes first',
    provenance: provenance('p1'),
    policyAreas: ['policy-area/housing'],
    ...more,
  },
})

describe('every field of a kind', () => {
  test.each(kindNames)('of %s is kept where its schema says', (kind) => {
    const own = Object.keys(getTableColumns(schema.kindTables[kind])).filter((name) => name !== 'id')
    const fields = Object.entries(storageOf(registry[kind])).filter(
      ([name]) => !(entryFieldNames as string[]).includes(name),
    )
    expect(own.sort()).toEqual(
      fields
        .filter(([, storage]) => storage.store === 'column')
        .map(([name]) => name)
        .sort(),
    )
  })

  test('that all kinds share is a column of the base table', () => {
    expect(Object.keys(getTableColumns(schema.entry))).toEqual(expect.arrayContaining(entryFieldNames))
  })
})

describe('saving', () => {
  test('writes the entry, its audit record and its event in one transaction', async () => {
    const saved = await saveEntry(writer(), practice())
    expect(saved).toMatchObject({ slug: 'homes-first', changed: true })
    const [row] = await database.db.select().from(schema.entry).where(eq(schema.entry.id, saved.id))
    expect(row).toMatchObject({
      kind: 'practice',
      title: { en: { text: 'Homes first', origin: 'human' } },
      version: 1,
    })
    const trail = await database.db.select().from(schema.audit).where(eq(schema.audit.entryId, saved.id))
    expect(trail).toMatchObject([{ actor: 'system:test', action: 'entry.created', before: null }])
    const events = await database.db.select().from(schema.outbox).where(eq(schema.outbox.entryId, saved.id))
    expect(events).toMatchObject([{ event: 'entry.created', entryKind: 'practice' }])
  })

  test('the same content again changes nothing and says nothing', async () => {
    await saveEntry(writer(), practice())
    expect(await saveEntry(writer(), practice())).toMatchObject({ changed: false })
    expect(await database.db.$count(schema.outbox, eq(schema.outbox.entryKind, 'practice'))).toBe(1)
  })

  test('a change replaces concepts and keeps what was before in the audit trail', async () => {
    const { id } = await saveEntry(writer(), practice())
    await saveEntry(writer(), practice({ policyAreas: ['policy-area/health'] }))
    const concepts = await database.db
      .select()
      .from(schema.entryConcept)
      .where(eq(schema.entryConcept.entryId, id))
    expect(concepts.map((row) => row.conceptId)).toEqual(['policy-area/health'])
    const trail = await database.db
      .select()
      .from(schema.audit)
      .where(eq(schema.audit.entryId, id))
      .orderBy(schema.audit.seq)
    expect(trail[1]?.before).toMatchObject({ policyAreas: ['policy-area/housing'] })
  })

  test('keeps what was before also when the trail tells of something else since', async () => {
    const { id } = await saveEntry(writer(), practice())
    const other = {
      actor: 'memb_000000000001',
      action: 'affiliation.requested',
      after: { function: 'member' },
    }
    await database.db.insert(schema.audit).values({ ...other, entryId: id })
    await saveEntry(writer(), practice({ policyAreas: ['policy-area/health'] }))
    const [last] = await database.db
      .select()
      .from(schema.audit)
      .where(eq(schema.audit.entryId, id))
      .orderBy(desc(schema.audit.seq))
    expect(last?.before).toMatchObject({ policyAreas: ['policy-area/housing'] })
  })

  test('a new slug leaves the old one redirecting, and nobody else can take it', async () => {
    const { id } = await saveEntry(writer(), practice())
    await saveEntry(writer(), practice({ slug: 'housing-first' }))
    expect(await database.db.select().from(schema.slugRedirect)).toEqual([
      { kind: 'practice', slug: 'homes-first', entryId: id },
    ])
    const other = { kind: 'practice' as const, input: { title: 'Homes first', provenance: provenance('p2') } }
    await expect(saveEntry(writer(), other)).rejects.toThrow(InvalidInput)
  })

  test('a slug that goes back to what it was redirects the other way', async () => {
    await saveEntry(writer(), practice())
    await saveEntry(writer(), practice({ slug: 'housing-first' }))
    await saveEntry(writer(), practice())
    expect((await database.db.select().from(schema.slugRedirect)).map((row) => row.slug)).toEqual([
      'housing-first',
    ])
  })

  test('several entries are saved all or none', async () => {
    const broken = {
      ...city('Ulm'),
      input: { ...city('Ulm').input, country: idFromSource('ctry', 'test', 'none') },
    }
    await expect(saveEntries(writer(), [german, city('Bonn'), broken])).rejects.toThrow()
    expect(await database.db.$count(schema.entry)).toBe(0)
  })

  test('three thousand cities are saved at once', async () => {
    await saveEntries(writer(), [german, ...Array.from({ length: 3000 }, (_, i) => city(`City ${i}`))])
    expect(await database.db.$count(schema.city)).toBe(3000)
  })

  test('wrong input is refused with the name of every wrong field', async () => {
    const wrong = saveEntry(writer(), practice({ title: '', start: '2016-13', policyAreas: ['housing'] }))
    await expect(wrong).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      fields: expect.arrayContaining([
        expect.objectContaining({ field: 'start' }),
        expect.objectContaining({ field: 'policyAreas.0' }),
      ]),
    })
  })

  test('links written as javascript are refused', async () => {
    const contact = { url: 'javascript:alert(1)' }
    await expect(saveEntry(writer(), practice({ contact }))).rejects.toMatchObject({
      fields: [{ field: 'contact.url' }],
    })
  })

  test('is refused to a visitor', async () => {
    const attempt = saveEntry({ db: database.db, viewer: visitor }, practice())
    await expect(attempt).rejects.toThrow(Unauthenticated)
    await expect(attempt).rejects.not.toThrow(Forbidden)
    expect(await database.db.$count(schema.entry)).toBe(0)
  })
})
