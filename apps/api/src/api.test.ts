import { readFile } from 'node:fs/promises'
import { parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApi, type TestApi } from './testing/open-api.ts'
import { sampleIds, saveWorld } from './testing/world.ts'

let t: TestApi
beforeAll(async () => {
  t = await openTestApi({ aliases: 2 })
  await saveWorld(t.database.db)
  await t.index()
})
afterAll(() => t.close())

const execute = (query: string, variables: Record<string, unknown> = {}, locale = 'en') =>
  t.api.execute({
    request: new Request('https://hansa.example/practices', { headers: { 'Accept-Language': 'de' } }),
    document: parse(query),
    variables,
    locale,
    requestId: 'page-1',
  })

describe('a document run in this process', () => {
  test('answers in the language of the page, not of the browser', async () => {
    const query = '{ practice(slug: "a-key") { title { language } } }'
    expect((await execute(query, {}, 'sv')).data).toEqual({ practice: { title: { language: 'sv' } } })
    expect((await execute(query, {}, 'en')).data).toEqual({ practice: { title: { language: 'en' } } })
  })

  test('is not bound by the limits for strangers', async () => {
    const query = `{ ${['a', 'b', 'c'].map((name) => `${name}: practice(id: "${sampleIds.practice}") { id }`).join(' ')} }`
    expect((await t.ask(query)).errors[0]?.extensions.code).toBe('LIMIT_EXCEEDED')
    expect((await execute(query)).errors).toBeUndefined()
  })

  test('gets the same typed errors as over HTTP', async () => {
    const { errors } = await execute('query ($after: String) { practices(after: $after) { totalCount } }', {
      after: 'x',
    })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field: 'after' }] })
  })

  test('is told in one sentence that a part is not available; what it is goes to the log', async () => {
    const broken = await openTestApi()
    await broken.search.close()
    const { errors } = await broken.api.execute({
      request: new Request('https://hansa.example/'),
      document: parse('{ search { totalCount } }'),
      variables: {},
      locale: 'en',
      requestId: 'page-2',
    })
    expect(errors).toHaveLength(1)
    expect(errors?.[0]).toMatchObject({
      message: 'The registry cannot answer at the moment; try again soon.',
      extensions: { code: 'UNAVAILABLE' },
    })
    expect(broken.logged).toMatchObject([{ requestId: 'page-2' }])
    await broken.close().catch(() => broken.database.close())
  })
})

test('the example with curl in docs/api.md is answered', async () => {
  const page = await readFile(new URL('../../../docs/api.md', import.meta.url), 'utf8')
  const body: unknown = JSON.parse(/-d '(\{[\s\S]*?\n\})'/.exec(page)?.[1] ?? '')
  const { query, variables } = body as { query: string; variables: object }
  const { data, errors } = await t.ask(query, variables, { 'Accept-Language': 'de' })
  expect(errors).toEqual([])
  expect(data.search.totalCount).toBe(0)
  // The example asks for Germany, which the test's registry does not have.
  const sweden = await t.ask(query.replace('DE', 'SE'), variables, { 'Accept-Language': 'de' })
  expect(sweden.data.search.edges[0].node.title).toEqual({ value: 'Ein Schlüssel für alle', language: 'de' })
})
