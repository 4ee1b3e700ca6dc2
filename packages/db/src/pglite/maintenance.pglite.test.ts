import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Connection } from '../connection.ts'
import { silentLog } from '../log.ts'
import { type TestDatabase, testDatabase } from '../testing.ts'
import { type Maintenance, startMaintenance } from './maintenance.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

/** Maintenance on a fake clock that notes every statement it runs. */
function observed(): { maintenance: Maintenance; statements: string[]; pass(minutes: number): void } {
  const statements: string[] = []
  let now = 0
  const exclusive: TestDatabase['exclusive'] = (limit, work) =>
    database.exclusive(limit, (connection) => {
      const noting: Connection = {
        ...connection,
        query(text, values) {
          statements.push(String(text).trim().split(/\s+/)[0] ?? '')
          return connection.query(text, values)
        },
      }
      return work(noting)
    })
  const maintenance = startMaintenance({ exclusive, log: silentLog, clock: { now: () => new Date(now) } })
  maintenance.stop()
  return { maintenance, statements, pass: (minutes) => (now += minutes * 60_000) }
}

describe('maintenance', () => {
  test('writes a checkpoint every five minutes and vacuums after a quarter of an hour and then daily', async () => {
    const { maintenance, statements, pass } = observed()
    const tick = async (minutes: number): Promise<string[]> => {
      pass(minutes)
      statements.length = 0
      await maintenance.tick()
      return [...new Set(statements)]
    }
    expect(await tick(4)).toEqual([])
    expect(await tick(1)).toEqual(['CHECKPOINT'])
    expect(await tick(1)).toEqual([])
    expect(await tick(9)).toEqual(['SELECT', 'VACUUM', 'CHECKPOINT'])
    expect(await tick(5)).toEqual(['CHECKPOINT'])
    expect(await tick(24 * 60)).toEqual(['SELECT', 'VACUUM', 'CHECKPOINT'])
  })

  test('keeps a table that is updated again and again small and its statistics fresh', async () => {
    const size = async () =>
      Number((await database.db.execute(sql`SELECT pg_relation_size('churn') AS size`)).rows[0]?.size)
    await database.db.execute(
      sql`CREATE TABLE churn AS SELECT n, repeat('x', 500) AS text FROM generate_series(1, 2000) n`,
    )
    const start = await size()
    for (let i = 0; i < 8; i += 1) {
      await database.db.execute(sql`UPDATE churn SET text = text || 'y'`)
      await database.maintain()
    }
    expect(await size()).toBeLessThan(3 * start)
    const { rows } = await database.db.execute(sql`SELECT reltuples FROM pg_class WHERE relname = 'churn'`)
    expect(rows).toEqual([{ reltuples: 2000 }])
    await database.db.execute(sql`DROP TABLE churn`)
  })
})
