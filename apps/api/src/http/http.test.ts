import { getIntrospectionQuery } from 'graphql'
import { serverAudits } from 'graphql-http'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestApi, type TestApi } from '../testing/open-api.ts'
import { saveWorld } from '../testing/world.ts'
import { languagesOf } from './languages.ts'

let t: TestApi
beforeAll(async () => {
  t = await openTestApi({ bodyBytes: 20_000 })
  await saveWorld(t.database.db)
})
afterAll(() => t.close())
beforeEach(() => void t.logged.splice(0))

const url = 'https://hansa.example/graphql'
const send = (init: RequestInit, address = url) =>
  t.api.fetch(new Request(address, init), { requestId: 'req-7' })
const json = { 'Content-Type': 'application/json' }

describe.each([
  ['a client that says it is no form', { 'x-graphql-yoga-csrf': '1' }],
  ['a client that does not', {}],
])('GraphQL over HTTP, spoken by %s', (_, ours) => {
  const fetchFn = (address: string, init: RequestInit = {}) =>
    send({ ...init, headers: { ...ours, ...(init.headers as object) } }, address)
  for (const audit of serverAudits({ url, fetchFn }))
    test(`audit ${audit.id}: ${audit.name}`, async () => {
      const result = await audit.fn()
      expect(result.status === 'error' ? result.reason : '').toBe('')
    })
})

describe('refuses', () => {
  const nested = (depth: number) =>
    `${'{ country(slug: "sweden") '}${'{ cities { nodes { country '.repeat(depth)}{ id }${' } } }'.repeat(depth)} }`

  test.each([
    ['fields nested too deep', nested(5), 'Fields are nested more than 12 deep'],
    [
      'nesting hidden in fragments',
      `query { country(slug: "sweden") { ...a } } ${'abcde'
        .split('')
        .map(
          (name, i, all) =>
            `fragment ${name} on Country { cities { nodes { country { ${all[i + 1] ? `...${all[i + 1]}` : 'id'} } } } }`,
        )
        .join(' ')}`,
      'Fields are nested more than 12 deep',
    ],
    [
      'too many aliases',
      `{ ${Array.from({ length: 101 }, (_, i) => `a${i}: stats { countries }`).join(' ')} }`,
      'The query has more than 100 aliases',
    ],
    [
      'too many directives',
      `{ ${Array.from({ length: 21 }, () => 'stats @skip(if: false) { countries }').join(' ')} }`,
      'The query has more than 20 directives',
    ],
    ['too many tokens', `{ stats { ${'a '.repeat(2001)} } }`, 'The query has more than 2000 tokens'],
    [
      'the schema asked for again and again',
      `{ ${Array.from({ length: 6 }, (_, i) => `a${i}: __schema { types { name } }`).join(' ')} }`,
      'The query asks for the schema more than 5 times',
    ],
    [
      'a query that costs too much',
      '{ practices(first: 100) { nodes { city { practices(first: 100) { nodes { city { practices(first: 100) { nodes { id title { value } } } } } } } } } }',
      'The query costs',
    ],
  ])('%s', async (_, query, message) => {
    const { errors, data } = await t.ask(query)
    expect(data ?? null).toBeNull()
    expect(errors[0]?.message).toContain(message)
    expect(errors[0]?.extensions).toEqual({ code: 'LIMIT_EXCEEDED' })
    expect(t.logged).toEqual([])
  })

  test('a document that includes itself', async () => {
    const { errors } = await t.ask(
      '{ country(slug: "sweden") { ...a } } fragment a on Country { cities { nodes { country { ...a } } } }',
    )
    expect(errors[0]?.message).toContain('Cannot spread fragment "a" within itself')
  })

  test('more than one operation at once', async () => {
    const response = await send({
      method: 'POST',
      headers: json,
      body: '[{"query":"{stats{countries}}"},{"query":"{stats{countries}}"}]',
    })
    expect(response.status).toBe(400)
  })

  test('a request larger than the limit', async () => {
    const response = await send({
      method: 'POST',
      headers: json,
      body: JSON.stringify({ query: `{ stats { countries } } #${'x'.repeat(20_000)}` }),
    })
    expect(response.status).toBe(413)
    expect(await response.json()).toEqual({
      errors: [
        { message: 'The request is larger than 20000 bytes.', extensions: { code: 'LIMIT_EXCEEDED' } },
      ],
    })
  })

  test('a form that another site sends', async () => {
    const response = await send({
      method: 'POST',
      headers: { 'Content-Type': 'text/plain' },
      body: '{"query":"{ stats { countries } }"}',
    })
    expect(response.status).toBe(403)
  })

  test('what takes too long', async () => {
    const slow = await openTestApi({ operationMs: 0 })
    const { status, errors } = await slow.ask('{ stats { countries } }')
    expect(status).toBe(503)
    expect(errors[0]?.extensions).toEqual({ code: 'UNAVAILABLE' })
    await slow.close()
  })

  test('what the schema does not have, without hinting at what it has', async () => {
    const { status, errors } = await t.ask('{ practicez { id } }')
    expect([status, errors[0]?.message]).toEqual([200, 'Cannot query field "practicez" on type "Query".'])
  })
})

describe('an error nobody expected', () => {
  test('is one sentence with the request id, under which it is logged', async () => {
    const broken = await openTestApi()
    await saveWorld(broken.database.db)
    await broken.database.exclusive(5000, async (connection) => {
      await connection.query(
        'ALTER TABLE setting RENAME TO setting_2; ALTER TABLE membership RENAME TO secret_table',
      )
    })
    const { status, data, errors } = await broken.ask('{ city(slug: "malmo") { slug memberships { role } } }')
    expect(status).toBeLessThan(500)
    expect(data).toEqual({ city: null })
    expect(errors).toEqual([
      {
        message: 'Something went wrong on our side. Quote request id request-1.',
        locations: expect.anything(),
        path: ['city', 'memberships'],
        extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'request-1' },
      },
    ])
    expect(broken.logged).toHaveLength(1)
    expect(broken.logged[0]).toMatchObject({ requestId: 'request-1', path: 'city.memberships' })
    await broken.close()
  })
})

describe('GraphiQL', () => {
  test('opens in a browser and asks no other server for anything', async () => {
    const response = await send({ headers: { Accept: 'text/html,application/xhtml+xml' } })
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toContain('text/html')
    expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'; script-src 'self'")
    const page = await response.text()
    expect(page).not.toContain('//')
    const assets = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address ?? '')
    expect(assets).toHaveLength(3)
    for (const asset of [...assets, '/graphql/assets/graphql.worker.js']) {
      const file = await send({}, `https://hansa.example${asset}`)
      expect(file.status).toBe(200)
      expect((await file.text()).length).toBeGreaterThan(100)
    }
    expect((await send({}, 'https://hansa.example/graphql/assets/../../etc/passwd')).status).toBe(404)
  })

  test('gets the schema it needs', async () => {
    const { data, errors } = await t.ask(getIntrospectionQuery())
    expect(errors).toEqual([])
    expect(data.__schema.types.length).toBeGreaterThan(80)
  })

  test('does not stand in the way of a query by GET', async () => {
    const response = await send(
      { headers: { 'x-graphql-yoga-csrf': '1', Accept: 'application/json' } },
      `${url}?query={__typename}`,
    )
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } })
  })
})

test.each([
  [null, []],
  ['', []],
  ['de-AT,de;q=0.9,en;q=0.8', ['de-AT', 'de', 'en']],
  ['en;q=0.2, fr', ['fr', 'en']],
  ['*, x, en-', []],
  ['en;q=0, de;q=2, fr;q=x', []],
  ['PT-br, zh-hant', ['pt-BR', 'zh-Hant']],
  [`${'aa-'.repeat(400)},en`, []],
  [Array.from({ length: 26 }, (_, i) => `a${String.fromCharCode(97 + i)}`).join(), 10],
])('the header Accept-Language "%s" means %j', (header, languages) => {
  const found = languagesOf(header)
  expect(typeof languages === 'number' ? found.length : found).toEqual(languages)
})
