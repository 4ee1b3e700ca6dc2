import { schema } from '@hansa/db'
import { hash } from '@node-rs/argon2'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { argon2, checkPassword, hashPassword, hasPassword, newPassword, setPassword } from './passwords.ts'
import { openWorld, type World } from './testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const storedHash = async () => (await world.db.select().from(schema.password))[0]?.hash ?? ''

describe('a password', () => {
  test('is kept as Argon2id with the documented parameters, and opens with nothing else', async () => {
    const memberId = await world.member()
    expect(await hasPassword(world, memberId)).toBe(false)
    await setPassword(world, memberId, await hashPassword('correct horse'))
    expect(await hasPassword(world, memberId)).toBe(true)
    expect(await storedHash()).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await checkPassword(world, memberId, 'correct horse')).toBe(true)
    for (const wrong of ['', 'Correct horse', 'correct horse ', 'correct'])
      expect(await checkPassword(world, memberId, wrong)).toBe(false)
    expect(await checkPassword(world, await world.member(), 'correct horse')).toBe(false)
    expect(await checkPassword(world, null, 'correct horse')).toBe(false)
    await world.database.reset()
  })

  test('is the same however its letters are put together', async () => {
    const memberId = await world.member()
    await setPassword(world, memberId, await hashPassword('Z\u0061\u0308hre in Malm\u00f6'))
    expect(await checkPassword(world, memberId, 'Z\u00e4hre in Malmo\u0308')).toBe(true)
    await world.database.reset()
  })

  test('hashed with older parameters is hashed anew when it is next used', async () => {
    const memberId = await world.member()
    const old = await hash('correct horse', { ...argon2, timeCost: 1 })
    await world.db.insert(schema.password).values({ memberId, hash: old, changedAt: world.clock.now() })
    expect(await checkPassword(world, memberId, 'wrong')).toBe(false)
    expect(await storedHash()).toBe(old)
    expect(await checkPassword(world, memberId, 'correct horse')).toBe(true)
    expect(await storedHash()).toMatch(/t=2,p=1\$/)
    expect(await checkPassword(world, memberId, 'correct horse')).toBe(true)
    await world.database.reset()
  })
})

const rule = newPassword(['anna.berg', 'Anna Berg'])

test.each(['short', '1234567890'.repeat(21), 'aaaaaaaaaaaa', 'abababababab', 'anna.berg1', 'Anna Berg 12'])(
  '%s is refused as a new password',
  (text) => expect(rule.safeParse(text).success).toBe(false),
)

test.each(['correct horse battery', 'Grüße aus Gdańsk', '7 Brücken über die Spree', 'x9$kQ2!vPz'])(
  '%s is accepted as a new password',
  (text) => expect(rule.safeParse(text).success).toBe(true),
)
