import { schema } from '@hansa/db'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createApiToken, deleteApiToken, listApiTokens } from './api-tokens.ts'
import { isKnownDevice, rememberDevice } from './known-devices.ts'
import { startSession } from './lucia.ts'
import { openWorld, type World } from './testing/world.ts'
import { viewerOfSession, viewerOfToken } from './viewer.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(() => world.database.reset())
afterAll(() => world.close())

const origin = { network: '192.0.2.0/24', device: 'Firefox, Linux' }

test('a session shows its member, with what her rights come from', async () => {
  const memberId = await world.member({ isAdministrator: true })
  const { secret, session } = await startSession(world, { memberId, method: 'link', origin })
  expect(await viewerOfSession(world, secret)).toEqual({
    viewer: { kind: 'member', id: memberId, isAdministrator: true, affiliations: [], scopes: null },
    session,
  })
  expect(await viewerOfSession(world, 'guessed')).toBeNull()
})

describe('a token of the API', () => {
  const make = async (days = 30) => {
    const memberId = await world.member()
    const made = await createApiToken(world, { memberId, name: 'Report', scopes: ['read'], days })
    return { memberId, ...made }
  }

  test('shows its member with its scopes, and is nowhere stored', async () => {
    const { memberId, token } = await make()
    expect(token).toMatch(/^hansa_[\w-]{43}$/)
    expect(await viewerOfToken(world, token)).toMatchObject({ id: memberId, scopes: ['read'] })
    expect(JSON.stringify(await world.db.select().from(schema.apiToken))).not.toContain(token)
    expect((await listApiTokens(world, memberId))[0]).toMatchObject({
      name: 'Report',
      lastUsedAt: world.clock.now(),
    })
  })

  test('is worth nothing once it expired, was ended, or its member is suspended', async () => {
    const short = await make(1)
    const ended = await make()
    const suspended = await make()
    expect(await deleteApiToken(world, short.memberId, ended.id)).toBe(false)
    expect(await deleteApiToken(world, ended.memberId, ended.id)).toBe(true)
    await world.db
      .update(schema.member)
      .set({ state: 'suspended' })
      .where(eq(schema.member.id, suspended.memberId))
    world.pass(24 * 3600)
    for (const { token } of [short, ended, suspended]) expect(await viewerOfToken(world, token)).toBeNull()
  })
})

describe('a known device', () => {
  test('is known to the member who signed in from it and to nobody else', async () => {
    const [anna, boris] = [await world.member(), await world.member()]
    const secret = await rememberDevice(world, anna, null)
    expect(await isKnownDevice(world, anna, secret)).toBe(true)
    expect(await isKnownDevice(world, boris, secret)).toBe(false)
    expect(await rememberDevice(world, anna, secret)).toBe(secret)
  })

  test('gets a new secret where somebody could have put one before', async () => {
    const anna = await world.member()
    expect(await rememberDevice(world, anna, 'planted')).not.toBe('planted')
    expect(await isKnownDevice(world, anna, 'planted')).toBe(false)
  })
})
