import { schema } from '@hansa/db'
import { kindNames } from '@hansa/domain/kind'
import { eq } from 'drizzle-orm'
import { parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schema as graphqlSchema } from '../graphql/schema.ts'
import { countStatements } from '../testing/count-statements.ts'
import { everything } from '../testing/everything.ts'
import { openTestApi, type TestApi } from '../testing/open-api.ts'
import { build, buildPractice, idOf, sampleIds, save, saveWorld } from '../testing/world.ts'
import { queryNames, types } from './entry.types.ts'

let t: TestApi
beforeAll(async () => {
  t = await openTestApi()
  await saveWorld(t.database.db)
  await t.index()
})
afterAll(() => t.close())

const get = async (query: string, variables?: object, headers?: Record<string, string>) => {
  const { data, errors } = await t.ask(query, variables, headers)
  expect(errors).toEqual([])
  return data
}

describe('entries of every kind', () => {
  test.each(kindNames)('a %s is found by its id with every field it has', async (kind) => {
    const type = graphqlSchema.getType(types[kind].name)
    if (!type) throw new Error(`no type ${kind}`)
    const query = `query ($id: ID!) { ${queryNames[kind].one}(id: $id) { ${everything(type, 2)} } }`
    const { data, errors } = await t.api.execute({
      request: new Request('https://hansa.example/'),
      document: parse(query),
      variables: { id: sampleIds[kind] },
      locale: 'en',
      requestId: 'r',
    })
    expect(errors ?? []).toEqual([])
    expect(data?.[queryNames[kind].one]).toMatchObject({ id: sampleIds[kind], __typename: types[kind].name })
  })

  test.each(kindNames)('a %s is a node, an entry by slug and one of its list', async (kind) => {
    const { one, many } = queryNames[kind]
    const data = await get(
      `query ($id: ID!) { node(id: $id) { __typename id ... on Entry { slug path url kind } } ${many} { totalCount nodes { id } } }`,
      { id: sampleIds[kind] },
    )
    expect(data.node).toMatchObject({ __typename: types[kind].name, id: sampleIds[kind] })
    expect(data.node.url).toBe(`https://hansa.example${data.node.path}`)
    expect(data[many].nodes).toContainEqual({ id: sampleIds[kind] })
    const bySlug = await get(
      `query ($slug: String!, $kind: EntryKind!) { ${one}(slug: $slug) { id } entry(kind: $kind, slug: $slug) { id } }`,
      { slug: data.node.slug, kind: data.node.kind },
    )
    expect(bySlug).toEqual({ [one]: { id: sampleIds[kind] }, entry: { id: sampleIds[kind] } })
  })

  test('nodes come in the order of their ids, null where there is none, concepts among them', async () => {
    const ids = [
      sampleIds.visit,
      'nonsense',
      'policy-area/housing',
      idOf('city', 'nowhere'),
      sampleIds.practice,
    ]
    const { nodes } = await get('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })
    expect(nodes).toEqual([{ id: ids[0] }, null, { id: ids[2] }, null, { id: ids[4] }])
  })

  test('what refers to an entry is found from it, and the other way round', async () => {
    const data = await get(`{
      city(slug: "malmo") {
        practices { totalCount nodes { slug } } projects { nodes { slug } } visitsHosted { nodes { slug } } events { nodes { slug } }
        organisations { nodes { slug } } consultativeBodies { nodes { slug } } sizeBand
        memberships { since network { slug } } commitments { status item { key parent { key } } } assessments { overall scores { score item { title { value } } } }
        figures { text indicator { id } } country { code cities { nodes { slug } } practices { nodes { slug } } }
      }
      lund: city(slug: "lund") { practices { nodes { slug } } visitsMade { nodes { slug } } }
      network(slug: "league") { branches { nodes { slug } } frameworks { nodes { slug items { key children { key } } } } members { role member { slug } } practices { nodes { slug } } secretariat { practicesLed { nodes { slug } } networksRun { nodes { slug } } } }
      practice(slug: "a-key") { country { code } networks { slug } partners { role organisation { slug } } budgetBand staffBand stage freshness missing visits { nodes { slug } } resources { nodes { slug } } related { score components policyAreas sameCountry practice { slug } } }
      component(slug: "counter") { practices { nodes { slug } } }
      concept(id: "policy-area/housing") { narrower { key } entryCounts { kind count } frameworkItems { key framework { slug } } }
    }`)
    expect(data).toMatchSnapshot()
  })
})

describe('a slug that changed', () => {
  test('still finds the entry, which tells its new one', async () => {
    await save(t.database.db, build('city', 'first', { slug: 'first-name', title: 'First' }))
    await save(t.database.db, build('city', 'first', { slug: 'second-name', title: 'First' }))
    expect(await get('{ city(slug: "first-name") { id slug } }')).toEqual({
      city: { id: idOf('city', 'first'), slug: 'second-name' },
    })
  })

  test.each(['', 'Nicht da', '../etc', 'a'.repeat(5000), '\u0000', '💥', "x' or 1=1"])(
    'what is no slug finds nothing: %j',
    async (slug) => {
      expect(await get('query ($slug: String!) { practice(slug: $slug) { id } }', { slug })).toEqual({
        practice: null,
      })
    },
  )

  test('an entry is asked for by slug or by id, not by both or neither', async () => {
    for (const args of ['', `(id: "${sampleIds.city}", slug: "malmo")`]) {
      const { errors } = await t.ask(`{ city${args} { id } }`)
      expect(errors[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field: 'slug' }] })
    }
  })
})

describe('texts', () => {
  const title = async (header?: string, language?: string) => {
    const query =
      'query ($language: String) { practice(slug: "a-key") { title(language: $language) { value language origin } } }'
    return (await get(query, { language }, header === undefined ? {} : { 'Accept-Language': header }))
      .practice.title
  }

  test.each([
    [undefined, 'en'],
    ['de', 'de'],
    ['de-AT, en;q=0.5', 'de'],
    ['fr, sv;q=0.8, en;q=0.5', 'sv'],
    ['fr', 'en'],
    ['en;q=0.1, sv', 'sv'],
    [';;;q=nonsense, ***, \u00e9', 'en'],
  ])('a reader who sends "%s" reads %s', async (header, language) => {
    expect((await title(header)).language).toBe(language)
  })

  test('an argument comes before the header, and the origin is told', async () => {
    expect(await title('sv', 'de')).toEqual({
      value: 'Ein Schlüssel für alle',
      language: 'de',
      origin: 'MACHINE',
    })
    expect((await title('sv', 'ja')).language).toBe('sv')
  })

  test('all translations can be read, and a text that is missing is null', async () => {
    const { practice } = await get(
      '{ practice(slug: "a-key") { title { translations { language value } } difficulties { value } } }',
    )
    expect(practice.title.translations.map((text: { language: string }) => text.language)).toEqual([
      'de',
      'en',
      'sv',
    ])
    expect(practice.difficulties).toBeNull()
  })
})

describe('pages', () => {
  const keys = Array.from({ length: 57 }, (_, i) => `page-${i}`)
  beforeAll(async () => {
    await save(t.database.db, build('city', 'paged', { title: 'Paged' }))
    // Many titles are the same, so that the order within them is the id's.
    await save(
      t.database.db,
      ...keys.map((key, i) => buildPractice(key, { title: `Same ${i % 3}`, city: idOf('city', 'paged') })),
    )
  })

  const walk = async (open: string, close: string, pick: (data: never) => unknown, first: number) => {
    const seen: string[] = []
    let after: string | null = null
    do {
      const query = `query ($first: Int, $after: String) { ${open}(first: $first, after: $after) { edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage endCursor } }${close} }`
      const page = pick((await get(query, { first, after })) as never) as {
        edges: { cursor: string; node: { id: string } }[]
        pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null }
      }
      expect(page.pageInfo.hasPreviousPage).toBe(after !== null)
      expect(page.edges.at(-1)?.cursor ?? null).toBe(page.pageInfo.endCursor)
      seen.push(...page.edges.map((edge) => edge.node.id))
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
    } while (after)
    return seen
  }

  test.each([1, 7, 57, 100])(
    'of %i entries each follow each other without gap or repetition',
    async (first) => {
      const all = await walk('practices', '', (data: { practices: unknown }) => data.practices, first)
      expect(new Set(all).size).toBe(all.length)
      expect(all).toHaveLength(59)
    },
  )

  test.each([2, 10, 100])('of what refers to a city, %i each, do the same', async (first) => {
    const pick = (data: { city: { practices: unknown } }) => data.city.practices
    const all = await walk('city(slug: "paged") { practices', ' }', pick, first)
    expect(all.toSorted()).toEqual(keys.map((key) => idOf('practice', key)).toSorted())
  })

  test.each([0, -1, 101, 2_000_000])('a size of %i is refused with the field named', async (first) => {
    const { errors } = await t.ask('query ($first: Int) { practices(first: $first) { totalCount } }', {
      first,
    })
    expect(errors[0]?.extensions).toEqual({
      code: 'INVALID_INPUT',
      fields: [{ field: 'first', message: 'must be between 1 and 100' }],
    })
  })

  test.each([
    '',
    'x',
    'bnVsbA',
    Buffer.from('["a","b\\u0000"]').toString('base64url'),
    Buffer.from('[1,2]').toString('base64url'),
    '💥',
  ])('a cursor that is none of ours is refused with the field named: %j', async (after) => {
    const { errors } = await t.ask('query ($after: String) { practices(after: $after) { totalCount } }', {
      after,
    })
    expect(errors[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field: 'after' }] })
  })

  test('a list of practices with city, country, networks, areas and components costs the same for 5 and for 50', async () => {
    const networks = Array.from({ length: 12 }, (_, i) => build('network', `net-${i}`))
    const places = Array.from({ length: 12 }, (_, i) => build('city', `place-${i}`))
    const parts = Array.from({ length: 12 }, (_, i) => build('component', `part-${i}`))
    await save(t.database.db, ...networks, ...places, ...parts)
    await save(
      t.database.db,
      ...keys.map((key, i) =>
        buildPractice(key, {
          city: idOf('city', `place-${i % 12}`),
          networks: [idOf('network', `net-${i % 12}`), idOf('network', `net-${(i + 1) % 12}`)],
          components: [idOf('component', `part-${i % 12}`)],
          policyAreas: ['policy-area/housing', 'policy-area/health'],
        }),
      ),
    )
    const query =
      'query ($first: Int) { practices(first: $first) { nodes { title { value } city { name { value } memberships { network { name { value } } } practices(first: 2) { totalCount nodes { id } } } country { code } networks { name { value } } policyAreas { label { value } } components { title { value } practices(first: 1) { nodes { id } } } related(first: 2) { practice { id } } missing } } }'
    const cost = async (first: number) => {
      let listed = 0
      const statements = await countStatements(t.database.db, async () => {
        listed = (await get(query, { first })).practices.nodes.length
      })
      expect(listed).toBe(first)
      return statements
    }
    const few = await cost(5)
    // Answers that arrive together are batched together, so the figure may differ by a few, never with the rows.
    expect(Math.abs((await cost(50)) - few)).toBeLessThanOrEqual(3)
    expect(few).toBeLessThanOrEqual(20)
  })
})

describe('what is not published', () => {
  const hidden = { practice: idOf('practice', 'hidden'), network: idOf('network', 'hidden') }
  beforeAll(async () => {
    await save(
      t.database.db,
      build('network', 'hidden', { title: 'Secret network', memberships: [{ member: sampleIds.city }] }),
    )
    await save(
      t.database.db,
      buildPractice('hidden', {
        title: 'Secret practice',
        city: sampleIds.city,
        components: [sampleIds.component],
      }),
      buildPractice('linker', { title: 'Linker', networks: [hidden.network] }),
    )
    await t.index()
    for (const id of Object.values(hidden))
      await t.database.db.update(schema.entry).set({ state: 'draft' }).where(eq(schema.entry.id, id))
  })

  test('is not found by id, by slug, in lists, in links, in counts or in search', async () => {
    const data = await get(
      `query ($id: ID!, $ids: [ID!]!) {
        node(id: $id) { id } nodes(ids: $ids) { id } practice(id: $id) { id } bySlug: practice(slug: "hidden") { id }
        entry(kind: NETWORK, slug: "hidden") { id }
        practices(first: 100) { nodes { title { value } } } networks(first: 100) { nodes { title { value } } }
        city(slug: "malmo") { practices { totalCount nodes { title { value } } } memberships { network { title { value } } } }
        component(slug: "counter") { practices { totalCount nodes { title { value } } } }
        linker: practice(slug: "linker") { networks { title { value } } related { practice { title { value } } } }
        recentChanges(first: 100) { title { value } } featured(first: 100) { title { value } }
        search(text: "secret") { nodes { title { value } } edges { node { id } } }
      }`,
      { id: hidden.practice, ids: Object.values(hidden) },
    )
    expect(JSON.stringify(data)).not.toContain('Secret')
    expect(data).toMatchObject({ node: null, nodes: [null, null], practice: null, bySlug: null, entry: null })
    expect(data.linker.networks).toEqual([])
    expect(data.city.memberships).toHaveLength(1)
    expect(data.component.practices.totalCount).toBe(data.component.practices.nodes.length)
  })
})
