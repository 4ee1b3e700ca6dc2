import { type Clock, type Database, type Db, type Log, schema } from '@hansa/db'
import { stateBefore, undoDays, unwrittenDays } from '@hansa/domain/import'
import { and, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import { clearStaged } from './staged.ts'

const { entryImport, importChange, importRow } = schema
type Deps = { db: Db; clock: Clock }

const dayMs = 86_400_000
const hourMs = 3_600_000

/** Work whose worker is gone: its import goes back to where it stood, and nothing of it is left. */
const releaseForsaken = async ({ db, clock }: Deps): Promise<void> => {
  const works = Object.keys(stateBefore) as (keyof typeof stateBefore)[]
  const forsaken = await db
    .select({ id: entryImport.id, state: entryImport.state, token: entryImport.workToken })
    .from(entryImport)
    .where(
      and(
        inArray(entryImport.state, works),
        or(isNull(entryImport.workUntil), lt(entryImport.workUntil, clock.now())),
      ),
    )
  for (const { id, state, token } of forsaken) {
    // Taken over first: should whoever was thought to be gone go on, she finds that the work is not hers.
    const taken = await db
      .update(entryImport)
      .set({ workToken: null, workUntil: null })
      .where(and(eq(entryImport.id, id), sql`${entryImport.workToken} is not distinct from ${token}`))
      .returning({ id: entryImport.id })
    if (taken.length === 0) continue
    await clearStaged(db, id)
    await db
      .update(entryImport)
      .set({ state: stateBefore[state as keyof typeof stateBefore] })
      .where(and(eq(entryImport.id, id), eq(entryImport.state, state), isNull(entryImport.workToken)))
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
  await releaseForsaken(deps)
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
