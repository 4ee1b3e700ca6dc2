import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DatabaseNewer } from './errors.ts'
import { type TestDatabase, testDatabase } from './testing.ts'
import { writeMigrations } from './testing-migrations.ts'
import { withFolder } from './testing-process.ts'

const FIRST = ['CREATE TABLE town (id int PRIMARY KEY)', 'INSERT INTO town VALUES (1)']
const SECOND = ['ALTER TABLE town ADD name text']

/** A database of its own with only the given migrations. */
async function withDatabase(
  migrations: string[][],
  work: (database: TestDatabase, folder: string, write: (m: string[][]) => string) => Promise<void>,
): Promise<void> {
  await withFolder(async (temp) => {
    const write = (list: string[][]) => writeMigrations(temp, list)
    const folder = write(migrations)
    const database = await testDatabase({ migrations: folder })
    try {
      await work(database, folder, write)
    } finally {
      await database.close()
    }
  })
}

describe('migrations', () => {
  test('of this release are applied to a test database, and applying them again does nothing', async () => {
    const database = await testDatabase()
    expect(await database.migrate()).toBe(0)
    expect((await database.db.execute(sql`SELECT count(*) AS count FROM entry`)).rows).toEqual([
      { count: '0' },
    ])
    await database.close()
  })

  test('that are missing are applied, once, also when asked for several times at the same moment', async () => {
    await withDatabase([FIRST], async (database, _, write) => {
      const newer = write([FIRST, SECOND])
      const applied = await Promise.all([1, 2, 3].map(() => database.migrate(newer)))
      expect(applied.sort()).toEqual([0, 0, 1])
      expect((await database.db.execute(sql`SELECT id, name FROM town`)).rows).toEqual([
        { id: 1, name: null },
      ])
    })
  })

  test('that fail leave nothing of themselves behind and can be applied once corrected', async () => {
    await withDatabase([FIRST], async (database, _, write) => {
      const broken = write([FIRST, ['CREATE TABLE half (id int)', 'CREATE TABLE town (id int)']])
      await expect(database.migrate(broken)).rejects.toThrow(/already exists/)
      expect((await database.db.execute(sql`SELECT to_regclass('half') AS half`)).rows).toEqual([
        { half: null },
      ])
      expect(await database.migrate(write([FIRST, ['CREATE TABLE half (id int)']]))).toBe(1)
    })
  })

  test('of a newer release are refused with what to do', async () => {
    await withDatabase([FIRST, SECOND], async (database, _, write) => {
      const refusal = await database.migrate(write([FIRST])).catch((error: unknown) => error)
      expect(refusal).toBeInstanceOf(DatabaseNewer)
      expect(String(refusal)).toMatch(/newer release .* start that release, or restore a backup/)
    })
  })
})

describe('a test database', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase()
  })
  afterAll(() => database.close())

  test('is empty again after a reset, with its identities at the start', async () => {
    for (let round = 0; round < 2; round += 1) {
      const { rows } = await database.db.execute(
        sql`INSERT INTO audit (actor, action, entry_id) VALUES ('a', 'b', 'c') RETURNING seq`,
      )
      expect(rows).toEqual([{ seq: '1' }])
      await database.reset()
      expect((await database.db.execute(sql`SELECT count(*) AS count FROM audit`)).rows).toEqual([
        { count: '0' },
      ])
    }
  })
})
