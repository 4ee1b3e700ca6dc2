import { schema, type Tx } from '@hansa/db'
import { Said } from '@hansa/domain/curation'
import type { ShownState } from '@hansa/domain/entry'
import { Conflict, InvalidInput } from '@hansa/domain/errors'
import { isEntryId } from '@hansa/domain/id'
import { parse } from '@hansa/domain/parse'
import { authorize } from '@hansa/domain/permissions'
import { and, eq, ne, sql } from 'drizzle-orm'
import { z } from 'zod'
import { subjectAt } from '../affiliation/affiliation.rows.ts'
import type { Acting } from '../audit/trail.ts'
import { amongWriters } from '../entry/entry.locks.ts'
import { writeStep } from './steps.ts'

const { entry, entryRedirect } = schema

export type CuratedEntry = Pick<
  typeof entry.$inferSelect,
  'id' | 'kind' | 'slug' | 'title' | 'featuredAt' | 'lastConfirmedAt' | 'confirmationDueAt'
> & { state: ShownState }

/** The columns of an entry that curators see. */
export const curatedColumns = {
  id: entry.id,
  kind: entry.kind,
  slug: entry.slug,
  title: entry.title,
  state: sql<ShownState>`${entry.state}`,
  featuredAt: entry.featuredAt,
  lastConfirmedAt: entry.lastConfirmedAt,
  confirmationDueAt: entry.confirmationDueAt,
}

/** Locks an entry and gives what curators see of it. */
export const lockCurated = async (tx: Tx, id: string): Promise<CuratedEntry> => {
  await amongWriters(tx)
  const [row] = isEntryId(id)
    ? await tx
        .select(curatedColumns)
        .from(entry)
        .where(and(eq(entry.id, id), ne(entry.state, 'staged')))
        .for('update')
    : []
  if (!row) throw new InvalidInput([{ field: 'entry', message: 'was not found in the registry' }])
  return row
}

const change = async (
  tx: Tx,
  id: string,
  set: { state?: ShownState; featuredAt?: Date | null },
): Promise<CuratedEntry> => {
  const [row] = await tx
    .update(entry)
    .set({ ...set, updatedAt: sql`now()` })
    .where(eq(entry.id, id))
    .returning(curatedColumns)
  if (!row) throw new Error('an entry was locked and is gone')
  return row
}

/** Does something to an entry as a whole, as those who decide about it. */
const curated = async (
  ctx: Acting,
  id: string,
  work: (tx: Tx, row: CuratedEntry) => Promise<CuratedEntry>,
): Promise<CuratedEntry> => {
  authorize(ctx.viewer, 'entry.curate', await subjectAt(ctx.db, id))
  return await ctx.db.transaction(async (tx) => await work(tx, await lockCurated(tx, id)))
}

/**
 * Takes a published entry from public view; it stays in the registry and can be restored.
 * @throws Unauthenticated, Forbidden; InvalidInput without a reason; Conflict when it is not published
 */
export const archiveEntry = async (ctx: Acting, id: string, given: string): Promise<CuratedEntry> =>
  await curated(ctx, id, async (tx, row) => {
    const { reason } = parse(z.object({ reason: Said }), { reason: given })
    if (row.state !== 'published')
      throw new Conflict('This entry is not published, so it cannot be archived.')
    const changed = await change(tx, id, { state: 'archived', featuredAt: null })
    await writeStep(tx, ctx, { entryId: id, step: 'archive', reason })
    return changed
  })

/**
 * Publishes an archived entry again as it was.
 * @throws Unauthenticated, Forbidden; Conflict when it is not archived, or was merged into another
 */
export const restoreEntry = async (ctx: Acting, id: string): Promise<CuratedEntry> =>
  await curated(ctx, id, async (tx, row) => {
    if (row.state !== 'archived') throw new Conflict('This entry is not archived, so it cannot be restored.')
    const [merged] = await tx.select().from(entryRedirect).where(eq(entryRedirect.fromId, id))
    if (merged) throw new Conflict('This entry was merged into another, which stands for it.')
    const changed = await change(tx, id, { state: 'published' })
    await writeStep(tx, ctx, { entryId: id, step: 'restore' })
    return changed
  })

/**
 * Shows an entry before others, or not any more.
 * @throws Unauthenticated, Forbidden; Conflict when it is not published
 */
export const featureEntry = async (ctx: Acting, id: string, featured: boolean): Promise<CuratedEntry> =>
  await curated(ctx, id, async (tx, row) => {
    if (row.state !== 'published') throw new Conflict('Only what is published can be featured.')
    if ((row.featuredAt !== null) === featured) return row
    const changed = await change(tx, id, { featuredAt: featured ? ctx.clock.now() : null })
    await writeStep(tx, ctx, { entryId: id, step: featured ? 'feature' : 'unfeature' })
    return changed
  })
