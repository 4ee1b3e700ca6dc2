import { schema, silentLog, writeOutbox } from '@hansa/db'
import { type TestDatabase, testDatabase } from '@hansa/db/testing'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { followKept, type KeptFollower, keepNothing } from './kept.ts'

let database: TestDatabase
let kept: KeptFollower
beforeAll(async () => {
  database = await testDatabase()
  kept = await followKept(database, silentLog)
})
afterAll(async () => {
  await kept.stop()
  await database.close()
})

const setting = async () => (await database.db.select().from(schema.setting)).map((row) => row.value)
const write = (value: string, entryKind: 'city' | 'practice' | 'country') =>
  database.db.transaction(async (tx) => {
    await tx
      .insert(schema.setting)
      .values({ key: 'kept', value })
      .onConflictDoUpdate({ target: schema.setting.key, set: { value } })
    await writeOutbox(tx, [{ entryId: 'city_1', entryKind, event: 'entry.updated' }])
  })

describe('a read that is kept', () => {
  test('is not repeated until a kind it was made of changes', async () => {
    expect(await kept.read('a', ['city'], setting)).toEqual([])
    await write('second', 'practice')
    expect(await kept.read('a', ['city'], setting)).toEqual([])
    await write('third', 'city')
    await vi.waitFor(async () => expect(await kept.read('a', ['city'], setting)).toEqual(['third']), {
      timeout: 30_000,
    })
  })

  test('is shared by those who ask at the same time', async () => {
    const read = vi.fn(setting)
    await Promise.all(Array.from({ length: 20 }, () => kept.read('b', ['country'], read)))
    expect(read).toHaveBeenCalledTimes(1)
  })

  test('is tried again after it failed', async () => {
    const broken = () => Promise.reject(new Error('gone'))
    await expect(kept.read('c', ['country'], broken)).rejects.toThrow('gone')
    expect(await kept.read('c', ['country'], async () => 'back')).toBe('back')
  })

  test('of very many entries is mended by those that changed, and read anew when what they share changed', async () => {
    const read = vi.fn(async () => new Map([['city_1', 1]]))
    const mend = vi.fn(
      async (before: Map<string, number>, ids: readonly string[]) =>
        new Map([...before, ...ids.map((id) => [id, (before.get(id) ?? 0) + 1] as const)]),
    )
    const many = () => kept.readMany('e', { of: 'city', kinds: ['country'], read, mend })
    expect(await many()).toEqual(new Map([['city_1', 1]]))
    await write('fourth', 'city')
    await vi.waitFor(async () => expect(await many()).toEqual(new Map([['city_1', 2]])), { timeout: 30_000 })
    expect(await many()).toEqual(new Map([['city_1', 2]]))
    expect([read.mock.calls.length, mend.mock.calls.length]).toEqual([1, 1])
    await write('fifth', 'country')
    await vi.waitFor(async () => expect(await many()).toEqual(new Map([['city_1', 1]])), { timeout: 30_000 })
    expect(read).toHaveBeenCalledTimes(2)
  })

  test('does not exist where nothing is kept', async () => {
    let count = 0
    const next = async () => ++count
    expect(await keepNothing.read('d', ['city'], next)).toBe(1)
    expect(await keepNothing.read('d', ['city'], next)).toBe(2)
  })
})
