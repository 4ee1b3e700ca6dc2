import { type ProfileField, profileFields, type Visibility } from '@hansa/domain/profile'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countStatements } from '../testing/count-statements.ts'
import { build, idOf, save, saveWorld } from '../testing/world.ts'
import { openPeople, openToAll, type People, type Person } from './testing/open-people.ts'

let t: People
let reader: Person
let curator: Person
let found: Person
const malmo = idOf('city', 'malmo')
const board = idOf('organisation', 'board')
const league = idOf('network', 'league')

const profile = {
  position: 'Interpréter of the counter',
  languages: [{ language: 'uk', level: 'b2' as const }],
  expertise: ['policy-area/health', idOf('component', 'counter')],
  offers: ['interpreting' as const],
}
const at = [{ entry: board, function: 'member' as const }]

beforeAll(async () => {
  t = await openPeople()
  await saveWorld(t.database.db)
  await save(t.database.db, build('city', 'elsewhere'))
  reader = await t.person({ name: 'Reader' })
  curator = await t.person({ name: 'Curator', at: [{ entry: league, function: 'curator' }] })
  found = await t.person({ name: 'Zoë Őri', profile, at })
})
afterAll(() => t.close())

type Filter = Record<string, string>
const list = (who: Pick<Person, 'ask'>, filter: Filter, more = '') =>
  who.ask(
    `query ($filter: DirectoryFilter) { directory(filter: $filter${more}) { totalCount nodes { id name } pageInfo { hasNextPage endCursor } } }`,
    { filter },
  )
const finds = async (who: Pick<Person, 'ask'>, filter: Filter, id: string): Promise<boolean> => {
  const { data } = await list(who, filter, ', first: 100')
  const ids: string[] = data.directory.nodes.map((node: { id: string }) => node.id)
  expect(data.directory.totalCount).toBe(ids.length)
  return ids.includes(id)
}

const fitting: [string, ProfileField, Filter][] = [
  ['a word of her name, without its marks', 'name', { text: 'ori zoe' }],
  ['a word of her position', 'position', { text: 'interpreter' }],
  ['a language', 'languages', { language: 'uk' }],
  ['a language at a level below hers', 'languages', { language: 'uk', level: 'B1' }],
  ['a policy area', 'expertise', { expertise: 'policy-area/health' }],
  ['the policy area above hers', 'expertise', { expertise: 'policy-area/housing' }],
  ['a component', 'expertise', { expertise: idOf('component', 'counter') }],
  ['an offer', 'offers', { offer: 'INTERPRETING' }],
  ['the city of her organisation', 'affiliations', { city: malmo }],
  ['a network her organisation is in', 'affiliations', { network: league }],
]

describe('a member is found', () => {
  test.each(fitting)('by %s', async (_, __, filter) => {
    expect(await finds(reader, filter, found.id)).toBe(true)
  })

  test.each([
    ['a level above hers', { language: 'uk', level: 'C1' }],
    ['another language', { language: 'de' }],
    ['another city', { city: idOf('city', 'elsewhere') }],
    ['another offer', { offer: 'HOSTING' }],
    ['words that must all be there', { text: 'zoe nobody' }],
  ])('not by %s', async (_, filter) => expect(await finds(reader, filter, found.id)).toBe(false))

  test('not by an affiliation nobody has confirmed', async () => {
    const claiming = await t.person({
      profile,
      at: [{ entry: malmo, function: 'representative', confirmed: false }],
    })
    expect(await finds(reader, { city: malmo }, claiming.id)).toBe(false)
  })
})

describe('what a member hides', () => {
  const hiding = (field: ProfileField, visibility: Visibility) =>
    t.person({
      name: 'Zoë Őri',
      profile: { ...profile, visibility: { ...openToAll, [field]: visibility } },
      at,
    })

  test.each(fitting.filter(([, field]) => field !== 'name'))(
    'cannot be found out by filtering on %s',
    async (_, field, filter) => {
      const hidden = await hiding(field, 'secretariat')
      expect(await finds(reader, {}, hidden.id)).toBe(true)
      expect(await finds(reader, filter, hidden.id)).toBe(false)
      expect(await finds(curator, filter, hidden.id)).toBe(true)
      expect(await finds(hidden, filter, hidden.id)).toBe(true)
    },
  )

  test('is all of her when it is her name: she is in no list, no count and at no address', async () => {
    const hidden = await hiding('name', 'secretariat')
    for (const [, , filter] of fitting) expect(await finds(reader, filter, hidden.id)).toBe(false)
    const { data } = await reader.ask('query ($id: ID!) { member(id: $id) { id } node(id: $id) { id } }', {
      id: hidden.id,
    })
    expect(data).toEqual({ member: null, node: null })
  })

  test.each(profileFields.filter((field) => field !== 'name'))(
    'in %s is as empty as what she never said',
    async (field) => {
      const query =
        'query ($id: ID!) { member(id: $id) { position languages { level } policyAreas { key } components { slug } offers affiliations { id } } }'
      const hidden = await hiding(field, 'secretariat')
      const silent = await t.person({
        profile: { ...profile, position: '', languages: [], expertise: [], offers: [] },
      })
      const of = async (id: string) => (await reader.ask(query, { id })).data.member
      const names = {
        position: ['position'],
        languages: ['languages'],
        expertise: ['policyAreas', 'components'],
        offers: ['offers'],
        affiliations: ['affiliations'],
      }[field]
      for (const name of names) expect((await of(hidden.id))[name]).toEqual((await of(silent.id))[name])
    },
  )
})

test('pages follow each other by name, and a cursor of one list or made up shows nothing that is hidden', async () => {
  const hidden = await t.person({
    name: 'Aaa Hidden',
    profile: { ...profile, visibility: { ...openToAll, name: 'secretariat' } },
  })
  await t.person({ name: 'Aaa First', profile })
  const first = await list(reader, {}, ', first: 1')
  const { endCursor } = first.data.directory.pageInfo
  const second = await list(reader, {}, `, first: 100, after: "${endCursor}"`)
  const names: string[] = [...first.data.directory.nodes, ...second.data.directory.nodes].map(
    (node) => node.name,
  )
  expect(names).toEqual(
    names.toSorted((a, b) =>
      a.normalize('NFKD').toLowerCase() < b.normalize('NFKD').toLowerCase() ? -1 : 1,
    ),
  )
  const forged = Buffer.from(JSON.stringify(['aaa hidden', 'memb_'])).toString('base64url')
  const after = await list(reader, {}, `, first: 100, after: "${forged}"`)
  expect(after.data.directory.nodes.map((node: { id: string }) => node.id)).not.toContain(hidden.id)
  for (const bad of ['x', endCursor.slice(1), Buffer.from('["a\\u0000","b"]').toString('base64url')])
    expect((await list(reader, {}, `, after: "${bad}"`)).errors[0]?.extensions.code).toBe('INVALID_INPUT')
})

test.each<Filter>([
  { language: "uk' or true" },
  { city: board },
  { network: 'netw_\u0000' },
  { expertise: 'target-group/one' },
])('the filter %j is refused', async (filter) => {
  expect((await list(reader, filter)).errors[0]?.extensions.code).toBe('INVALID_INPUT')
})

test('strangers are asked to sign in, whatever they filter by', async () => {
  for (const [, , filter] of fitting)
    expect((await list(t.browser(), filter)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED')
})

test('a page costs as many statements for twenty people as for two', async () => {
  const query = (first: number) =>
    reader.ask(
      `{ directory(first: ${first}) { totalCount nodes { name languages { language } policyAreas { label { value } } components { slug } affiliations { entry { title { value } } } } } }`,
    )
  for (let index = 0; index < 20; index++) await t.person({ name: `Aaa ${index}`, profile, at })
  const few = await countStatements(t.database.db, () => query(2))
  expect(await countStatements(t.database.db, () => query(20))).toBe(few)
})
