import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { OUTBOX_START, type OutboxPosition, readOutbox, writeOutbox } from './outbox.ts'
import { type TestDatabase, testDatabase } from './testing.ts'
import { startProcess, wait } from './testing-process.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
beforeEach(() => database.reset())
afterAll(() => database.close())

const event = (entryId: string) => ({ entryId, entryKind: 'practice' as const, event: 'published' })

/** Reads everything after a place, also what must wait for transactions of other tests on the same server. */
async function readAll(
  after: OutboxPosition,
  count: number,
): Promise<{ ids: string[]; position: OutboxPosition }> {
  const ids: string[] = []
  let position = after
  for (const end = Date.now() + 10_000; ids.length < count && Date.now() < end; await wait(10)) {
    const rows = await readOutbox(database.db, position, 100)
    ids.push(...rows.map((row) => row.entryId))
    position = rows.at(-1)?.position ?? position
  }
  return { ids, position }
}

describe('the outbox of several processes', () => {
  test('never skips an event whose transaction commits after one with a higher number was committed', async () => {
    let release: () => void = () => undefined
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    let written: () => void = () => undefined
    const slowWrote = new Promise<void>((resolve) => {
      written = resolve
    })
    const slow = database.db.transaction(async (tx) => {
      await writeOutbox(tx, [event('slow')])
      written()
      await held
    })
    await slowWrote
    await database.db.transaction((tx) => writeOutbox(tx, [event('fast')]))

    const early = await readOutbox(database.db, OUTBOX_START, 10)
    // The fast one is committed and has the higher number; reading it now would skip the slow one for ever.
    const plain = await database.db.execute(sql`SELECT entry_id FROM outbox ORDER BY seq`)
    release()
    await slow
    expect(plain.rows).toEqual([{ entry_id: 'fast' }])
    expect(early).toEqual([])
    expect((await readAll(OUTBOX_START, 2)).ids.sort()).toEqual(['fast', 'slow'])
  })

  test('gives a reader every event exactly once while ten writers commit in any order', async () => {
    const writers = Array.from({ length: 10 }, async (_, writer) => {
      for (let i = 0; i < 20; i += 1) {
        await database.db.transaction(async (tx) => {
          await writeOutbox(tx, [event(`${writer}-${i}`)])
          await wait(Math.random() * 10)
        })
      }
    })
    const reading = readAll(OUTBOX_START, 200)
    await Promise.all(writers)
    const { ids, position } = await reading
    expect(ids).toHaveLength(200)
    expect(new Set(ids).size).toBe(200)
    expect((await readAll(position, 0)).ids).toEqual([])
  })

  test('is followed by another process, also after its connection was cut', async () => {
    const follower = startProcess(new URL('./outbox.child.ts', import.meta.url), database.url ?? '')
    await follower.line('following')
    const find = async (id: string): Promise<void> => {
      await database.db.transaction((tx) => writeOutbox(tx, [event(id)]))
      // Rejects when the follower ends without having found it.
      await follower.line(`found ${id}`)
    }
    await find('one')
    await database.exclusive(5_000, (connection) =>
      connection.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'`,
      ),
    )
    await find('two')
    follower.kill('SIGKILL')
    await follower.ended
  })
})
