import { schema } from '@hansa/db'
import { Unauthenticated } from '@hansa/domain/errors'
import { newId } from '@hansa/domain/id'
import { closedProfile } from '@hansa/domain/profile'
import { eq, getTableName, is } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { idOf, saveWorld } from '../testing/world.ts'
import { saveProfile } from './profile.service.ts'
import { openPeople, openToAll, type People, type Person } from './testing/open-people.ts'

let t: People
beforeAll(async () => {
  t = await openPeople()
  await saveWorld(t.database.db)
})
afterAll(() => t.close())

const malmo = idOf('city', 'malmo')
const profile = { position: 'Unmistakable position', offers: ['call' as const], visibility: openToAll }

const codeOf = async (who: Person, document: string) => {
  const { data, errors } = await who.ask(document)
  const [outcome] = Object.values(data ?? {}) as { problems?: { code: string }[] }[]
  return errors[0]?.extensions.code ?? outcome?.problems?.[0]?.code ?? 'done'
}
const linkProvider = ({ id }: Person, label: string) =>
  t.database.db.insert(schema.identity).values({
    id: newId('iden'),
    issuer: 'https://provider.example',
    subject: `subject-of-${id}`,
    memberId: id,
    label,
    createdAt: t.now(),
  })
const erase = (who: Person, id: string) =>
  codeOf(who, `mutation { eraseMember(id: "${id}") { problems { code } } }`)

const tables = Object.values(schema).flatMap((table) => (is(table, PgTable) ? [table] : []))

/** Every row of the database as text, by table. */
const everything = async (): Promise<Map<string, string>> =>
  new Map(
    await Promise.all(
      tables.map(
        async (table) =>
          [getTableName(table), JSON.stringify(await t.database.db.select().from(table as PgTable))] as const,
      ),
    ),
  )

describe('somebody who erases herself', () => {
  test('is in no table any more but by her id, and what she did stays, done by a former member', async () => {
    const anna = await t.person({
      name: 'Unmistakable Name',
      profile,
      at: [{ entry: malmo, function: 'member' }],
    })
    await t.program(anna.id, ['read'])
    await linkProvider(anna, 'Unmistakable Name')
    await anna.ask(
      'mutation { saveProfile(name: "Unmistakable Name", position: "Unmistakable position", languages: [], expertise: [], offers: [], visibility: { name: SECRETARIAT, position: SECRETARIAT, affiliations: SECRETARIAT, languages: SECRETARIAT, expertise: SECRETARIAT, offers: SECRETARIAT }) { problems { code } } }',
    )
    const entriesBefore = (await everything()).get('entry')
    expect(await erase(anna, anna.id)).toBe('done')
    for (const [table, rows] of await everything()) {
      expect(rows, table).not.toContain('Unmistakable')
      expect(rows, table).not.toContain(`${anna.id}@example.org`)
      if (!['member', 'audit', 'outbox', 'consent'].includes(table))
        expect(rows, table).not.toContain(anna.id)
    }
    expect((await everything()).get('entry')).toBe(entriesBefore)
    expect((await anna.ask('{ viewer { id } }')).data.viewer).toBeNull()
    const administrator = await t.person({ isAdministrator: true })
    const { data } = await administrator.ask(
      `{ auditTrail(filter: { member: "${anna.id}" }) { nodes { action actorName byFormerMember before after network } } }`,
    )
    expect(data.auditTrail.nodes.map((row: { action: string }) => row.action)).toEqual([
      'member.erased',
      'affiliation.ended',
      'profile.changed',
    ])
    for (const row of data.auditTrail.nodes)
      expect(row).toMatchObject({ actorName: null, byFormerMember: true, network: null })
  })

  test('is not written again by a request that was under way', async () => {
    const anna = await t.person({ name: 'Unmistakable Name', profile })
    expect(await erase(anna, anna.id)).toBe('done')
    const viewer = {
      kind: 'member',
      id: anna.id,
      isAdministrator: false,
      affiliations: [],
      scopes: null,
    } as const
    const caller = {
      origin: { network: '192.0.2.0/24', device: 'Firefox, Linux' },
      session: null,
      browser: null,
    }
    const acting = { db: t.database.db, clock: { now: t.now }, viewer, caller }
    const own = { name: 'Unmistakable Name', position: '', languages: [], expertise: [], offers: [] }
    await expect(saveProfile(acting, { ...own, visibility: closedProfile })).rejects.toThrow(Unauthenticated)
    expect((await everything()).get('member')).not.toContain('Unmistakable')
  })

  test('while she saves what she writes waits for that, or lets it be refused', async () => {
    for (let round = 0; round < 12; round += 1) {
      const anna = await t.person()
      const started = await anna.ask(
        'mutation { startEntry(kind: COMPONENT, values: "{\\"title\\": \\"Her words\\"}") { revision { id } } }',
      )
      const { id } = started.data.startEntry.revision
      const save = `mutation { saveRevision(id: "${id}", version: 1, values: "{\\"title\\": \\"Others\\"}") { problems { code } } }`
      const [saved, erased] = await Promise.all([codeOf(anna, save), erase(anna, anna.id)])
      expect(erased).toBe('done')
      expect(['done', 'FORBIDDEN', 'UNAUTHENTICATED', 'CONFLICT']).toContain(saved)
    }
  })

  test('must have signed in a short time ago, and cannot do it with a token', async () => {
    const anna = await t.person()
    t.pass(16 * 60)
    expect(await erase(anna, anna.id)).toBe('SIGN_IN_AGAIN')
    expect(await erase({ ...(await t.program(anna.id, ['write'])), id: anna.id }, anna.id)).toBe('FORBIDDEN')
  })
})

test('nobody erases another, and nobody learns whether there is one', async () => {
  const [anna, eve] = [await t.person(), await t.person()]
  for (const id of [anna.id, 'memb_000000000000', 'memb_\\u0000', '', malmo])
    expect(await erase(eve, id)).toBe('FORBIDDEN')
  expect((await anna.ask('{ viewer { id } }')).data.viewer).toEqual({ id: anna.id })
})

test('the last administrator stays one, active and there', async () => {
  await t.database.db.update(schema.member).set({ isAdministrator: false })
  const [one, two] = [await t.person({ isAdministrator: true }), await t.person({ isAdministrator: true })]
  const set = (who: Person, id: string) =>
    codeOf(who, `mutation { setAdministrator(id: "${id}", value: false) { problems { code } } }`)
  const both = await Promise.all([set(one, two.id), set(two, one.id)])
  expect(both.sort()[0]).not.toBe('done')
  const [last] = await t.database.db
    .select()
    .from(schema.member)
    .where(eq(schema.member.isAdministrator, true))
  const her = last?.id === one.id ? one : two
  expect(await erase(her, her.id)).toBe('CONFLICT')
  expect(await codeOf(her, `mutation { suspendMember(id: "${her.id}") { problems { code } } }`)).toBe(
    'FORBIDDEN',
  )
})

test('who is suspended is signed out everywhere at once, her tokens are ended, and she can be restored', async () => {
  const administrator = await t.person({ isAdministrator: true })
  const anna = await t.person({ profile })
  const program = await t.program(anna.id, ['read'])
  const act = (mutation: string) =>
    codeOf(administrator, `mutation { ${mutation}(id: "${anna.id}") { problems { code } } }`)
  expect(await act('suspendMember')).toBe('done')
  expect((await anna.ask('{ viewer { id } }')).data.viewer).toBeNull()
  expect((await program.ask('{ viewer { id } }')).errors[0]?.extensions.code).toBe('UNAUTHENTICATED')
  const seen = () => administrator.ask(`{ member(id: "${anna.id}") { name } }`)
  expect((await seen()).data.member).toBeNull()
  expect(await act('restoreMember')).toBe('done')
  expect((await seen()).data.member).toEqual({ name: 'Anna Berg' })
  expect((await anna.ask('{ viewer { id } }')).data.viewer).toBeNull()
})

test('what is exported is everything kept of her, no secret, and nothing of others', async () => {
  const administrator = await t.person({ name: 'Admin Istrator', isAdministrator: true })
  const anna = await t.person({ profile, at: [{ entry: malmo, function: 'member' }] })
  await t.program(anna.id, ['read'])
  await linkProvider(anna, 'Anna elsewhere')
  await administrator.ask(
    `mutation { suspendMember(id: "${anna.id}") { problems { code } } restoreMember(id: "${anna.id}") { problems { code } } }`,
  )
  const again = await t.signIn(anna.id)
  const data = JSON.parse((await again.ask('{ profile { data } }')).data.profile.data)
  expect(data).toMatchObject({
    format: 'hansa-personal-data-1',
    account: { id: anna.id, email: `${anna.id}@example.org` },
    profile: { position: 'Unmistakable position' },
    affiliations: [{ entryId: malmo, function: 'member' }],
    sessions: [{ device: 'Firefox, Linux' }],
    identities: [{ label: 'Anna elsewhere' }],
    history: [{ action: 'member.suspended' }, { action: 'member.restored' }],
  })
  const text = JSON.stringify(data)
  for (const secret of [
    'hash',
    'Hash',
    'secret',
    'token":"',
    administrator.cookies.get('__Host-hansa-session') ?? '-',
    'Admin Istrator',
  ])
    expect(text).not.toContain(secret)
})

test('every table that names a member is either emptied of her or known to keep her id', () => {
  const naming = tables
    .filter((table) =>
      getTableConfig(table).foreignKeys.some(
        (key) => getTableName(key.reference().foreignTable) === 'member',
      ),
    )
    .map((table) => getTableName(table))
  expect(naming.sort()).toEqual([
    'affiliation',
    'api_token',
    'attachment',
    'consent',
    'entry_import',
    'identity',
    'known_device',
    'letter_choice',
    'notification',
    'passkey',
    'password',
    'profile',
    'recovery_code',
    'remark',
    'review',
    'revision',
    'revision_change',
    'session',
    'ticket',
    'totp',
    'watch',
  ])
})
