import { schema, type Tx } from '@hansa/db'
import { Conflict } from '@hansa/domain/errors'
import { authorize } from '@hansa/domain/permissions'
import { and, eq, gt } from 'drizzle-orm'
import { subjectAt } from '../affiliation/affiliation.rows.ts'
import { type Acting, writeTrail } from '../audit/trail.ts'
import { notify } from '../notification/notify.ts'
import { lockCurated } from './entry-state.service.ts'
import { keepersOf } from './people.ts'
import { dayOf } from './publish.service.ts'

const { audit } = schema

/** Those who can say whether an entry still holds, asked on one occasion. */
type Question = {
  entryId: string
  memberIds: readonly string[]
  isOverdue: boolean
  /** Names the occasion: nobody is asked twice on one. */
  key: string
}

/** Asks members whether an entry still holds, where they can confirm it. */
export const askWhetherItHolds = async (
  tx: Tx,
  ctx: Omit<Acting, 'db'>,
  { entryId, memberIds, isOverdue, key }: Question,
): Promise<void> =>
  await notify(tx, ctx, {
    to: memberIds,
    about: isOverdue ? 'curation.confirmation-overdue' : 'curation.confirmation-due',
    key: `${entryId} ${key}`,
    entry: entryId,
    path: `/curation/entries/${entryId}`,
  })

const day = 86_400_000

/** Whether somebody was asked about an entry in the last day, by the clock or by a curator. */
const wasAsked = async (tx: Tx, entryId: string, now: Date): Promise<boolean> => {
  const since = new Date(now.getTime() - day)
  const [row] = await tx
    .select({ seq: audit.seq })
    .from(audit)
    .where(and(eq(audit.entryId, entryId), eq(audit.action, 'entry.reminded'), gt(audit.at, since)))
    .limit(1)
  return row !== undefined
}

/**
 * Asks whoever keeps a published entry now whether it still holds, at most once a day.
 * @returns how many were asked
 * @throws Unauthenticated, Forbidden; Conflict when it is not published, was confirmed or asked about just now, or nobody else answers for it
 */
export const remindKeepers = async (ctx: Acting, id: string): Promise<number> => {
  authorize(ctx.viewer, 'entry.curate', await subjectAt(ctx.db, id))
  return await ctx.db.transaction(async (tx) => {
    const { state, lastConfirmedAt, confirmationDueAt: dueOn } = await lockCurated(tx, id)
    const now = ctx.clock.now()
    if (state !== 'published') throw new Conflict('Only what is published can be confirmed.')
    if (lastConfirmedAt === dayOf(now)) throw new Conflict('This entry was confirmed today already.')
    if (await wasAsked(tx, id, now))
      throw new Conflict('Those who keep this entry were asked today already. Ask again tomorrow.')
    const { viewer } = ctx
    const memberIds = (await keepersOf(tx, id)).filter(
      (each) => viewer.kind !== 'member' || each !== viewer.id,
    )
    if (memberIds.length === 0)
      throw new Conflict('Nobody but you answers for this entry. Confirm it, or archive it.')
    await askWhetherItHolds(tx, ctx, {
      entryId: id,
      memberIds,
      isOverdue: dueOn !== null && dueOn < dayOf(now),
      key: `asked ${now.toISOString()}`,
    })
    await writeTrail(tx, ctx, { action: 'entry.reminded', entryId: id, after: { dueOn, memberIds } })
    return memberIds.length
  })
}
