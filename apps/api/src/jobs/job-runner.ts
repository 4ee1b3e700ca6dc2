import { type Database, JOB_CHANNEL } from '@hansa/db'
import {
  finishJob,
  type JobRow,
  leaseMs,
  mostAttempts,
  plantRecurring,
  putBackJob,
  renewJob,
  takeJob,
} from './job.rows.ts'
import type { AnyJobKind, Running } from './job.ts'

export type JobRunner = {
  /** Looks for work now: for tests, which move the clock. */
  wake(): void
  /** Takes nothing more, and waits until what runs is done. */
  stop(): Promise<void>
}

export type RunnerOptions<C extends Running> = {
  database: Pick<Database, 'listen'>
  ctx: C
  kinds: readonly AnyJobKind<C>[]
  /** How many jobs run at a time; two unless told, so that a long one holds up no letter. */
  slots?: number
  /** Longest wait in milliseconds when nobody wakes it; five seconds unless told. */
  pollMs?: number
}

type Parts<C extends Running> = { ctx: C; byName: ReadonlyMap<string, AnyJobKind<C>> }

const partsOf = <C extends Running>({ ctx, kinds }: Pick<RunnerOptions<C>, 'ctx' | 'kinds'>): Parts<C> => ({
  ctx,
  byName: new Map(kinds.map((kind) => [kind.name, kind])),
})

const isRecurring = ({ next }: AnyJobKind<never>, { key }: JobRow): boolean =>
  next !== undefined && key === 'recurring'

/** Does one job, saying now and then that it is still at it. */
const runJob = async <C extends Running>({ ctx, byName }: Parts<C>, row: JobRow): Promise<void> => {
  const { clock, log } = ctx
  const kind = byName.get(row.kind)
  if (!kind) throw new Error(`A job of kind ${row.kind} was taken that nobody here can do.`)
  const recurring = isRecurring(kind, row)
  const beat = setInterval(() => {
    renewJob(ctx, row).catch((error: unknown) => log.warn({ err: error, job: row.kind }, 'a job waits'))
  }, leaseMs / 3)
  beat.unref()
  try {
    // It was begun more often than it failed: whoever does it dies of it.
    if (row.attempts > mostAttempts && !recurring) throw new Error(row.lastError ?? 'never came to an end')
    await kind.parseAndRun(ctx, row.payload)
  } catch (error) {
    const givenUp = await putBackJob(ctx, row, { error: String(error), recurring })
    const told = { err: error, job: row.kind, id: row.id, attempts: row.attempts }
    if (givenUp) log.error(told, 'a job failed too often and was given up')
    else log.warn(told, 'a job failed and will be tried again')
    return
  } finally {
    clearInterval(beat)
  }
  await finishJob(ctx, row, recurring ? (kind.next?.(clock.now()) ?? null) : null)
}

const plantAll = async <C extends Running>({ ctx, byName }: Parts<C>): Promise<void> => {
  for (const { name, next } of byName.values())
    if (next) await plantRecurring(ctx, name, next(ctx.clock.now()))
}

/** Does everything that is due, one after the other, and what becomes due by it; gives how many jobs that were. */
export const runDueJobs = async <C extends Running>(
  options: Pick<RunnerOptions<C>, 'ctx' | 'kinds'>,
): Promise<number> => {
  const parts = partsOf(options)
  await plantAll(parts)
  let count = 0
  for (let row = await takeJob(parts.ctx, [...parts.byName.keys()]); row; count += 1) {
    await runJob(parts, row)
    row = await takeJob(parts.ctx, [...parts.byName.keys()])
  }
  return count
}

/**
 * Does jobs soon after the transactions that wrote them, and those of later when their time comes. Several processes may do so at
 * the same time; what a process that ended had begun is done by another one a minute later.
 */
export const startJobs = async <C extends Running>(options: RunnerOptions<C>): Promise<JobRunner> => {
  const { database, ctx, slots = 2, pollMs = 5_000 } = options
  const parts = partsOf(options)
  const names = [...parts.byName.keys()]
  await plantAll(parts)
  const running = new Set<Promise<void>>()
  let stopped = false
  let looking: Promise<void> | null = null
  let again = false

  const look = async (): Promise<void> => {
    do {
      again = false
      while (!stopped && running.size < slots) {
        const row = await takeJob(ctx, names)
        if (!row) break
        const work = runJob(parts, row)
          .catch((error: unknown) => ctx.log.warn({ err: error }, 'a job could not be ended; it runs again'))
          .finally(() => {
            running.delete(work)
            wake()
          })
        running.add(work)
      }
    } while (again && !stopped)
  }
  const wake = (): void => {
    if (stopped) return
    again = true
    looking ??= look()
      .catch((error: unknown) => ctx.log.warn({ err: error }, 'jobs wait; trying again'))
      .finally(() => {
        looking = null
        // Called while it was about to end.
        if (again) wake()
      })
  }
  const unlisten = await database.listen(JOB_CHANNEL, wake)
  const timer = setInterval(wake, pollMs)
  timer.unref()
  wake()
  return {
    wake,
    async stop() {
      stopped = true
      clearInterval(timer)
      await unlisten()
      await looking
      await Promise.all(running)
    },
  }
}
