import { type Clock, type Database, type Db, type Log, schema } from '@hansa/db'
import { type ImportWork, stateBefore, undoDays, unwrittenDays } from '@hansa/domain/import'
import { and, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import type { ImportRun } from './import.rows.ts'
import { clearStaged, stepAll } from './staged.ts'
import { writeChanges } from './write-changes.ts'

const { entryImport, importChange, importRow } = schema
type Deps = { db: Db; clock: Clock }

const dayMs = 86_400_000
const hourMs = 3_600_000

const ends = {
  checking: null,
  committing: { step: 'show', way: 'forward', state: 'committed', at: 'committedAt' },
  undoing: { step: 'archive', way: 'back', state: 'undone', at: 'undoneAt' },
} as const

const quietly = async () => undefined

/** Goes on with what was decided, and puts back what was not: then nothing of it is left. */
const settle = async ({ db, clock }: Deps, run: ImportRun, state: ImportWork): Promise<void> => {
  const end = ends[state]
  const free = and(eq(entryImport.id, run.id), eq(entryImport.state, state), isNull(entryImport.workToken))
  if (run.decidedAt !== null && run.decidedBy !== null && end) {
    const { id, decidedBy } = run
    await stepAll(db, id, decidedBy, end.step, quietly)
    const obstacles = await writeChanges(db, { id, decidedBy }, end.way, quietly)
    const after = { obstacles, state: end.state, decidedAt: null, done: run.rows, [end.at]: clock.now() }
    await db.update(entryImport).set(after).where(free)
    return
  }
  await clearStaged(db, run.id)
  await db.update(entryImport).set({ state: stateBefore[state] }).where(free)
}

const works = Object.keys(stateBefore) as ImportWork[]

/** Settles work whose worker is gone. */
const settleForsaken = async (deps: Deps): Promise<void> => {
  const { db, clock } = deps
  const { state, workToken, workUntil } = entryImport
  const forsaken = await db
    .select()
    .from(entryImport)
    .where(and(inArray(state, works), or(isNull(workUntil), lt(workUntil, clock.now()))))
  for (const run of forsaken) {
    // Taken over first: should whoever was thought to be gone go on, she finds that the work is not hers.
    const taken = await db
      .update(entryImport)
      .set({ workToken: null, workUntil: null })
      .where(and(eq(entryImport.id, run.id), sql`${workToken} is not distinct from ${run.workToken}`))
      .returning({ id: entryImport.id })
    const work = works.find((each) => each === run.state)
    if (taken.length > 0 && work) await settle(deps, run, work)
  }
}

/** Removes rows of a table that belong to one import, some at a time. */
const removeRows = async (db: Db, id: string): Promise<void> => {
  for (const table of [importRow, importChange])
    for (;;) {
      const some = sql`select ctid from ${table} where ${table.importId} = ${id} limit 1000`
      const { rowCount } = await db.execute(sql`delete from ${table} where ctid in (${some})`)
      if ((rowCount ?? 0) === 0) break
    }
}

/** Files that were not written in time go whole; of those that were, what they held goes once they cannot be taken back. */
const removeOld = async ({ db, clock }: Deps): Promise<void> => {
  const now = clock.now().getTime()
  const { state, createdAt, committedAt, id } = entryImport
  const unwritten = await db
    .select({ id })
    .from(entryImport)
    .where(
      or(
        and(eq(state, 'reading'), lt(createdAt, new Date(now - hourMs))),
        and(inArray(state, ['mapping', 'checked']), lt(createdAt, new Date(now - unwrittenDays * dayMs))),
      ),
    )
  for (const one of unwritten) {
    await removeRows(db, one.id)
    await db.delete(entryImport).where(eq(id, one.id))
  }
  const over = await db
    .select({ id })
    .from(entryImport)
    .where(
      and(
        inArray(state, ['committed', 'undone']),
        lt(committedAt, new Date(now - undoDays * dayMs)),
        sql`exists (select from ${importRow} where ${importRow.importId} = ${id})`,
      ),
    )
  for (const one of over) await removeRows(db, one.id)
}

/** Puts right what work that ended half-way left, and removes what is kept of imports long enough. */
export const sweepImports = async (deps: Deps): Promise<void> => {
  await settleForsaken(deps)
  await removeOld(deps)
}

const everyMs = 60_000

/** Sweeps every minute, and at once: after a crash the first thing is that nothing half-written is left. */
export const startImportSweeper = (deps: {
  database: Database
  clock: Clock
  log: Log
}): { stop(): void } => {
  const { database, clock, log } = deps
  const sweep = () => {
    sweepImports({ db: database.db, clock }).catch((error: unknown) =>
      log.warn({ err: error }, 'what imports left behind could not be removed; trying again in a minute'),
    )
  }
  sweep()
  const timer = setInterval(sweep, everyMs)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
