import { randomUUID } from 'node:crypto'
import { type Clock, type Db, JOB_CHANNEL, schema } from '@hansa/db'
import { sql } from 'drizzle-orm'
import type { JobKind, Running } from './job.ts'

const { job } = schema

/** One piece of work to be done. */
export type Work<P> = {
  payload: P
  /** Of work with one key only one waits; what is written later takes its place, and runs again when it was running. */
  key?: string
  /** Now unless told. */
  dueAt?: Date
}

const excluded = (column: string) => sql.raw(`excluded.${column}`)

/**
 * Writes work into the transaction that makes it necessary, and wakes whoever does it when that commits. It is done at least once after
 * that, whatever process ends when.
 */
export const enqueueAll = async <P, C extends Running>(
  tx: Db,
  { clock }: { clock: Clock },
  kind: Pick<JobKind<P, C>, 'name'> & { readonly payload: JobKind<P, C>['payload'] },
  works: readonly Work<P>[],
): Promise<void> => {
  if (works.length === 0) return
  const now = clock.now()
  // Of two with one key the later one counts, as if they had been written one after the other.
  const single = new Map(works.map((work, index) => [work.key ?? index, work]))
  // One order for everybody, so that two transactions that write the same keys wait for each other instead of for ever.
  const rows = [...single.values()]
    .map(({ payload, key, dueAt }) => ({
      id: randomUUID(),
      kind: kind.name,
      key: key ?? null,
      payload,
      createdAt: now,
      dueAt: dueAt ?? now,
    }))
    .sort((a, b) => ((a.key ?? '') < (b.key ?? '') ? -1 : 1))
  await tx
    .insert(job)
    .values(rows)
    .onConflictDoUpdate({
      target: [job.kind, job.key],
      set: {
        payload: excluded('payload'),
        dueAt: excluded('due_at'),
        attempts: 0,
        lastError: null,
        failedAt: null,
        again: sql`${job.run} is not null`,
      },
    })
  await tx.execute(sql`SELECT pg_notify(${JOB_CHANNEL}, '')`)
}

/** Writes one piece of work; see `enqueueAll`. */
export const enqueue = <P, C extends Running>(
  tx: Db,
  ctx: { clock: Clock },
  kind: Pick<JobKind<P, C>, 'name' | 'payload'>,
  work: Work<P>,
): Promise<void> => enqueueAll(tx, ctx, kind, [work])

/** Takes back work that waits under a key, in the transaction that makes it needless. */
export const cancelWork = async (tx: Db, kind: { name: string }, key: string): Promise<void> => {
  await tx.delete(job).where(sql`${job.kind} = ${kind.name} and ${job.key} = ${key}`)
}
