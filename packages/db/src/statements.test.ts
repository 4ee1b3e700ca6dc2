import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setting } from './schema/index.ts'
import { createStatements } from './statements.ts'
import { type TestDatabase, testDatabase } from './testing.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  await database.db.insert(setting).values([
    { key: 'a', value: { number: 1 } },
    { key: 'b', value: { number: 2 } },
  ])
})
afterAll(() => database.close())

const byKey = () =>
  database.db
    .select()
    .from(setting)
    .where(eq(setting.key, sql.placeholder('key')))

describe('a statement', () => {
  test('is built once and gives what its values ask for', async () => {
    const statements = createStatements()
    let built = 0
    const read = (key: string) =>
      statements.prepare('setting by key', () => {
        built += 1
        return byKey()
      })({ key })
    expect(await Promise.all([read('a'), read('b'), read('none')])).toEqual([
      [{ key: 'a', value: { number: 1 } }],
      [{ key: 'b', value: { number: 2 } }],
      [],
    ])
    expect(built).toBe(1)
  })

  test('means the same in two sets over one database', async () => {
    const sets = [createStatements(), createStatements()]
    for (const set of sets)
      expect(await set.prepare('setting by key', byKey)({ key: 'b' })).toMatchObject([{ key: 'b' }])
  })

  test('is planned by PostgreSQL only while there are few of them, and answers all the same', async () => {
    const statements = createStatements()
    const shown = (i: number) => () =>
      database.db
        .select({ shown: sql<number>`${sql.raw(`${i}`)}::int` })
        .from(setting)
        .limit(1)
    for (let i = 0; i < 210; i++)
      expect(await statements.prepare(`number ${i}`, shown(i))({})).toEqual([{ shown: i }])
    if (database.engine === 'pglite') return
    const { rows } = await database.db.execute(sql`select count(*)::int as plans from pg_prepared_statements`)
    expect(rows[0]?.plans).toBeLessThanOrEqual(202)
  })
})
