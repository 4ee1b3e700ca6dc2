import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { silentLog } from '../log.ts'
import { openDatabase } from '../open-database.ts'
import { startProcess, wait, withFolder } from '../testing-process.ts'

const writer = new URL('./durability.child.ts', import.meta.url)
const maker = new URL('./data-dir.child.ts', import.meta.url)

// Every round starts processes; on a busy machine each takes seconds.
describe('the embedded database', { timeout: 240_000 }, () => {
  test('makes at least one fsync per commit and none for a read', async () => {
    await withFolder(async (dataDir) => {
      const database = await openDatabase({ dataDir, log: silentLog })
      const settings = await database.db.execute(
        sql`SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'wal_sync_method', 'synchronous_commit') ORDER BY name`,
      )
      expect(settings.rows.map((row) => row.setting)).toEqual(['on', 'on', 'fsync'])
      await database.db.execute(sql`CREATE TABLE t (n int)`)
      const before = Number(await database.fsyncs())
      for (let n = 0; n < 50; n += 1) await database.db.execute(sql`INSERT INTO t VALUES (${n})`)
      const written = Number(await database.fsyncs())
      expect(written - before).toBeGreaterThanOrEqual(50)
      for (let n = 0; n < 20; n += 1) await database.db.execute(sql`SELECT count(*) FROM t`)
      expect(await database.fsyncs()).toBe(written)
      await database.close()
    })
  })

  test('keeps every acknowledged commit, whole, through five SIGKILLs of its process', async () => {
    await withFolder(async (dataDir) => {
      let acknowledged = 0
      for (let round = 0; round < 5; round += 1) {
        const process = startProcess(writer, dataDir)
        await process.line('open')
        await process.line(String(acknowledged + 10))
        await wait(Math.random() * 600)
        process.kill('SIGKILL')
        await process.ended
        acknowledged = Math.max(acknowledged, ...process.lines.slice(1).map(Number))

        const database = await openDatabase({ dataDir, log: silentLog })
        const { rows } = await database.db.execute(sql`
          SELECT count(*) AS count, max(one.n) AS last, count(two.n) AS whole FROM one LEFT JOIN two USING (n)`)
        const last = Number(rows[0]?.last)
        expect(last).toBeGreaterThanOrEqual(acknowledged)
        expect(Number(rows[0]?.count)).toBe(last)
        expect(Number(rows[0]?.whole)).toBe(last)
        await database.close()
      }
      expect(acknowledged).toBeGreaterThanOrEqual(50)
    })
  })

  test.each([
    ['from the template', undefined, 3],
    ['without a template', '/nowhere', 1],
  ])('is complete after kills during its first start %s', async (_, templateDir, rounds) => {
    for (let round = 0; round < rounds; round += 1) {
      await withFolder(async (dataDir) => {
        const process = startProcess(maker, dataDir, ...(templateDir ? [templateDir] : []))
        await process.line('starting')
        await wait(Math.random() * (templateDir ? 2_500 : 500))
        process.kill('SIGKILL')
        await process.ended

        const database = await openDatabase({ dataDir, log: silentLog })
        await database.db.execute(sql`CREATE TABLE t AS SELECT generate_series(1, 100) AS n`)
        expect(existsSync(join(dataDir, 'pglite.new'))).toBe(false)
        await database.close()
        const again = await openDatabase({ dataDir, log: silentLog })
        expect((await again.db.execute(sql`SELECT count(*) AS count FROM t`)).rows).toEqual([
          { count: '100' },
        ])
        await again.close()
      })
    }
  })
})
