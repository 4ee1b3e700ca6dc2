import { silentLog } from './log.ts'
import { openDatabase } from './open-database.ts'

/** Test process: migrates a server's database and prints how many migrations it applied. */

const [url = ''] = process.argv.slice(2)
const database = await openDatabase({ url, log: silentLog })
console.log(`applied ${await database.migrate()}`)
await database.close()
