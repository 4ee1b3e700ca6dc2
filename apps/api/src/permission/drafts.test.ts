import { schema } from '@hansa/db'
import { eq } from 'drizzle-orm'
import { parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPeople, type People, type Person } from '../member/testing/open-people.ts'
import { idOf, saveWorld } from '../testing/world.ts'

const practice = idOf('practice', 'key')
const city = idOf('city', 'malmo')

let t: People
let reviewer: Person
let representative: Person
let stranger: Person
beforeAll(async () => {
  // Statements and reads are kept, as an instance keeps them: what one may see must not be another's by that.
  t = await openPeople({ keeps: true })
  await saveWorld(t.database.db)
  await t.index()
  for (const id of [practice, city])
    await t.database.db.update(schema.entry).set({ state: 'draft' }).where(eq(schema.entry.id, id))
  reviewer = await t.person({ at: [{ entry: practice, function: 'reviewer' }] })
  representative = await t.person({ at: [{ entry: city, function: 'representative' }] })
  stranger = await t.person({ at: [{ entry: practice, function: 'reviewer', confirmed: false }] })
})
afterAll(() => t.close())

/** Each document reads other columns, so that its statements are made for whoever asks first. */
const document = (columns: string) => `query ($id: ID!, $ids: [ID!]!) {
  node(id: $id) { id } nodes(ids: $ids) { id } practice(id: $id) { slug ${columns} city { slug } }
  bySlug: practice(slug: "a-key") { slug ${columns} } city(slug: "malmo") { slug ${columns} practices { totalCount } }
  practices(first: 100) { totalCount nodes { slug ${columns} city { title { value } } } }
  cities(first: 100) { totalCount nodes { slug ${columns} } }
  search(text: "key") { nodes { path } } recentChanges(first: 100) { path }
}`
const variables = { id: practice, ids: [practice, city] }
const read = async (who: Pick<Person, 'ask'>, columns: string) => {
  const { data, errors } = await who.ask(document(columns), variables)
  expect(errors).toEqual([])
  return data
}
const slugsOf = ({ nodes }: { nodes: { slug: string }[] }) => nodes.map((node) => node.slug)

const seesNothing = async (who: Pick<Person, 'ask'>, columns: string) => {
  const data = await read(who, columns)
  expect(data).toMatchObject({ node: null, nodes: [null, null], practice: null, bySlug: null, city: null })
  expect(JSON.stringify(data)).not.toMatch(/a-key|malmo|Malmö/)
}
const seesPractice = async (columns: string) => {
  const data = await read(reviewer, columns)
  expect(data).toMatchObject({
    node: { id: practice },
    nodes: [{ id: practice }, null],
    practice: { slug: 'a-key', city: null },
    bySlug: { slug: 'a-key' },
    city: null,
  })
  expect(slugsOf(data.practices)).toContain('a-key')
  expect(data.practices.totalCount).toBe(data.practices.nodes.length)
}
const seesCity = async (columns: string) => {
  const data = await read(representative, columns)
  expect(data).toMatchObject({
    node: null,
    nodes: [null, { id: city }],
    practice: null,
    city: { slug: 'malmo', practices: { totalCount: 0 } },
  })
  expect(slugsOf(data.cities)).toContain('malmo')
}

describe('what is not published is seen by who leads or reviews it, and by nobody else', () => {
  test('whoever asked before her', async () => {
    await seesNothing(t.browser(), 'createdAt')
    await seesNothing(stranger, 'createdAt')
    await seesPractice('createdAt')
    await seesCity('createdAt')
  })

  test('whoever asks after her', async () => {
    await seesPractice('updatedAt')
    await seesCity('updatedAt')
    await seesNothing(stranger, 'updatedAt')
    await seesNothing(t.browser(), 'updatedAt')
  })

  test('also where an answer is kept for everybody', async () => {
    const secret = reviewer.cookies.get('__Host-hansa-session') ?? ''
    const request = new Request('https://hansa.example/', {
      headers: { Cookie: `__Host-hansa-session=${secret}` },
    })
    const call = { request, variables, locale: 'en', requestId: 'request-1' } as const
    const page = (shared: boolean) => t.api.execute({ ...call, document: parse(document('id')), shared })
    for (const shared of [true, false, true]) {
      const { data, errors } = await page(shared)
      expect(errors).toBeUndefined()
      expect(data?.practice).toEqual(shared ? null : expect.objectContaining({ slug: 'a-key' }))
    }
  })
})
