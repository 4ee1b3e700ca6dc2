import { silentLog } from '../log.ts'
import { openDataDir } from './data-dir.ts'

/** Test process: makes a data folder, from a template in the given folder or from nothing. */

const [dataDir = '', templateDir] = process.argv.slice(2)
console.log('starting')
await openDataDir(dataDir, silentLog, templateDir)
console.log('made')
