import { testEngine } from '@hansa/db/testing'
import { thoroughness } from '@hansa/domain/testing'
import fc from 'fast-check'
import {
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
} from 'graphql'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { schema } from '../graphql/schema.ts'
import { openTestApi, type TestApi } from './open-api.ts'
import { sampleIds, saveWorld } from './world.ts'

let t: TestApi
beforeAll(async () => {
  t = await openTestApi()
  await saveWorld(t.database.db)
  await t.index()
})
afterAll(() => t.close())
/** How many documents were run and not refused: a fuzz whose every input is refused would show nothing. */
let answered = 0
beforeEach(() => {
  t.logged.splice(0)
  answered = 0
})

const settings = { seed: 20_261_122, endOnFailure: true }

/** Most that is tried never reaches the database; the second engine is asked a part of it. */
const share = (testEngine() === 'postgres' ? 0.2 : 0.4) * thoroughness
const runs = (count: number) => ({ ...settings, numRuns: Math.ceil(count * share) })

/** Nothing anybody sends may end in a fault of ours. */
const survives = async (query: string, variables?: unknown) => {
  const { status, errors, data } = await t.ask(query, variables as object)
  const faults = errors.filter(
    ({ extensions }) => !extensions?.code || extensions.code === 'INTERNAL_SERVER_ERROR',
  )
  expect([status < 500, faults, t.logged]).toEqual([true, [], []])
  if (data) answered += 1
}

const odd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '',
    '\0',
    '\ud800',
    '%',
    "'",
    '"',
    '\\',
    '__proto__',
    'hasOwnProperty',
    'policy-area/housing',
    'policy-area/\0',
    'practice',
    'malmo',
    'SE',
    'a'.repeat(3000),
  ),
  fc.constantFrom(...Object.values(sampleIds)),
  fc.string({ maxLength: 12 }).map((text) => `prac_${text}`),
  fc.anything().map((value) => Buffer.from(JSON.stringify(value) ?? '').toString('base64url')),
)

test('any text in place of an id, slug, cursor, key, language or search is answered', async () => {
  const query = `query ($s: String!, $id: ID!, $ids: [ID!]!) {
    node(id: $id) { id } nodes(ids: $ids) { id } practice(slug: $s) { title(language: $s) { value } } city(id: $id) { id }
    entry(kind: NETWORK, slug: $s) { id } concept(id: $id) { id } conceptScheme(key: $s) { key }
    country(slug: "sweden") { practices { totalCount } }
    one: search(text: $s) { totalCount didYouMean edges { snippet { text } reasons { text } } facets { values { label } } }
    three: search(filter: { kind: [$s], policyArea: [$s], country: [$s], network: [$s], city: [$s], language: [$s], evidence: [$s] }) { totalCount facets { name values { value label } } }
  }`
  await fc.assert(
    fc.asyncProperty(odd, (s) => survives(query, { s, id: s, ids: [s, s] })),
    runs(700),
  )
  expect(answered).toBeGreaterThan(300 * share)
  for (const paged of ['practices(after: $s)', 'search(after: $s)'])
    await fc.assert(
      fc.asyncProperty(odd, (s) => survives(`query ($s: String!) { ${paged} { totalCount } }`, { s })),
      runs(300),
    )
}, 300_000)

test('any variables of any shape are answered', async () => {
  const query =
    'query ($text: String, $kinds: [EntryKind!], $filter: SearchFilter, $sort: SearchSort, $first: Int, $after: String) { search(text: $text, kinds: $kinds, filter: $filter, sort: $sort, first: $first, after: $after) { totalCount edges { cursor } facets { name } points { count } } }'
  const lists = fc.array(odd, { maxLength: 4 })
  const filter = fc.dictionary(
    fc.constantFrom(
      'kind',
      'policyArea',
      'country',
      'network',
      'year',
      'evidence',
      'yearFrom',
      'yearTo',
      'nonsense',
    ),
    fc.oneof(lists, fc.integer(), fc.jsonValue()),
  )
  const variables = fc.record(
    {
      text: fc.oneof(odd, fc.jsonValue()),
      kinds: fc.oneof(fc.subarray(['PRACTICE', 'CITY', 'nonsense']), fc.jsonValue()),
      filter: fc.oneof(filter, fc.jsonValue()),
      sort: fc.oneof(fc.constantFrom('TITLE', 'YEAR', 'x'), fc.jsonValue()),
      first: fc.oneof(fc.integer(), fc.double(), fc.jsonValue()),
      after: fc.oneof(odd, fc.jsonValue()),
    },
    { requiredKeys: [] },
  )
  await fc.assert(
    fc.asyncProperty(variables, (given) => survives(query, given)),
    runs(1000),
  )
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), (given) => survives(query, given)),
    runs(300),
  )
}, 300_000)

const quoted = (text: string): string => JSON.stringify(text)

const literalOf = (type: GraphQLInputType): fc.Arbitrary<string> => {
  const inner = getNullableType(type)
  if (isListType(inner))
    return fc.array(literalOf(inner.ofType), { maxLength: 3 }).map((items) => `[${items.join(' ')}]`)
  if (isEnumType(inner)) return fc.constantFrom(...inner.getValues().map(({ name }) => name))
  if (isInputObjectType(inner)) {
    const fields = Object.values(inner.getFields())
    return fc
      .subarray(fields, { maxLength: Math.min(3, fields.length) })
      .chain((chosen) =>
        fc.tuple(...chosen.map((field) => literalOf(field.type).map((value) => `${field.name}: ${value}`))),
      )
      .map((parts) => `{${parts.join(' ')}}`)
  }
  return String(inner) === 'Int' ? fc.integer({ min: -3, max: 120 }).map(String) : odd.map(quoted)
}

const argumentsOf = (list: readonly GraphQLArgument[]): fc.Arbitrary<string> =>
  fc
    .subarray([...list])
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map((argument) => literalOf(argument.type).map((value) => `${argument.name}: ${value}`)),
      ),
    )
    .map((parts) => (parts.length > 0 ? `(${parts.join(' ')})` : ''))

/** A random selection that the schema has, with random arguments. */
const selectionOf = (type: GraphQLOutputType, depth: number): fc.Arbitrary<string> => {
  const named = getNamedType(type)
  if (!isObjectType(named) && !isInterfaceType(named)) return fc.constant('')
  const fields = Object.values(named.getFields()).filter(
    (field) => depth > 0 || !('getFields' in getNamedType(field.type)),
  )
  return fc
    .subarray(fields, { maxLength: Math.min(4, fields.length) })
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map((field) =>
          fc
            .tuple(argumentsOf(field.args), selectionOf(field.type, depth - 1))
            .map((parts) => `${field.name}${parts.join(' ')}`),
        ),
      ),
    )
    .map((parts) => `{ __typename ${parts.join(' ')} }`)
}

test('any document that fits the schema is answered', async () => {
  const query = schema.getQueryType()
  if (!query) throw new Error('no query type')
  await fc.assert(
    fc.asyncProperty(selectionOf(query, 4), (document) => survives(document)),
    runs(1500),
  )
  expect(answered).toBeGreaterThan(300 * share)
}, 300_000)

test('any text in place of a document is answered', async () => {
  const pieces = fc.constantFrom(
    '{',
    '}',
    '(',
    ')',
    'query',
    '$a',
    ':',
    '...',
    'on',
    'Practice',
    'search',
    'id',
    '"',
    '@skip',
    'fragment',
    '1e9',
    '#',
    '[',
    ']',
    '!',
    '"""',
    'null',
  )
  const documents = fc.oneof(
    odd,
    fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(' ')),
  )
  await fc.assert(
    fc.asyncProperty(documents, (document) => survives(document)),
    runs(1500),
  )
}, 300_000)

test('any body, header and address is answered without a fault', async () => {
  const headers = fc.record({
    'Content-Type': fc.constantFrom(
      'application/json',
      'application/graphql',
      'text/plain',
      'multipart/form-data',
      'x',
      '',
    ),
    Accept: fc.constantFrom(
      'application/json',
      'application/graphql-response+json',
      'text/html',
      '*/*',
      'x',
      '',
    ),
    'Accept-Language': fc.string({ maxLength: 60 }).map((text) => text.replace(/[^\x20-\x7e]/g, '')),
  })
  const bodies = fc.oneof(
    odd,
    fc.json(),
    fc.constantFrom(
      '{"query":1}',
      '{"query":null}',
      '[]',
      '{"query":"{__typename}","variables":1}',
      '{"query":"{__typename}","extensions":[]}',
    ),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('GET', 'POST', 'OPTIONS'),
      headers,
      bodies,
      fc.webQueryParameters(),
      async (method, given, body, query) => {
        const init = { method, headers: given, ...(method === 'POST' && { body }) }
        const response = await t.api.fetch(new Request(`https://hansa.example/graphql?${query}`, init))
        expect([response.status < 500, t.logged]).toEqual([true, []])
        expect(await response.text()).not.toMatch(/ at .+\.[tj]s:\d+/)
      },
    ),
    runs(1500),
  )
}, 300_000)
