import { schema as tables } from '@hansa/db'
import { newId } from '@hansa/domain/id'
import type { Profile } from '@hansa/domain/profile'
import { type GraphQLObjectType, getNamedType, isLeafType, isObjectType } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestBrowser } from '../account/testing/open-accounts.ts'
import { schema } from '../graphql/schema.ts'
import { openPeople, openToAll, type People } from '../member/testing/open-people.ts'
import type { Answer } from '../testing/open-api.ts'
import { idOf, saveWorld } from '../testing/world.ts'
import { type CurationNames, renewCuration, saveCurated } from './curation-scene.ts'
import { type Cell, mutations, type Names, places, type Role, roles } from './matrix.ts'
import { curationRows } from './matrix-curation.ts'
import { curationFields } from './matrix-curation-fields.ts'
import { answersOfMutations, fields, publicTypes, reachedOtherwise } from './matrix-fields.ts'

let t: People
beforeAll(async () => {
  t = await openPeople()
  await saveWorld(t.database.db)
  await saveCurated(t.database.db)
  // One more than any cell erases or suspends, so that none of them is ever the last.
  await t.person({ isAdministrator: true })
  const acting = await t.person({ name: 'Acting' })
  await t.database.db.insert(tables.audit).values({
    actor: acting.id,
    action: 'test.done',
    entryId: places.organisation,
    memberId: acting.id,
    before: { a: 1 },
    after: { a: 2 },
    origin: { network: '198.51.100.0/24', device: 'Firefox, Linux' },
  })
})
afterAll(() => t.close())

const cellsOf = (cells: string): Record<Role, Cell> => {
  const parts = cells.trim().split(/\s+/)
  expect(parts).toHaveLength(roles.length)
  return Object.fromEntries(roles.map((role, index) => [role, parts[index]])) as Record<Role, Cell>
}

const everything: Partial<Profile> = {
  position: 'Head of integration',
  languages: [{ language: 'uk', level: 'native' }],
  expertise: ['policy-area/housing', idOf('component', 'counter')],
  offers: ['call', 'reviewing'],
}

const somewhere = { entry: idOf('city', 'lund'), function: 'member' as const }

/** Something that a member was told. */
const tell = (memberId: string) =>
  t.database.db.insert(tables.notification).values({
    id: newId('news'),
    memberId,
    about: 'followed.news',
    key: 'test',
    entryId: places.practice,
    detail: { by: memberId, count: 1, entries: [places.practice] },
    createdAt: t.now(),
  })

const nobody = 'memb_000000000000'

/** Signs in somebody new in a role. */
const enter = async (role: Role): Promise<TestBrowser & { id: string }> => {
  if (role === 'visitor') return { ...t.browser(), id: nobody }
  if (role === 'program') {
    const { id } = await t.person({
      name: 'Program',
      isAdministrator: true,
      profile: everything,
      at: [somewhere],
    })
    await tell(id)
    return { ...(await t.program(id, ['read'])), id }
  }
  const { organisation, city, network, practice } = places
  const at = {
    member: [],
    administrator: [],
    claimant: [{ entry: organisation, function: 'editor', confirmed: false }],
    editor: [{ entry: organisation, function: 'editor' }],
    representative: [{ entry: city, function: 'representative' }],
    reviewer: [{ entry: practice, function: 'reviewer' }],
    curator: [{ entry: network, function: 'curator' }],
  } as const
  const person = await t.person({
    name: role,
    isAdministrator: role === 'administrator',
    profile: everything,
    at: [somewhere, ...at[role]],
  })
  await t.program(person.id, ['read'])
  await t.database.db.insert(tables.passkey).values({
    credentialId: newId('pass'),
    memberId: person.id,
    publicKey: '',
    counter: 0,
    transports: [],
    backedUp: false,
    name: 'Key',
    createdAt: t.now(),
    lastUsedAt: t.now(),
  })
  await t.database.db.insert(tables.identity).values({
    id: newId('iden'),
    issuer: 'https://provider.example',
    subject: person.id,
    memberId: person.id,
    label: person.id,
    createdAt: t.now(),
    lastUsedAt: t.now(),
  })
  await t.database.db.update(tables.apiToken).set({ lastUsedAt: t.now() })
  await tell(person.id)
  return person
}

/** The people a call can name. */
const populate = async (me: string): Promise<Omit<Names, keyof CurationNames>> => {
  const membersOnly = Object.fromEntries(Object.keys(openToAll).map((field) => [field, 'members']))
  const closed = Object.fromEntries(Object.keys(openToAll).map((field) => [field, 'secretariat']))
  const belonging = Object.values(places)
    .slice(0, 3)
    .map((entry) => ({ entry, function: 'member' as const }))
  const insider = await t.person({
    name: 'Insider',
    profile: { ...everything, visibility: membersOnly as Profile['visibility'] },
    at: belonging,
  })
  const other = await t.person({
    name: 'Other',
    profile: {
      ...everything,
      visibility: { ...closed, name: 'members' } as Profile['visibility'],
    },
    at: belonging,
  })
  await t.database.db.update(tables.affiliation).set({ position: 'Head' })
  const attachment = newId('file')
  const rendition = { sha256: '0'.repeat(64), bytes: 1, width: 1, height: 1 }
  await t.database.db.insert(tables.attachment).values({
    id: attachment,
    entryId: places.practice,
    kind: 'image',
    name: 'yard.jpg',
    ...rendition,
    renditions: [rendition],
    licence: 'CC-BY-4.0',
    createdBy: insider.id,
    createdAt: t.now(),
    storedAt: t.now(),
  })
  const watch = newId('wtch')
  if (me !== nobody) {
    const row = { id: watch, memberId: me, target: watch, createdAt: t.now(), seenUntil: t.now() }
    await t.database.db
      .insert(tables.watch)
      .values([row, { ...row, id: newId('wtch'), target: places.city }])
      .onConflictDoNothing()
  }
  const leads = { organisation: 'editor', city: 'representative', network: 'curator' } as const
  const request = { organisation: newId('affi'), city: newId('affi'), network: newId('affi') }
  for (const place of ['organisation', 'city', 'network'] as const)
    await t.database.db.insert(tables.affiliation).values({
      id: request[place],
      memberId: insider.id,
      entryId: places[place],
      function: leads[place],
    })
  return { me, other: other.id, insider: insider.id, request, attachment, watch }
}

type Scene = { who: Awaited<ReturnType<typeof enter>>; names: Omit<Names, keyof CurationNames> }
const scenes = new Map<Role, Scene>()

/** Somebody in a role, and the people she can name: made anew after a cell that changed something. */
const sceneOf = async (role: Role, cell?: Cell): Promise<Scene> => {
  const who = scenes.get(role)?.who ?? (await enter(role))
  const scene = scenes.get(role) ?? { who, names: await populate(who.id) }
  if (cell === 'yes') scenes.delete(role)
  else scenes.set(role, scene)
  return scene
}

/** What a row can name: what there is to curate is put back to its state first where that can matter. */
const namesFor = async (row: string, { names }: Scene, fresh: boolean): Promise<Names> => {
  const isOfCuration = row in curationRows || row in curationFields
  if (!curated || (isOfCuration && (fresh || row.includes('(own'))))
    curated = await renewCuration(t.database.db, { ...names, now: t.now() })
  return { ...names, ...curated }
}
let curated: CurationNames | null = null

const outcome = ({ errors: [error], data }: Answer): Cell | string => {
  const code = error?.extensions.code
  if (code === 'UNAUTHENTICATED') return 'in'
  if (code === 'FORBIDDEN') return 'no'
  if (code === 'NOT_FOUND') return 'try'
  if (error) return `${String(code)}: ${error.message}`
  const [result] = Object.values(data as Record<string, { problems: unknown[] }>)
  return result?.problems.length === 0 ? 'yes' : 'try'
}

describe.each(Object.entries(mutations))('%s', (row, { call, cells }) => {
  test.each(Object.entries(cellsOf(cells)))('for the role %s comes to %s', async (role, cell) => {
    const scene = await sceneOf(role as Role, cell)
    const names = await namesFor(row, scene, cell === 'yes' || cell === 'try')
    expect(outcome(await scene.who.ask(`mutation { ${call(names)} }`))).toBe(cell)
  })
})

const own = (type: GraphQLObjectType): string[] => Object.keys(type.getFields())
const withInner = (type: GraphQLObjectType, field: string): string => {
  const inner = getNamedType(type.getFields()[field]?.type)
  return inner && !isLeafType(inner) ? `${field} { __typename }` : field
}

/** Every value found under a name, at any depth. */
const valuesOf = (data: unknown, name: string): unknown[] => {
  if (data === null || typeof data !== 'object') return []
  return Object.entries(data).flatMap(([key, value]) =>
    key === name && (value === null || typeof value !== 'object' || !Array.isArray(data))
      ? [value]
      : valuesOf(value, name),
  )
}

const isShown = (value: unknown): boolean =>
  value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0)

const typeNamed = (row: string): GraphQLObjectType => {
  const type = schema.getType(row.split(' ')[0] ?? '')
  if (!isObjectType(type)) throw new Error(`${row} is no type`)
  return type
}

describe.each(Object.entries(fields))('%s', (row, { query, fields: stated }) => {
  test.each(roles)('is shown to the role %s as stated, field by field', async (role) => {
    const type = typeNamed(row)
    const scene = await sceneOf(role)
    const { who } = scene
    const names = await namesFor(row, scene, role === 'visitor')
    const ask = (...asked: string[]) =>
      who.ask(query(names).replace('$', asked.map((field) => withInner(type, field)).join(' ')))
    const together = await ask(...Object.keys(stated))
    const seen: Record<string, string> = {}
    for (const field of Object.keys(stated)) {
      // One field that is refused takes the others with it, so then each is asked for alone.
      const answer = together.errors.length === 0 ? together : await ask(field)
      const code = answer.errors[0]?.extensions.code
      const shown = valuesOf(answer.data, field).some(isShown) ? 'yes' : 'none'
      seen[field] = code === 'UNAUTHENTICATED' ? 'in' : code === 'FORBIDDEN' ? 'no' : String(code ?? shown)
    }
    expect(seen).toEqual(
      Object.fromEntries(Object.entries(stated).map(([field, cells]) => [field, cellsOf(cells)[role]])),
    )
  })
})

describe('the matrix', () => {
  const rows = (table: object) => new Set(Object.keys(table).map((name) => name.split(' ')[0]))

  test('has a row for every mutation of the schema, and none for what is not there', () => {
    expect([...rows(mutations)].sort()).toEqual(own(typeNamed('Mutation')).sort())
  })

  test('has a row for every field that is not public', () => {
    const covered = new Map<string, Set<string>>()
    for (const [row, { fields: stated }] of Object.entries(fields)) {
      const name = row.split(' ')[0] ?? ''
      covered.set(name, new Set([...(covered.get(name) ?? []), ...Object.keys(stated)]))
    }
    const others = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .filter(
        ({ name }) => !name.startsWith('__') && !publicTypes.has(name) && !answersOfMutations.includes(name),
      )
      .filter(({ name }) => name !== 'Mutation' && name !== 'Query')
    const missing = others.flatMap((type) =>
      own(type)
        .filter((field) => !covered.get(type.name)?.has(field))
        .map((field) => `${type.name}.${field}`),
    )
    const query = typeNamed('Query')
    const unsaid = own(query).filter((field) => {
      const type = getNamedType(query.getFields()[field]?.type)
      const isPublic = publicTypes.has(type?.name ?? '')
      return !isPublic && !covered.get('Query')?.has(field) && !reachedOtherwise.includes(field)
    })
    expect([...missing, ...unsaid.map((field) => `Query.${field}`)]).toEqual([])
  })

  test('knows of no public type that leads to one that is not', () => {
    const leaks = [...publicTypes].flatMap((name) => {
      const type = schema.getType(name)
      if (!isObjectType(type) || name === 'Query') return []
      return own(type).filter((field) => {
        const inner = getNamedType(type.getFields()[field]?.type)
        return isObjectType(inner) && !publicTypes.has(inner.name)
      })
    })
    expect(leaks).toEqual([])
  })
})
