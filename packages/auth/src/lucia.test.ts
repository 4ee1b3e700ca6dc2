import { schema } from '@hansa/db'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  endOtherSessions,
  endSession,
  endSessionOf,
  endSessions,
  listSessions,
  sessionLife,
  startSession,
  sweepSessions,
  useSession,
} from './lucia.ts'
import { openWorld, type World } from './testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(() => world.database.reset())
afterAll(() => world.close())

const origin = { network: '192.0.2.0/24', device: 'Firefox, Linux' }
const start = (memberId: string) => startSession(world, { memberId, method: 'password', origin })
const stored = () => world.db.select().from(schema.session)

describe('a session', () => {
  test('is found by its secret, which is nowhere stored', async () => {
    const memberId = await world.member()
    const { secret, session } = await start(memberId)
    expect(await useSession(world, secret)).toEqual(session)
    expect(session).toMatchObject({ memberId, method: 'password', ...origin })
    expect(JSON.stringify(await stored())).not.toContain(secret)
    expect(await useSession(world, session.id)).toBeNull()
    expect(await useSession(world, (await stored())[0]?.idHash ?? '')).toBeNull()
  })

  test('goes on as long as it is used, and ends when it is not', async () => {
    const { secret } = await start(await world.member())
    for (let i = 0; i < 4; i++) {
      world.pass(sessionLife.idle - 60)
      expect(await useSession(world, secret)).not.toBeNull()
    }
    world.pass(sessionLife.idle + 1)
    expect(await useSession(world, secret)).toBeNull()
    expect(await stored()).toEqual([])
  })

  test('ends at last however much it is used', async () => {
    const { secret } = await start(await world.member())
    const day = 24 * 3600
    for (let passed = day; passed < sessionLife.whole; passed += day) {
      world.pass(day)
      expect(await useSession(world, secret)).not.toBeNull()
    }
    world.pass(day + 1)
    expect(await useSession(world, secret)).toBeNull()
  })

  test('tells when it was last used', async () => {
    const memberId = await world.member()
    const { secret } = await start(memberId)
    world.pass(3600)
    await useSession(world, secret)
    expect((await listSessions(world, memberId))[0]?.lastSeenAt).toEqual(world.clock.now())
  })

  test.each(['suspended', 'erased'] as const)('of a member who was %s is none', async (state) => {
    const memberId = await world.member()
    const { secret } = await start(memberId)
    await world.db.update(schema.member).set({ state }).where(eq(schema.member.id, memberId))
    expect(await useSession(world, secret)).toBeNull()
    expect(await stored()).toEqual([])
  })
})

describe('sessions are ended', () => {
  test('one by one, all of a member, or all but one, and never those of others', async () => {
    const [anna, boris] = [await world.member(), await world.member()]
    const first = await start(anna)
    const second = await start(anna)
    const third = await start(anna)
    const others = await start(boris)
    expect(await endSession(world, boris, first.session.id)).toBe(false)
    expect(await endSession(world, anna, first.session.id)).toBe(true)
    expect(await useSession(world, first.secret)).toBeNull()
    await endOtherSessions(world, third.session)
    expect(await useSession(world, second.secret)).toBeNull()
    expect(await useSession(world, third.secret)).not.toBeNull()
    await endSessions(world, anna)
    expect(await useSession(world, third.secret)).toBeNull()
    expect(await useSession(world, others.secret)).not.toBeNull()
    await endSessionOf(world, others.secret)
    expect(await stored()).toEqual([])
  })

  test('by sweeping when they are over', async () => {
    const memberId = await world.member()
    await start(memberId)
    world.pass(sessionLife.idle + 1)
    const { session } = await start(memberId)
    await sweepSessions(world)
    expect((await stored()).map((row) => row.publicId)).toEqual([session.id])
    expect((await listSessions(world, memberId)).map((each) => each.id)).toEqual([session.id])
  })
})
