import { schema, silentLog } from '@hansa/db'
import { and, count, eq, sql } from 'drizzle-orm'
import { openAt } from '../testing/kept-database.ts'
import { checkImport, commitImport, undoImport } from './import.service.ts'
import { sweepImports } from './sweep-imports.ts'

/*
 * Test process: does with an import what a server does. It settles what another one left, then goes on until the import is `committed` or `undone`,
 * saying how far it is, and kills itself as soon as it is where it is told to die, or further in the same work:
 * `node import-runner.child.ts <database> <import> <member> <minutes its clock is ahead> <end> [<work> <how far>]`.
 */

const [at = '', id = '', member = '', minutes = '0', end = '', dieAt, howFar] = process.argv.slice(2)
const { entry, entryImport, importChange } = schema
const clock = { now: () => new Date(Date.now() + Number(minutes) * 60_000) }
const database = await openAt(at)
const { db } = database
const ctx = {
  db,
  clock,
  log: silentLog,
  viewer: { kind: 'member', id: member, isAdministrator: true, affiliations: [], scopes: null },
  caller: { origin: { network: 'unknown', device: 'test' }, session: null, browser: null },
} as const

const look = async () => {
  const [run] = await db.select().from(entryImport).where(eq(entryImport.id, id))
  if (!run) throw new Error('the import is gone')
  return run
}

/** How many of the new entries are there unseen, and how many for everybody. */
const made = async (state: 'staged' | 'published'): Promise<number> => {
  const [row] = await db
    .select({ count: count() })
    .from(importChange)
    .innerJoin(entry, eq(entry.id, importChange.entryId))
    .where(
      and(eq(importChange.importId, id), sql`${importChange.beforeHash} is null`, eq(entry.state, state)),
    )
  return row?.count ?? 0
}

let last = ''
/** Says what changed since it last spoke. */
const say = async () => {
  const { state, done, decidedAt } = await look()
  const [work, far] = decidedAt ? ['decided', await made('published')] : [state, done]
  const line = `${work} ${far}`
  if (line !== last) console.log(line)
  last = line
  // Not by whoever listens: until she has heard of it, it would be done.
  if (work === dieAt && far >= Number(howFar)) process.kill(process.pid, 'SIGKILL')
}

/** Looking takes nothing away from the work but where both use one connection. */
const everyMs = database.engine === 'postgres' ? 2 : 20
let isOver = false
const saying = (async () => {
  while (!isOver) {
    await say()
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
})()

await sweepImports({ db, clock })
console.log(`stands ${(await look()).state} ${await made('staged')} ${await made('published')}`)
for (let run = await look(); run.state !== end; run = await look()) {
  if (run.state === 'mapping') await checkImport(ctx, id)
  else if (run.state === 'checked') await commitImport(ctx, id, true)
  else if (run.state === 'committed') await undoImport(ctx, id)
  else await new Promise((resolve) => setTimeout(resolve, 20))
}
isOver = true
await saying
console.log('over')
await database.close()
process.exit(0)
