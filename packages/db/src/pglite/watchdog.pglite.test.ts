import { Unavailable } from '@hansa/domain/errors'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../testing.ts'
import { wait } from '../testing-process.ts'

const RUNAWAY = sql`SELECT count(*) FROM generate_series(1, 1000000000000)`

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase({ limits: { statementMs: 2_000, idleTransactionMs: 1_000 } })
})
beforeEach(() => database.reset())
afterAll(() => database.close())

const insert = (key: string) => sql`INSERT INTO setting VALUES (${key}, '1')`
const keys = async () =>
  (await database.db.execute(sql`SELECT key FROM setting ORDER BY key`)).rows.map((r) => r.key)

describe('the watchdog', () => {
  test('stops a runaway statement, keeps what was committed and serves those who waited', async () => {
    await database.db.execute(insert('before'))
    const runaway = database.db.execute(RUNAWAY).catch((error: unknown) => error)
    const waiting = database.db.execute(insert('waited'))
    expect(await runaway).toBeInstanceOf(Unavailable)
    await waiting
    expect(await keys()).toEqual(['before', 'waited'])
  })

  test('rolls back the transaction in which a statement ran away', async () => {
    const result = database.db.transaction(async (tx) => {
      await tx.execute(insert('inside'))
      await tx.execute(RUNAWAY).catch(() => undefined)
      await tx.execute(insert('after the failure'))
    })
    await expect(result).rejects.toThrow(Unavailable)
    expect(await keys()).toEqual([])
  })

  test('rolls back a transaction that waits too long and lets others go on', async () => {
    const late = database.db.transaction(async (tx) => {
      await tx.execute(insert('late'))
      await wait(1_500)
      await tx.execute(insert('too late'))
    })
    const next = wait(100).then(() => database.db.execute(insert('next')))
    await expect(late).rejects.toThrow(/waited too long/)
    await next
    expect(await keys()).toEqual(['next'])
  })

  test('leaves alone a transaction whose statements run one after the other for longer than the limit', async () => {
    await database.db.transaction(async (tx) => {
      for (let i = 0; i < 8; i += 1) await tx.execute(sql`SELECT pg_sleep(0.3)`)
      await tx.execute(insert('long'))
    })
    expect(await keys()).toEqual(['long'])
  })

  test('says that the database is closed instead of waiting', async () => {
    const other = await testDatabase()
    await other.close()
    await expect(other.db.execute(sql`SELECT 1`)).rejects.toThrow(/closed/)
  })
})
