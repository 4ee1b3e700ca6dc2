import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { schema } from '@hansa/db'
import { type TestDatabase, testDatabase } from '@hansa/db/testing'
import { idFromSource } from '@hansa/domain/id'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { saveEntry } from '../entry/entry.service.ts'
import { isSeeded, loadSeed } from './load-seed.ts'

const provenance = (id: string) => ({ system: 'hansa-seed', id, harvested: '2026-11-22' })
const label = (text: string) => ({ en: { text, origin: 'human' } })
const areas = {
  key: 'policy-area',
  labels: label('Policy areas'),
  concepts: [{ key: 'housing', labels: label('Housing') }],
}
const countries = {
  kind: 'country',
  entries: [{ slug: 'pl', title: 'Poland', code: 'PL', provenance: provenance('country/pl') }],
}
const cities = {
  kind: 'city',
  entries: [
    {
      slug: 'gdansk',
      title: { en: { text: 'Gdańsk', origin: 'human' } },
      country: '@country/pl',
      provenance: provenance('city/gdansk'),
    },
    { slug: 'lodz', title: 'Łódź', country: '@country/pl', provenance: provenance('city/lodz') },
  ],
}

let database: TestDatabase
let folder: string
const write = (name: string, content: unknown) =>
  writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
const load = () => loadSeed({ db: database.db, folder })

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.reset()
  folder = await mkdtemp(join(tmpdir(), 'hansa-seed-'))
  await mkdir(join(folder, 'concepts'))
  await write('concepts/policy-area.json', areas)
  await write('countries.json', countries)
  await write('cities.json', cities)
  return () => rm(folder, { recursive: true })
})

describe('loading a seed', () => {
  test('leaves a city and a country that were loaded from elsewhere what they are, and leads to them', async () => {
    const writer = { db: database.db, viewer: { kind: 'system', name: 'import' } as const }
    const country = await saveEntry(writer, {
      kind: 'country',
      input: { title: 'Polska', code: 'PL', slug: 'pl', provenance: { system: 'iso-3166-1', id: 'PL' } },
    })
    const city = await saveEntry(writer, {
      kind: 'city',
      input: {
        title: 'Gdańsk',
        slug: 'gdansk-pl',
        country: country.id,
        geonamesId: 3_099_434,
        provenance: { system: 'geonames', id: '3099434' },
      },
    })
    const [gdansk, ...others] = cities.entries
    await write('cities.json', { ...cities, entries: [{ ...gdansk, geonamesId: 3_099_434 }, ...others] })
    for (const changed of [1, 0]) expect(await load()).toMatchObject({ changed, keptEdits: 2 })
    const rows = await database.db
      .select({ id: schema.city.id, country: schema.city.country })
      .from(schema.city)
    expect(rows).toHaveLength(2)
    expect(rows).toContainEqual({ id: city.id, country: country.id })
    expect(new Set(rows.map((row) => row.country))).toEqual(new Set([country.id]))
  })

  test('writes every row, with references resolved', async () => {
    expect(await load()).toEqual({ entries: 3, changed: 3, keptEdits: 0, concepts: 1 })
    const rows = await database.db.select({ country: schema.city.country }).from(schema.city)
    expect(rows).toEqual(Array(2).fill({ country: idFromSource('ctry', 'hansa-seed', 'country/pl') }))
    expect(await isSeeded({ db: database.db, folder })).toBe(true)
  })

  test('again changes nothing', async () => {
    await load()
    expect(await load()).toEqual({ entries: 3, changed: 0, keptEdits: 0, concepts: 0 })
    expect(await database.db.$count(schema.audit)).toBe(4)
  })

  test('updates what changed in the files and keeps the id', async () => {
    await load()
    await write('cities.json', {
      ...cities,
      entries: cities.entries.map((row) => ({ ...row, population: 486_345 })),
    })
    expect(await isSeeded({ db: database.db, folder })).toBe(false)
    expect(await load()).toMatchObject({ changed: 2 })
    expect(await database.db.$count(schema.city)).toBe(2)
  })

  test('leaves alone what people have edited since', async () => {
    await load()
    const id = idFromSource('city', 'hansa-seed', 'city/lodz')
    const country = idFromSource('ctry', 'hansa-seed', 'country/pl')
    const input = { slug: 'lodz', title: 'Łódź, edited', country, provenance: provenance('city/lodz') }
    await saveEntry(
      { db: database.db, viewer: { kind: 'system', name: 'editor' } },
      { kind: 'city', id, input },
    )
    await write('cities.json', {
      ...cities,
      entries: cities.entries.map((row) => ({ ...row, population: 1000 })),
    })
    expect(await load()).toMatchObject({ changed: 1, keptEdits: 1 })
    const [row] = await database.db.select().from(schema.entry).where(eq(schema.entry.id, id))
    expect(row?.title.en?.text).toBe('Łódź, edited')
  })

  test('finishes a load that was cut short', async () => {
    await load()
    await database.db.delete(schema.setting)
    await database.db.delete(schema.city)
    await database.db.delete(schema.entry).where(eq(schema.entry.kind, 'city'))
    expect(await load()).toMatchObject({ changed: 2 })
  })

  test.each([
    ['a file that is not JSON', '{ "kind": ', 'file'],
    ['an unknown kind', { kind: 'castle', entries: [] }, 'kind'],
    [
      'an unknown field',
      {
        kind: 'city',
        entries: [{ ...cities.entries[0], slug: 'x', provenance: provenance('x'), mayor: 'A' }],
      },
      'entry',
    ],
    [
      'a reference to nothing',
      {
        kind: 'city',
        entries: [{ ...cities.entries[0], slug: 'x', provenance: provenance('x'), country: '@country/xx' }],
      },
      'country',
    ],
    [
      'a slug used twice',
      { kind: 'city', entries: [{ ...cities.entries[0], provenance: provenance('x') }] },
      'slug',
    ],
    [
      'a row without provenance',
      { kind: 'city', entries: [{ slug: 'x', title: 'X', country: '@country/pl' }] },
      'provenance',
    ],
    [
      'an unknown concept',
      {
        kind: 'component',
        entries: [
          { slug: 'x', title: 'X', provenance: provenance('x'), policyAreas: ['policy-area/castles'] },
        ],
      },
      'policyAreas.0',
    ],
  ])('with %s loads nothing and names file, row and field', async (_case, content, field) => {
    await write('z.json', content)
    const failure = await load().catch((error: unknown) => error)
    expect(failure).toMatchObject({
      code: 'INVALID_INPUT',
      problems: expect.arrayContaining([expect.objectContaining({ file: 'z.json', field })]),
    })
    expect(await database.db.$count(schema.entry)).toBe(0)
    expect(await database.db.$count(schema.concept)).toBe(0)
  })
})
