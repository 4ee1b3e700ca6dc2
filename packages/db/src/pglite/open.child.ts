import { silentLog } from '../log.ts'
import { openDatabase } from '../open-database.ts'

/** Test process: opens a data folder, prints the failure's name, and must then end by itself. */

const [dataDir = ''] = process.argv.slice(2)
await openDatabase({ dataDir, log: silentLog }).catch((error: Error) => console.log(error.name))
