import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DataDirLocked } from '../errors.ts'
import { lockDataDir } from './lock.ts'

/** Test process: waits for the file `go`, tries to take the lock, says how it went, and stays until it is ended. */

const [folder = '', go = ''] = process.argv.slice(2)
console.log('ready')
while (go !== '' && !existsSync(join(folder, go))) await new Promise((resolve) => setImmediate(resolve))
try {
  await lockDataDir(folder)
  console.log('held')
} catch (error) {
  if (!(error instanceof DataDirLocked)) throw error
  console.log(`refused ${error.pid}`)
}
setInterval(() => undefined, 1_000)
