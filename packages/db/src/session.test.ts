import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { OuterConnectionInTransaction, TransactionAborted } from './errors.ts'
import { setting } from './schema/index.ts'
import { type TestDatabase, testDatabase } from './testing.ts'
import { wait } from './testing-process.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
beforeEach(() => database.reset())
afterAll(() => database.close())

const keys = async () => (await database.db.select().from(setting).orderBy(setting.key)).map((row) => row.key)

describe('a transaction', () => {
  test('keeps everything or nothing', async () => {
    await database.db.transaction((tx) => tx.insert(setting).values({ key: 'a', value: 1 }))
    const failing = database.db.transaction(async (tx) => {
      await tx.insert(setting).values({ key: 'b', value: 1 })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await keys()).toEqual(['a'])
  })

  test('rolls back only the inner part of nested ones', async () => {
    await database.db.transaction(async (tx) => {
      await tx.insert(setting).values({ key: 'outer', value: 1 })
      const inner = tx.transaction(async (savepoint) => {
        await savepoint.insert(setting).values({ key: 'inner', value: 1 })
        throw new Error('no')
      })
      await expect(inner).rejects.toThrow('no')
    })
    expect(await keys()).toEqual(['outer'])
  })

  test('refuses every use of the outer connection inside it, at once', async () => {
    const { db } = database
    const uses: (() => Promise<unknown>)[] = [
      () => db.select().from(setting),
      () => db.query.setting.findMany(),
      () => db.execute(sql`SELECT 1`),
      () => db.insert(setting).values({ key: 'outer', value: 1 }),
      () => db.transaction(async () => undefined),
    ]
    for (const use of uses) {
      const started = performance.now()
      await expect(db.transaction(() => use())).rejects.toThrow(OuterConnectionInTransaction)
      expect(performance.now() - started).toBeLessThan(5_000)
    }
    expect(await keys()).toEqual([])
  })

  test('lets work that it started use the outer connection once it is over', async () => {
    let later: Promise<unknown> = Promise.resolve()
    await database.db.transaction(async () => {
      later = wait(100).then(() => database.db.select().from(setting))
    })
    await expect(later).resolves.toEqual([])
  })

  test('fails when one of its statements failed and the failure was swallowed', async () => {
    const result = database.db.transaction(async (tx) => {
      await tx.insert(setting).values({ key: 'a', value: 1 })
      await tx.execute(sql`SELECT 1 / 0`).catch(() => undefined)
    })
    await expect(result).rejects.toThrow(TransactionAborted)
    expect(await keys()).toEqual([])
  })

  test('runs beside nineteen others without losing an update', async () => {
    await database.db.insert(setting).values({ key: 'count', value: 0 })
    const add = () =>
      database.db.transaction(async (tx) => {
        const [row] = await tx.select().from(setting).for('update')
        await tx.update(setting).set({ value: Number(row?.value) + 1 })
      })
    await Promise.all(Array.from({ length: 20 }, add))
    expect((await database.db.select().from(setting))[0]?.value).toBe(20)
  })

  test('takes an isolation level', async () => {
    const level = await database.db.transaction(
      async (tx) => (await tx.execute(sql`SHOW transaction_isolation`)).rows,
      { isolationLevel: 'serializable' },
    )
    expect(level).toEqual([{ transaction_isolation: 'serializable' }])
  })
})

describe('a statement', () => {
  test('gives values in the same types on both engines', async () => {
    const { rows } = await database.db.execute(sql`SELECT
      9007199254740993::bigint AS big, 1::int AS int, 1.50::numeric AS numeric, 0.1::float8 AS float, true AS yes,
      '{"a": [1, null]}'::jsonb AS json, ARRAY['a', 'b,"c'] AS texts, ARRAY[1, 2]::bigint[] AS bigs,
      '2026-02-03 04:05:06.123456+00'::timestamptz AT TIME ZONE 'UTC' AS at, '2026-02-03'::date AS day,
      '\\x00ff'::bytea AS bytes, NULL::text AS nothing, '5 days'::interval AS days, 'żółć'::text AS text`)
    expect(rows).toEqual([
      {
        big: '9007199254740993',
        int: 1,
        numeric: '1.50',
        float: 0.1,
        yes: true,
        json: { a: [1, null] },
        texts: ['a', 'b,"c'],
        bigs: ['1', '2'],
        at: '2026-02-03 04:05:06.123456',
        day: '2026-02-03',
        bytes: Buffer.from([0, 255]),
        nothing: null,
        days: '5 days',
        text: 'żółć',
      },
    ])
  })

  test('takes parameters of every kind on both engines', async () => {
    const date = new Date('2026-02-03T04:05:06.789Z')
    const json = JSON.stringify({ q: `"'\\` })
    const { rows } = await database.db.execute(sql`SELECT ${'text'}::text AS text, ${12.5}::numeric AS number,
      ${true}::boolean AS yes, ${null}::int AS nothing, ${json}::jsonb AS json, ${10n ** 15n}::bigint AS big,
      ${Buffer.from([1, 2])}::bytea AS bytes, extract(epoch FROM ${date}::timestamptz)::float8 AS at,
      ${sql.param(['a', 'b,{}'])}::text[] AS texts`)
    expect(rows).toEqual([
      {
        text: 'text',
        number: '12.5',
        yes: true,
        nothing: null,
        json: { q: `"'\\` },
        big: '1000000000000000',
        bytes: Buffer.from([1, 2]),
        at: date.getTime() / 1000,
        texts: ['a', 'b,{}'],
      },
    ])
  })

  test('fails with the code and the constraint of what it broke', async () => {
    await database.db.insert(setting).values({ key: 'a', value: 1 })
    const failure = await database.db
      .insert(setting)
      .values({ key: 'a', value: 2 })
      .catch((error) => error)
    expect(failure.cause).toMatchObject({ code: '23505', constraint: 'setting_pkey', table: 'setting' })
    expect(failure.cause.detail).toContain('(a) already exists')
    expect(failure.cause.message.length).toBeLessThan(200)
    expect(await keys()).toEqual(['a'])
  })
})
