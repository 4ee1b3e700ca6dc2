import { schema } from '@hansa/db'
import { leadingFunction } from '@hansa/domain/affiliation'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openPeople, type People, type Person } from '../member/testing/open-people.ts'
import { build, idOf, save, saveWorld } from '../testing/world.ts'

let t: People
beforeAll(async () => {
  t = await openPeople()
})
beforeEach(async () => {
  await t.database.reset()
  await saveWorld(t.database.db)
})
afterAll(() => t.close())

const malmo = idOf('city', 'malmo')
const lund = idOf('city', 'lund')
const board = idOf('organisation', 'board')
const league = idOf('network', 'league')

const leading = (entry: string) => (leadingFunction(entry) ?? '').toUpperCase()

const result = 'problems { code message field } affiliation { id function confirmedAt }'
const request = async (who: Person, entry: string, role = 'MEMBER') =>
  who.ask(
    `mutation ($entry: ID!, $role: AffiliationFunction!) { requestAffiliation(entry: $entry, function: $role, position: "Head of integration") { ${result} } }`,
    { entry, role },
  )
const requested = async (who: Person, entry: string, role = 'MEMBER'): Promise<string> =>
  (await request(who, entry, role)).data.requestAffiliation.affiliation.id
const act = async (who: Person, mutation: string, id: string) => {
  const answer = await who.ask(`mutation ($id: ID!) { ${mutation}(id: $id) { ${result} } }`, { id })
  return answer.data?.[mutation]?.problems[0]?.code ?? answer.errors[0]?.extensions.code ?? 'done'
}
const handOver = async (who: Person, entry: string, member: string) => {
  const answer = await who.ask(
    `mutation ($entry: ID!, $member: ID!) { handOver(entry: $entry, member: $member) { ${result} } }`,
    { entry, member },
  )
  return answer.data?.handOver?.problems[0]?.field ?? answer.errors[0]?.extensions.code ?? 'done'
}
const functionsAt = async (entry: string) => {
  const rows = await t.database.db.select().from(schema.affiliation)
  return rows
    .filter((row) => row.entryId === entry)
    .map((row) => [row.memberId, row.function, row.confirmedAt !== null])
    .sort()
}

describe('whoever asks to belong to a city', () => {
  test('belongs to it once its representative has confirmed her', async () => {
    const anna = await t.person()
    const olena = await t.person({ at: [{ entry: malmo, function: 'representative' }] })
    const id = await requested(anna, malmo)
    const waiting = await olena.ask('{ affiliationsToDecide { name affiliation { id entry { slug } } } }')
    expect(waiting.data.affiliationsToDecide).toEqual([
      { name: 'Anna Berg', affiliation: { id, entry: { slug: 'malmo' } } },
    ])
    expect(await act(olena, 'confirmAffiliation', id)).toBe('done')
    expect(await functionsAt(malmo)).toContainEqual([anna.id, 'member', true])
    expect(await act(olena, 'confirmAffiliation', id)).toBe('CONFLICT')
  })

  test('is told when she asked before, or waits for too many answers', async () => {
    const anna = await t.person()
    await requested(anna, malmo)
    const again = await request(anna, malmo)
    expect(again.data.requestAffiliation.problems[0].code).toBe('CONFLICT')
    const asked = await Promise.all([
      request(anna, malmo, 'REPRESENTATIVE'),
      ...[board, league, lund, idOf('network', 'branch')].flatMap((entry) => [
        request(anna, entry),
        request(anna, entry, leading(entry)),
      ]),
    ])
    expect(asked.flatMap((answer) => answer.data.requestAffiliation.problems)).toEqual([])
    await save(t.database.db, build('city', 'ystad'))
    const eleventh = await request(anna, idOf('city', 'ystad'))
    expect(eleventh.data.requestAffiliation.problems[0].message).toContain('You wait for 10 answers')
    const unknown = await request(await t.person(), idOf('city', 'nowhere'))
    expect(unknown.data.requestAffiliation.problems[0].field).toBe('entry')
  })

  test('gets no right from asking', async () => {
    const anna = await t.person()
    const boris = await t.person({ name: 'Boris' })
    await requested(anna, malmo, 'REPRESENTATIVE')
    const id = await requested(boris, malmo)
    expect(await act(anna, 'confirmAffiliation', id)).toBe('FORBIDDEN')
    expect((await anna.ask('{ affiliationsToDecide { name } }')).data.affiliationsToDecide).toEqual([])
  })

  test('can take it back, and is gone from what waits', async () => {
    const anna = await t.person()
    const id = await requested(anna, malmo)
    expect(await act(anna, 'endAffiliation', id)).toBe('done')
    expect(await functionsAt(malmo)).toEqual([])
    expect((await t.trail()).map((row) => row.action)).toContain('affiliation.withdrawn')
  })
})

test('an id of nobody and an id that is not hers look the same to a stranger', async () => {
  const anna = await t.person()
  const eve = await t.person({ name: 'Eve' })
  const id = await requested(anna, malmo)
  for (const mutation of ['confirmAffiliation', 'refuseAffiliation', 'endAffiliation'])
    for (const guess of [id, 'affi_000000000000', 'affi_\u0000', anna.id, malmo, ''])
      expect(await act(eve, mutation, guess)).toBe('FORBIDDEN')
  expect(await functionsAt(malmo)).toEqual([[anna.id, 'member', false]])
})

test('what waits for somebody is exactly what she can answer', async () => {
  const asking = await t.person()
  const ids = await Promise.all([malmo, lund, board, league].map((entry) => requested(asking, entry)))
  const viewers = [
    await t.person({ at: [{ entry: malmo, function: 'representative' }] }),
    await t.person({ at: [{ entry: league, function: 'curator' }] }),
    await t.person({ at: [{ entry: lund, function: 'member' }] }),
    await t.person({ isAdministrator: true }),
  ]
  for (const viewer of viewers) {
    const { data } = await viewer.ask('{ affiliationsToDecide { affiliation { id } } }')
    const listed: string[] = data.affiliationsToDecide.map(
      (one: { affiliation: { id: string } }) => one.affiliation.id,
    )
    const allowed = await Promise.all(
      ids.map(async (id) => {
        const found = await t.database.db.select().from(schema.affiliation)
        const entry = found.find((row) => row.id === id)?.entryId
        const can = await viewer.ask(
          'query ($entry: ID!, $member: ID!) { viewerCan(action: AFFILIATION_DECIDE, entry: $entry, member: $member) }',
          { entry, member: asking.id },
        )
        return can.data.viewerCan ? [id] : []
      }),
    )
    expect(listed.sort()).toEqual(allowed.flat().sort())
  }
})

describe('an organisation', () => {
  test('is never left without somebody who leads it', async () => {
    const anna = await t.person({ at: [{ entry: board, function: 'editor' }] })
    const boris = await t.person({ at: [{ entry: board, function: 'member' }] })
    const [own] = (await t.database.db.select().from(schema.affiliation)).filter(
      (row) => row.memberId === anna.id,
    )
    expect(await act(anna, 'endAffiliation', own?.id ?? '')).toBe('CONFLICT')
    expect(await handOver(anna, board, boris.id)).toBe('done')
    expect(await functionsAt(board)).toEqual(
      [
        [anna.id, 'member', true],
        [boris.id, 'editor', true],
      ].sort(),
    )
    expect(await handOver(anna, board, boris.id)).toBe('FORBIDDEN')
  })

  test('keeps one of two leaders who leave at the same moment', async () => {
    const two = [
      await t.person({ at: [{ entry: board, function: 'editor' }] }),
      await t.person({ at: [{ entry: board, function: 'editor' }] }),
    ]
    const rows = await t.database.db.select().from(schema.affiliation)
    const answers = await Promise.all(
      two.map((who) => act(who, 'endAffiliation', rows.find((row) => row.memberId === who.id)?.id ?? '')),
    )
    expect(answers.sort()).toEqual(['CONFLICT', 'done'])
    expect(await functionsAt(board)).toHaveLength(1)
  })

  test('is handed over to nobody who does not belong to it', async () => {
    const anna = await t.person({ at: [{ entry: board, function: 'editor' }] })
    const eve = await t.person({ at: [{ entry: board, function: 'editor', confirmed: false }] })
    expect(await handOver(anna, board, eve.id)).toBe('member')
    expect(await handOver(anna, board, 'memb_000000000000')).toBe('member')
    expect(await handOver(anna, board, anna.id)).toBe('member')
    expect(await handOver(anna, lund, eve.id)).toBe('FORBIDDEN')
  })
})

test('a reviewer is appointed by the secretariat of a network the practice names, and reads it as a draft', async () => {
  const practice = idOf('practice', 'key')
  const anna = await t.person({ profile: {} })
  const hidden = await t.person()
  const curator = await t.person({ at: [{ entry: league, function: 'curator' }] })
  const stranger = await t.person({ at: [{ entry: idOf('network', 'branch'), function: 'curator' }] })
  const appoint = async (who: Person, member: string) => {
    const answer = await who.ask(
      `mutation ($entry: ID!, $member: ID!) { appointReviewer(entry: $entry, member: $member) { ${result} } }`,
      { entry: practice, member },
    )
    return answer.data?.appointReviewer?.problems[0]?.field ?? answer.errors[0]?.extensions.code ?? 'done'
  }
  await t.database.db.update(schema.entry).set({ state: 'draft' })
  const title = async (who: Person) =>
    (await who.ask('query ($id: ID!) { practice(id: $id) { slug } }', { id: practice })).data.practice
  expect(await title(anna)).toBeNull()
  expect(await appoint(stranger, anna.id)).toBe('FORBIDDEN')
  expect(await appoint(curator, anna.id)).toBe('done')
  expect(await title(anna)).toEqual({ slug: 'a-key' })
  expect(await title(stranger)).toBeNull()
  const seenAt = 'query ($id: ID!) { member(id: $id) { affiliations { function } } }'
  const reviews = async (who: Person) =>
    (await who.ask(seenAt, { id: anna.id })).data.member.affiliations.length
  expect([await reviews(anna), await reviews(stranger)]).toEqual([1, 0])
  // A curator sees what is for the secretariat, but a member without a profile shows herself to nobody.
  expect(await appoint(curator, hidden.id)).toBe('member')
})

describe('letters', () => {
  const recipients = async (about: string) =>
    (await t.letters()).filter(({ text }) => text.includes(about)).map(({ recipient }) => recipient)
  const addressOf = ({ id }: Person) => `${id}@example.org`

  test('ask those who lead an entry for an answer, else its secretariats, else administrators', async () => {
    const anna = await t.person()
    const administrator = await t.person({ isAdministrator: true })
    await requested(anna, lund)
    expect(await recipients('Lund')).toEqual([addressOf(administrator)])
    const curator = await t.person({ at: [{ entry: league, function: 'curator' }] })
    await requested(anna, malmo)
    expect(await recipients('Malmö')).toEqual([addressOf(curator)])
    const leader = await t.person({ at: [{ entry: board, function: 'editor' }] })
    await requested(anna, board)
    expect(await recipients('Housing Board')).toEqual([addressOf(leader)])
  })

  test('tell a member what others decided of her, and not what she did herself', async () => {
    const anna = await t.person()
    const administrator = await t.person({ isAdministrator: true })
    const id = await requested(anna, malmo)
    await act(administrator, 'confirmAffiliation', id)
    expect(await recipients('It is confirmed that you belong to')).toEqual([addressOf(anna)])
    await act(anna, 'endAffiliation', id)
    expect(await recipients('You are no longer listed')).toEqual([])
  })
})

test('every change of who belongs where leaves who, what and when, in the trail and as an event', async () => {
  const anna = await t.person()
  const admin = await t.person({ isAdministrator: true })
  const first = await requested(anna, malmo, 'REPRESENTATIVE')
  await act(admin, 'confirmAffiliation', first)
  await act(admin, 'endAffiliation', first)
  await act(admin, 'refuseAffiliation', await requested(anna, lund))
  const trail = (await t.trail()).filter((row) => row.memberId === anna.id)
  expect(trail.map(({ actor, action, entryId }) => [actor, action, entryId])).toEqual([
    [anna.id, 'affiliation.requested', malmo],
    [admin.id, 'affiliation.confirmed', malmo],
    [admin.id, 'affiliation.ended', malmo],
    [anna.id, 'affiliation.requested', lund],
    [admin.id, 'affiliation.refused', lund],
  ])
  expect(
    trail.every((row) => row.origin?.device === 'Firefox, Linux' && row.at.getTime() === t.now().getTime()),
  ).toBe(true)
  const events = await t.database.db.select().from(schema.outbox)
  expect(events.filter((row) => row.entryId === anna.id).map((row) => row.event)).toEqual(
    trail.map((row) => row.action),
  )
})
