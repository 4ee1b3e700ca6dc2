import { openDatabase, silentLog } from '@hansa/db'
import { z } from 'zod'
import { runnable } from './job.ts'
import { startJobs } from './job-runner.ts'

/** Test process: takes the job that waits, says so, and never ends it. */

const [at = ''] = process.argv.slice(2)
const database = await openDatabase({
  ...(at.includes('://') ? { url: at } : { dataDir: at }),
  log: silentLog,
})
const hang = runnable({
  name: 'test.write',
  payload: z.object({ text: z.string() }),
  run: async (_, { text }) => {
    console.log(`began ${text}`)
    await new Promise(() => undefined)
  },
})
const clock = { now: () => new Date() }
await startJobs({ database, ctx: { db: database.db, clock, log: silentLog }, kinds: [hang] })
