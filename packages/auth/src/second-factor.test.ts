import { schema } from '@hansa/db'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  confirmSecondFactor,
  countRecoveryCodes,
  findSecondFactorSetup,
  hasSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
  startSecondFactor,
  useSecondFactor,
} from './second-factor.ts'
import { openWorld, type World } from './testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(() => world.database.reset())
afterAll(() => world.close())

const codeOf = (secret: string, secondsFromNow = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: world.clock.now().getTime() + secondsFromNow * 1000,
  })
const labelled = (memberId: string) => ({ memberId, label: 'anna@example.org', issuer: 'Hansa' })

const setUp = async () => {
  const memberId = await world.member()
  const { secret } = await startSecondFactor(world, labelled(memberId))
  const codes = (await confirmSecondFactor(world, memberId, codeOf(secret))) ?? []
  world.pass(60)
  return { memberId, secret, codes }
}

describe('a second factor', () => {
  test('counts once a code of it was given', async () => {
    const memberId = await world.member()
    const { secret, uri } = await startSecondFactor(world, labelled(memberId))
    expect(uri).toMatch(/^otpauth:\/\/totp\/Hansa:anna%40example\.org\?/)
    expect(await findSecondFactorSetup(world, labelled(memberId))).toEqual({ secret, uri })
    expect(await confirmSecondFactor(world, memberId, '000000')).toBeNull()
    expect(await useSecondFactor(world, memberId, codeOf(secret))).toBeNull()
    expect(await hasSecondFactor(world, memberId)).toBe(false)
    expect(await confirmSecondFactor(world, memberId, codeOf(secret))).toHaveLength(10)
    expect(await hasSecondFactor(world, memberId)).toBe(true)
    expect(await findSecondFactorSetup(world, labelled(memberId))).toBeNull()
  })

  test('accepts each code once, also of the set-up, and none that is older', async () => {
    const memberId = await world.member()
    const { secret } = await startSecondFactor(world, labelled(memberId))
    const first = codeOf(secret)
    await confirmSecondFactor(world, memberId, first)
    expect(await useSecondFactor(world, memberId, first)).toBeNull()
    world.pass(30)
    const next = codeOf(secret)
    expect(await useSecondFactor(world, memberId, ` ${next.slice(0, 3)} ${next.slice(3)}`)).toBe('code')
    expect(await useSecondFactor(world, memberId, next)).toBeNull()
    expect(await useSecondFactor(world, memberId, codeOf(secret, -30))).toBeNull()
  })

  test('accepts a code twice at the same moment only once', async () => {
    const { memberId, secret } = await setUp()
    const tries = Array.from({ length: 6 }, () => useSecondFactor(world, memberId, codeOf(secret)))
    expect((await Promise.all(tries)).filter((used) => used !== null)).toEqual(['code'])
  })

  test('bears a clock that is half a minute wrong, and no more', async () => {
    const { memberId, secret } = await setUp()
    expect(await useSecondFactor(world, memberId, codeOf(secret, 61))).toBeNull()
    expect(await useSecondFactor(world, memberId, codeOf(secret, 30))).toBe('code')
  })

  test('that counts is not replaced by beginning anew', async () => {
    const { memberId, secret } = await setUp()
    await startSecondFactor(world, labelled(memberId))
    expect(await useSecondFactor(world, memberId, codeOf(secret))).toBe('code')
  })

  test('is gone with its codes once it is removed', async () => {
    const { memberId, codes } = await setUp()
    await removeSecondFactor(world, memberId)
    expect(await hasSecondFactor(world, memberId)).toBe(false)
    expect(await useSecondFactor(world, memberId, codes[0] ?? '')).toBeNull()
  })
})

describe('recovery codes', () => {
  test('are good once each, for their member alone, also in a hasty hand', async () => {
    const { memberId, codes } = await setUp()
    const [first = '', second = ''] = codes
    expect(JSON.stringify(await world.db.select().from(schema.recoveryCode))).not.toContain(first)
    expect(await useSecondFactor(world, await world.member(), first)).toBeNull()
    expect(await useSecondFactor(world, memberId, first)).toBe('recovery-code')
    expect(await useSecondFactor(world, memberId, first)).toBeNull()
    const hasty = second.toUpperCase().replaceAll('-', ' ').replaceAll('0', 'O').replaceAll('1', 'l')
    expect(await useSecondFactor(world, memberId, hasty)).toBe('recovery-code')
    expect(await countRecoveryCodes(world, memberId)).toBe(8)
  })

  test('are worth nothing once there are new ones', async () => {
    const { memberId, codes } = await setUp()
    const renewed = await renewRecoveryCodes(world, memberId)
    expect(await useSecondFactor(world, memberId, codes[0] ?? '')).toBeNull()
    expect(await useSecondFactor(world, memberId, renewed[0] ?? '')).toBe('recovery-code')
  })
})
