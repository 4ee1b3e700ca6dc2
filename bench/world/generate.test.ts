import { registry } from '@hansa/domain/registry'
import { expect, test } from 'vitest'
import { generateWorld } from './generate.ts'
import { readBase } from './load.ts'
import { makeQueries, queryClasses } from './queries.ts'

const seed = await readBase()
const size = { practices: 60, cities: 700, networks: 5, components: 10 }
const entries = [...generateWorld(seed, size)].flat()

test('the same size gives the same entries', () => {
  expect([...generateWorld(seed, size)].flat()).toEqual(entries)
})

test('as many entries of each kind are made as asked for', () => {
  const counts = Object.groupBy(entries, (entry) => entry.kind)
  expect(counts.practice).toHaveLength(60)
  expect(counts.city).toHaveLength(700)
  expect(counts.network).toHaveLength(5)
  expect(counts.component).toHaveLength(10)
})

test('every entry fits the schema of its kind', () => {
  const problems = entries.flatMap(({ kind, input }) => registry[kind].safeParse(input).error?.issues ?? [])
  expect(problems).toEqual([])
})

test('ids and slugs are unique, and every reference leads to an entry made or seeded', () => {
  const ids = new Set([...seed.rows, ...entries].map((entry) => entry.id))
  expect(ids.size).toBe(seed.rows.length + entries.length)
  expect(
    new Set(entries.map(({ kind, input }) => `${kind} ${Reflect.get(Object(input), 'slug')}`)).size,
  ).toBe(entries.length)
  const references =
    JSON.stringify(entries.map((entry) => entry.input)).match(/"[a-z]{4}_[0-9a-z]{12}"/g) ?? []
  expect(references.length).toBeGreaterThan(60)
  expect(references.map((quoted) => quoted.slice(1, -1)).filter((id) => !ids.has(id))).toEqual([])
})

test('practices are written in several languages, half of them in English', () => {
  const languages = entries.flatMap(({ kind, input }) =>
    kind === 'practice' ? [Reflect.get(Object(input), 'contentLanguage')] : [],
  )
  expect(new Set(languages).size).toBeGreaterThan(5)
  expect(languages.filter((language) => language === 'en').length).toBeGreaterThan(15)
})

test('queries are the same each time, and only browsing asks for nothing', () => {
  const queries = makeQueries(seed, 8)
  expect(makeQueries(seed, 8)).toEqual(queries)
  for (const name of queryClasses) {
    expect(queries[name]).toHaveLength(8)
    expect(queries[name].every((query) => (query.text === '') === (name === 'browse all'))).toBe(true)
  }
})
