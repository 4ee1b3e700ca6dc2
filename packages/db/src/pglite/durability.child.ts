import { sql } from 'drizzle-orm'
import { silentLog } from '../log.ts'
import { openDatabase } from '../open-database.ts'

/** Test process: writes numbered transactions as fast as it can and prints each number after its commit. */

const [dataDir = ''] = process.argv.slice(2)
const { db } = await openDatabase({ dataDir, log: silentLog })
await db.execute(sql`CREATE TABLE IF NOT EXISTS one (n int PRIMARY KEY, text text)`)
await db.execute(sql`CREATE TABLE IF NOT EXISTS two (n int PRIMARY KEY REFERENCES one, text text)`)
const { rows } = await db.execute(sql`SELECT coalesce(max(n), 0) AS last FROM one`)
console.log('open')
for (let n = Number(rows[0]?.last) + 1; ; n += 1) {
  await db.transaction(async (tx) => {
    await tx.execute(sql`INSERT INTO one VALUES (${n}, repeat('x', ${(n * 37) % 3000}))`)
    await tx.execute(sql`INSERT INTO two VALUES (${n}, repeat('y', ${(n * 91) % 3000}))`)
    await tx.execute(sql`UPDATE one SET text = text || 'z' WHERE n = ${Math.ceil(n / 2)}`)
  })
  console.log(`${n}`)
}
