import { schema } from '@hansa/db'
import { RateLimited } from '@hansa/domain/errors'
import { eq, lte, sql } from 'drizzle-orm'
import { type AuthDeps, after } from './deps.ts'
import { hashOf } from './secrets.ts'

/**
 * How often something may be tried: `free` times at once; after that each try must wait twice as long as the one before,
 * from `firstWait` to `longestWait` seconds. After `forgetAfter` seconds without a try all is forgotten.
 */
export type Budget = { free: number; firstWait: number; longestWait: number; forgetAfter: number }

/** One count: a budget, and whose. */
export type Throttle = { budget: Budget; key: string }

type Deps = Pick<AuthDeps, 'db' | 'clock'>

const { throttle } = schema
const dayLong = 24 * 3600

/** Rows untouched for so many seconds are removed; no budget remembers longer. */
export const longestMemory = dayLong

/**
 * The wait after so many tries, in seconds.
 * @param attempts tries so far, this one included
 */
export const waitAfter = ({ free, firstWait, longestWait }: Budget, attempts: number): number =>
  attempts < free ? 0 : Math.min(firstWait * 2 ** Math.min(attempts - free, 30), longestWait)

/** Counts one try, or gives the moment from which one is allowed again. A try that comes too early counts nothing. */
const count = async ({ db, clock }: Deps, { budget, key }: Throttle): Promise<Date | null> => {
  const now = clock.now()
  const keyHash = hashOf(key)
  const forgotten = lte(throttle.updatedAt, after(clock, -budget.forgetAfter))
  const attempts = sql<number>`case when ${forgotten} then 1 else ${throttle.attempts} + 1 end`
  // The wait is worked out where the count is, so that tries at the same moment cannot share one.
  const { free, firstWait, longestWait } = budget
  const wait = sql`case when ${attempts} < ${free} then 0 else least(${firstWait} * power(2, least(${attempts} - ${free}, 30)), ${longestWait}) end`
  const counted = await db
    .insert(throttle)
    .values({ keyHash, attempts: 1, freeAt: after(clock, waitAfter(budget, 1)), updatedAt: now })
    .onConflictDoUpdate({
      target: throttle.keyHash,
      set: {
        attempts,
        freeAt: sql`${now.toISOString()}::timestamptz + make_interval(secs => (${wait})::float8)`,
        updatedAt: now,
      },
      setWhere: lte(throttle.freeAt, now),
    })
    .returning({ attempts: throttle.attempts })
  if (counted.length > 0) return null
  const [row] = await db
    .select({ freeAt: throttle.freeAt })
    .from(throttle)
    .where(eq(throttle.keyHash, keyHash))
  return row?.freeAt ?? now
}

/**
 * Counts one try against every throttle, before it is known how it ends: so many tries at the same moment are still as
 * many. Runs outside of transactions, whose failure would take the count back.
 * @throws RateLimited when one of them must wait
 */
export const countAttempt = async (deps: Deps, throttles: readonly Throttle[]): Promise<void> => {
  for (const each of throttles) {
    const freeAt = await count(deps, each)
    if (!freeAt) continue
    const seconds = (freeAt.getTime() - deps.clock.now().getTime()) / 1000
    throw new RateLimited(Math.max(1, Math.ceil(seconds)))
  }
}

/** Forgets the tries of somebody who has shown who she is. */
export const forgetAttempts = async ({ db }: Pick<AuthDeps, 'db'>, key: string): Promise<void> => {
  await db.delete(throttle).where(eq(throttle.keyHash, hashOf(key)))
}

/** Takes one try back: it was none. Others under the same key stay counted. */
export const takeAttemptBack = async ({ db }: Pick<AuthDeps, 'db'>, key: string): Promise<void> => {
  await db
    .update(throttle)
    .set({ attempts: sql`greatest(${throttle.attempts} - 1, 0)` })
    .where(eq(throttle.keyHash, hashOf(key)))
}

/** Removes rows that nothing remembers. */
export const sweepThrottles = async ({ db, clock }: Deps): Promise<void> => {
  await db.delete(throttle).where(lte(throttle.updatedAt, after(clock, -longestMemory)))
}
