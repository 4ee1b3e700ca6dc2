import { existsSync } from 'node:fs'
import { silentLog } from './log.ts'
import { openDatabase } from './open-database.ts'

/** Test process: waits for the file `go`, migrates a server's database and prints how many migrations it applied. */

const [url = '', go = ''] = process.argv.slice(2)
const database = await openDatabase({ url, log: silentLog })
console.log('ready')
while (!existsSync(go)) await new Promise((resolve) => setImmediate(resolve))
console.log(`applied ${await database.migrate()}`)
await database.close()
