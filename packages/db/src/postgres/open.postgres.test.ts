import { createServer } from 'node:net'
import { Unavailable } from '@hansa/domain/errors'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { silentLog } from '../log.ts'
import { openDatabase } from '../open-database.ts'
import { type TestDatabase, testDatabase } from '../testing.ts'
import { wait } from '../testing-process.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase({ limits: { statementMs: 500, idleTransactionMs: 500 } })
})
afterAll(() => database.close())

const open = (url: string) => openDatabase({ url, log: silentLog }).catch((error: unknown) => error)

describe('a PostgreSQL server', () => {
  test('that does not listen is named in one sentence without the password', async () => {
    const refusal = await open('postgresql://hansa:very-secret@127.0.0.1:1/registry')
    expect(refusal).toBeInstanceOf(Unavailable)
    expect(String(refusal)).toMatch(
      /PostgreSQL at 127.0.0.1:1\/registry as hansa does not answer \(ECONNREFUSED\)/,
    )
    expect(`${String(refusal)} ${JSON.stringify(refusal)}`).not.toContain('very-secret')
  })

  test('that accepts connections and says nothing is asked thrice and given up', async () => {
    const server = createServer()
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address()
        resolve(typeof address === 'object' && address ? address.port : 0)
      })
    })
    expect(await open(`postgresql://hansa:very-secret@127.0.0.1:${port}/registry`)).toBeInstanceOf(
      Unavailable,
    )
    server.close()
  })

  test.each([
    [
      'a wrong password',
      (url: URL) => Object.assign(url, { password: 'wrong-one' }),
      /password authentication failed/,
    ],
    [
      'a database that is not there',
      (url: URL) => Object.assign(url, { pathname: '/nowhere' }),
      /does not exist/,
    ],
  ])('that refuses %s says why without the password', async (_, change, reason) => {
    const refusal = await open(change(new URL(database.url ?? '')).href)
    expect(refusal).toBeInstanceOf(Unavailable)
    expect(String(refusal)).toMatch(reason)
    expect(String(refusal)).not.toContain(new URL(database.url ?? '').password)
  })

  test.each(['nonsense', 'postgresql://host:notaport/x', 'mysql://a@b/c'])(
    'cannot be opened by the connection string %j',
    async (url) => {
      const refusal = await open(url)
      expect(refusal).toBeInstanceOf(Unavailable)
      expect(String(refusal)).toMatch(/DATABASE_URL/)
    },
  )

  test('stops a statement that runs too long', async () => {
    await expect(database.db.execute(sql`SELECT pg_sleep(5)`)).rejects.toThrow(Unavailable)
    expect(await database.health()).toMatchObject({ ok: true, engine: 'postgres' })
  })

  test('ends a transaction that waits too long, and serves on', async () => {
    const late = database.db.transaction(async (tx) => {
      await tx.execute(sql`INSERT INTO setting VALUES ('late', '1')`)
      await wait(1_200)
      await tx.execute(sql`INSERT INTO setting VALUES ('too late', '1')`)
    })
    await expect(late).rejects.toThrow(Unavailable)
    expect((await database.db.execute(sql`SELECT * FROM setting`)).rows).toEqual([])
  })

  test('may close every connection: what runs fails as unavailable and the next statement works', async () => {
    const running = database.db.transaction(async (tx) => {
      await tx.execute(sql`INSERT INTO setting VALUES ('lost', '1')`)
      await database.exclusive(5_000, (connection) =>
        connection.query(
          'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
        ),
      )
      await tx.execute(sql`SELECT 1`)
    })
    await expect(running).rejects.toThrow(Unavailable)
    expect((await database.db.execute(sql`SELECT count(*) AS count FROM setting`)).rows).toEqual([
      { count: '0' },
    ])
  })
})
