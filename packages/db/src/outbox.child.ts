import { silentLog } from './log.ts'
import { openDatabase } from './open-database.ts'
import { followOutbox, outboxHead } from './outbox.ts'

/** Test process: follows the outbox of a server's database and prints each event. */

const [url = ''] = process.argv.slice(2)
const database = await openDatabase({ url, log: silentLog })
const handle = async (rows: { entryId: string }[]) => {
  for (const row of rows) console.log(`found ${row.entryId}`)
}
await followOutbox(database, { after: await outboxHead(database.db), log: silentLog, handle })
console.log('following')
