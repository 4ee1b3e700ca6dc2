import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { silentLog } from './log.ts'
import {
  followOutbox,
  OUTBOX_START,
  type OutboxPosition,
  type OutboxRow,
  outboxHead,
  readOutbox,
  writeOutbox,
} from './outbox.ts'
import { outboxTail, pruneOutbox } from './prune-outbox.ts'
import { type TestDatabase, testDatabase } from './testing.ts'
import { wait } from './testing-process.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
beforeEach(() => database.reset())
afterAll(() => database.close())

const event = (entryId: string) => ({ entryId, entryKind: 'practice' as const, event: 'published' })
const write = (...ids: string[]) => database.db.transaction((tx) => writeOutbox(tx, ids.map(event)))
const idsOf = (rows: OutboxRow[]) => rows.map((row) => row.entryId)

/** Waits until `done`. Transactions of other tests on a shared server may hold events back for a while. */
async function soon(done: () => boolean): Promise<void> {
  for (const end = Date.now() + 30_000; !done() && Date.now() < end; ) await wait(5)
  expect(done()).toBe(true)
}

/** Reads once `count` events can be read: on a shared server any transaction that still runs holds newer ones back. */
const settled = (after: OutboxPosition, limit: number, count: number) =>
  vi.waitFor(
    async () => {
      const rows = await readOutbox(database.db, after, limit)
      expect(rows).toHaveLength(count)
      return rows
    },
    { timeout: 60_000, interval: 50 },
  )

describe('the outbox', () => {
  test('is read in order, page by page, from any place on', async () => {
    await write('a', 'b')
    await write('c')
    const first = await settled(OUTBOX_START, 2, 2)
    expect(idsOf(first)).toEqual(['a', 'b'])
    const next = await settled(first[1]?.position ?? OUTBOX_START, 2, 1)
    expect(idsOf(next)).toEqual(['c'])
    expect(await outboxHead(database.db)).toBe(next[0]?.position)
    expect(await readOutbox(database.db, await outboxHead(database.db), 2)).toEqual([])
  })

  test('starts at the same place when it is empty', async () => {
    expect(await outboxHead(database.db)).toBe(OUTBOX_START)
    expect(await readOutbox(database.db, OUTBOX_START, 10)).toEqual([])
  })

  test('takes more events in one transaction than one statement has parameters for', async () => {
    await write(...Array.from({ length: 25_000 }, (_, i) => `id_${i}`))
    const rows = await settled(OUTBOX_START, 30_000, 25_000)
    expect(rows.at(-1)?.entryId).toBe('id_24999')
  })

  test('wakes its follower after a commit and hands over each event once', async () => {
    await write('before')
    // Held back by another test's transaction it would be handed over too.
    await database.settle()
    const seen: string[] = []
    // A poll so slow that only the notification can be in time.
    const options = { after: await outboxHead(database.db), log: silentLog, pollMs: 60_000 }
    const follower = await followOutbox(database, {
      ...options,
      handle: async (rows) => void seen.push(...idsOf(rows)),
    })
    await wait(50)
    await write('one', 'two')
    await soon(() => seen.length === 2)
    await write('three')
    await soon(() => seen.length === 3)
    expect(seen).toEqual(['one', 'two', 'three'])
    expect(follower.position()).toBe(await outboxHead(database.db))
    await follower.stop()
    await write('after')
    await wait(100)
    expect(seen).toHaveLength(3)
  })

  test('finds events also when no notification was sent', async () => {
    const seen: string[] = []
    const handle = async (rows: OutboxRow[]) => void seen.push(...idsOf(rows))
    const follower = await followOutbox(database, { after: OUTBOX_START, log: silentLog, handle })
    await database.exclusive(1_000, (connection) =>
      connection.query(
        `INSERT INTO outbox (entry_id, entry_kind, event) VALUES ('quiet', 'city', 'published')`,
      ),
    )
    await soon(() => seen.includes('quiet'))
    await follower.stop()
  })

  test('hands the same batch over again when its handler failed', async () => {
    await write('a', 'b')
    const batches: string[][] = []
    const handle = async (rows: OutboxRow[]) => {
      batches.push(idsOf(rows))
      if (batches.length === 1) throw new Error('index is busy')
    }
    const follower = await followOutbox(database, { after: OUTBOX_START, log: silentLog, handle, pollMs: 20 })
    await soon(() => batches.length === 2)
    await follower.stop()
    expect(batches).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ])
  })

  test('holds nothing of a transaction that was rolled back', async () => {
    const failing = database.db.transaction(async (tx) => {
      await writeOutbox(tx, [event('never')])
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await readOutbox(database.db, OUTBOX_START, 10)).toEqual([])
  })

  describe('pruned', () => {
    const tomorrow = new Date(Date.now() + 86_400_000)
    const yesterday = new Date(Date.now() - 86_400_000)

    test('up to a place keeps the row at that place and all that come after', async () => {
      await write('a', 'b')
      await write('c')
      const rows = await settled(OUTBOX_START, 10, 3)
      expect(await pruneOutbox(database.db, rows[1]?.position ?? OUTBOX_START, tomorrow)).toBe(1)
      expect(idsOf(await settled(OUTBOX_START, 10, 2))).toEqual(['b', 'c'])
      expect(await outboxTail(database.db)).toEqual({ position: rows[1]?.position, first: false })
    })

    test('keeps what is younger than asked, whatever was read', async () => {
      await write('a', 'b')
      const rows = await settled(OUTBOX_START, 10, 2)
      expect(await pruneOutbox(database.db, rows[1]?.position ?? OUTBOX_START, yesterday)).toBe(0)
      expect(await outboxTail(database.db)).toEqual({ position: rows[0]?.position, first: true })
    })

    test('of more rows than one statement deletes ends with one row', async () => {
      await write(...Array.from({ length: 12_000 }, (_, i) => `id_${i}`))
      const rows = await settled(OUTBOX_START, 20_000, 12_000)
      const last = rows.at(-1)?.position ?? OUTBOX_START
      expect(await pruneOutbox(database.db, last, tomorrow)).toBe(11_999)
      expect(await outboxHead(database.db)).toBe(last)
    })

    test('an empty one stays empty', async () => {
      expect(await pruneOutbox(database.db, OUTBOX_START, tomorrow)).toBe(0)
      expect(await outboxTail(database.db)).toBeNull()
    })
  })
})
