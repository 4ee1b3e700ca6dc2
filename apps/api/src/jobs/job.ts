import type { Clock, Db, Log } from '@hansa/db'
import type { z } from 'zod'

/** What a job gets besides its payload. */
export type Running = { db: Db; clock: Clock; log: Log }

/**
 * A kind of work. It may run more than once for one job, so it must come to the same when it does: what it changes, and the mark that
 * it was changed, belong in one transaction.
 */
export type JobKind<P, C extends Running = Running> = {
  readonly name: string
  readonly payload: z.ZodType<P>
  run(ctx: C, payload: P): Promise<void>
  /** For work that comes back by itself: when next, seen from a moment. Its payload must take `{}`. */
  readonly next?: (after: Date) => Date
}

/** A kind of work as whoever runs it sees it: payloads come from the database and are parsed. */
export type AnyJobKind<C extends Running = Running> = {
  readonly name: string
  readonly next?: (after: Date) => Date
  parseAndRun(ctx: C, payload: unknown): Promise<void>
}

/** Makes a kind of work ready to be run. */
export const runnable = <P, C extends Running>(kind: JobKind<P, C>): AnyJobKind<C> => ({
  name: kind.name,
  ...(kind.next && { next: kind.next }),
  parseAndRun: (ctx, payload) => kind.run(ctx, kind.payload.parse(payload)),
})

const dayMs = 86_400_000

/** Every so many minutes. */
export const everyMinutes =
  (minutes: number) =>
  (after: Date): Date =>
    new Date(after.getTime() + minutes * 60_000)

/**
 * At an hour of the day (UTC), every day or on one day of the week.
 * @param weekday 0 is Sunday
 */
export const atHour =
  (hour: number, weekday?: number) =>
  (after: Date): Date => {
    const next = new Date(after)
    next.setUTCHours(hour, 0, 0, 0)
    while (next <= after || (weekday !== undefined && next.getUTCDay() !== weekday))
      next.setTime(next.getTime() + dayMs)
    return next
  }
