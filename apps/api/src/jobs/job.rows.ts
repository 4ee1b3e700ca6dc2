import { randomUUID } from 'node:crypto'
import { type Clock, type Db, schema } from '@hansa/db'
import { and, asc, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm'

const { job } = schema

export type JobRow = typeof job.$inferSelect

/** Work that was taken belongs to one runner for so long, unless it says that it still works. In milliseconds. */
export const leaseMs = 60_000
/** After so many attempts, about two days, work is given up. */
export const mostAttempts = 50

type At = { db: Db; clock: Clock }

const later = (now: Date, ms: number): Date => new Date(now.getTime() + ms)

/** The wait after so many attempts, in milliseconds: from five seconds to one hour. */
export const retryAfter = (attempts: number): number => Math.min(5_000 * 2 ** (attempts - 1), 3_600_000)

/** Takes the next job that is due, so that nobody else does it meanwhile. No transaction is open while it is done. */
export const takeJob = async ({ db, clock }: At, kinds: readonly string[]): Promise<JobRow | null> => {
  const now = clock.now()
  const next = db
    .select({ id: job.id })
    .from(job)
    .where(
      and(
        // Kinds of a newer release are left to its processes.
        inArray(job.kind, [...kinds]),
        isNull(job.failedAt),
        lte(job.dueAt, now),
        or(isNull(job.lockedUntil), lte(job.lockedUntil, now)),
      ),
    )
    .orderBy(asc(job.dueAt))
    .limit(1)
    .for('update', { skipLocked: true })
  const [taken] = await db
    .update(job)
    .set({
      attempts: sql`${job.attempts} + 1`,
      run: randomUUID(),
      lockedUntil: later(now, leaseMs),
      again: false,
    })
    .where(eq(job.id, sql`${next}`))
    .returning()
  return taken ?? null
}

const thisRun = ({ id, run }: JobRow) => and(eq(job.id, id), eq(job.run, run ?? ''))

/** Says that a job is still being done. */
export const renewJob = async ({ db, clock }: At, row: JobRow): Promise<void> => {
  await db
    .update(job)
    .set({ lockedUntil: later(clock.now(), leaseMs) })
    .where(thisRun(row))
}

const unlocked = { run: null, lockedUntil: null, again: false }

/**
 * Ends a job that was done: it goes, or waits for its next time. One that was written again meanwhile stays, and so does one that
 * another runner took because this one was thought dead.
 */
export const finishJob = async ({ db }: Pick<At, 'db'>, row: JobRow, nextAt: Date | null): Promise<void> => {
  const once = and(thisRun(row), eq(job.again, false))
  const ended = nextAt
    ? await db
        .update(job)
        .set({ ...unlocked, dueAt: nextAt, attempts: 0, lastError: null })
        .where(once)
        .returning({ id: job.id })
    : await db.delete(job).where(once).returning({ id: job.id })
  if (ended.length === 0) await db.update(job).set(unlocked).where(thisRun(row))
}

/** Puts a job that failed back, to be tried later; gives whether it was given up instead. */
export const putBackJob = async (
  { db, clock }: At,
  row: JobRow,
  { error, recurring }: { error: string; recurring: boolean },
): Promise<boolean> => {
  const now = clock.now()
  const givenUp = !recurring && row.attempts >= mostAttempts
  const dueAt = later(now, retryAfter(row.attempts))
  await db
    .update(job)
    .set({
      ...unlocked,
      lastError: error.slice(0, 1000),
      failedAt: sql`case when ${job.again} then null else ${givenUp ? now.toISOString() : null}::timestamptz end`,
      dueAt: sql`case when ${job.again} then ${job.dueAt} else ${dueAt.toISOString()}::timestamptz end`,
    })
    .where(thisRun(row))
  return givenUp
}

/** Makes sure that work that comes back by itself is there. */
export const plantRecurring = async ({ db, clock }: At, name: string, dueAt: Date): Promise<void> => {
  await db
    .insert(job)
    .values({ id: randomUUID(), kind: name, key: 'recurring', payload: {}, createdAt: clock.now(), dueAt })
    .onConflictDoNothing()
}
