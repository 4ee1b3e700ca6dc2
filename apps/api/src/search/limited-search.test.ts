import { schema } from '@hansa/db'
import { type TestDatabase, testDatabase } from '@hansa/db/testing'
import type { Filter, SearchQuery } from '@hansa/search'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildPractice, idOf, sampleIds, save, saveWorld } from '../testing/world.ts'
import { createLimitedSearch } from './limited-search.ts'

let database: TestDatabase
const named = {
  en: { text: 'Keys for all', origin: 'human' },
  de: { text: 'Schlüssel für alle', origin: 'human' },
}
const ids = {
  course: idOf('practice', 'course'),
  keys: idOf('practice', 'keys'),
  other: idOf('practice', 'other'),
}

beforeAll(async () => {
  database = await testDatabase()
  await saveWorld(database.db)
  await save(
    database.db,
    buildPractice('course', { title: 'Łódź: 100 % language', city: sampleIds.city }),
    buildPractice('keys', {
      title: named,
      alternativeNames: ['Klucze'],
      city: idOf('city', 'lund'),
      policyAreas: ['policy-area/housing'],
    }),
    buildPractice('other', { title: 'Another language', city: undefined }),
  )
})
afterAll(() => database.close())

const ours: Filter = { ids: Object.values(ids) }
const find = async (query: Partial<SearchQuery>) => {
  const filter: Filter = { all: [ours, ...(query.filter ? [query.filter] : [])] }
  const page = await createLimitedSearch(database.db)({ text: '', ...query, filter })
  expect(page.total).toBe(page.hits.length)
  return page.hits.map((hit) => hit.id)
}

describe('search without the search server', () => {
  test.each([
    ['lodz', [ids.course]],
    ['LANGUAGE łódź', [ids.course]],
    ['lang', [ids.other, ids.course]],
    ['schlüssel', [ids.keys]],
    ['klucze', [ids.keys]],
    ['human', []],
    ['100 %', [ids.course]],
    ['%', [ids.other, ids.keys, ids.course]],
    ['language housing', []],
  ])('finds by the words of titles and names: %s', async (text, found) => {
    expect(await find({ text })).toEqual(found)
  })

  test('knows phrases and exclusions', async () => {
    expect(await find({ phrases: ['keys for'] })).toEqual([ids.keys])
    expect(await find({ phrases: ['for keys'] })).toEqual([])
    expect(await find({ text: 'language', exclude: ['another'] })).toEqual([ids.course])
  })

  test.each<[string, Filter, string[]]>([
    ['a kind', { facet: 'kind', in: ['city'] }, []],
    ['a city', { facet: 'city', in: [sampleIds.city] }, [ids.course]],
    ['a country, by its cities', { facet: 'country', in: [sampleIds.country] }, [ids.keys, ids.course]],
    ['a concept', { facet: 'policyArea', in: ['policy-area/housing'] }, [ids.keys]],
    [
      'either of two',
      { any: [{ ids: [ids.other] }, { facet: 'city', in: [sampleIds.city] }] },
      [ids.other, ids.course],
    ],
    ['what is not', { not: { ids: [ids.other] } }, [ids.keys, ids.course]],
    ['nothing', { any: [] }, []],
  ])('filters by %s', async (_what, filter, found) => {
    expect(await find({ filter })).toEqual(found)
  })

  test('leaves out a condition the database cannot tell, alone and within another', async () => {
    const unknown: Filter = { facet: 'freshness', in: ['overdue'] }
    const all = [ids.other, ids.keys, ids.course]
    expect(await find({ filter: unknown })).toEqual(all)
    expect(await find({ filter: { not: unknown } })).toEqual(all)
    expect(await find({ filter: { any: [unknown, { ids: [] }] } })).toEqual(all)
  })

  test('gives pages with the same total, and counts nothing', async () => {
    const search = createLimitedSearch(database.db)
    const query = { text: '', filter: ours, limit: 2, facets: ['kind'] }
    const pages = [await search(query), await search({ ...query, offset: 2 })]
    expect(pages.map((page) => [page.total, page.hits.length, page.facets])).toEqual([
      [3, 2, { kind: [] }],
      [3, 1, { kind: [] }],
    ])
  })

  test('shows nobody what is not public', async () => {
    const { entry } = schema
    await database.db.update(entry).set({ state: 'archived' }).where(eq(entry.id, ids.other))
    expect(await find({ text: 'language' })).toEqual([ids.course])
  })
})
