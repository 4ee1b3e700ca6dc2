import { schema, type Tx } from '@hansa/db'
import { type AffiliationFunction, leadingFunction } from '@hansa/domain/affiliation'
import { Forbidden, InvalidInput } from '@hansa/domain/errors'
import { isEntryId, newId } from '@hansa/domain/id'
import { MemberId } from '@hansa/domain/member'
import { parse } from '@hansa/domain/parse'
import { actorOf, authorize } from '@hansa/domain/permissions'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { type Acting, writeTrail } from '../audit/trail.ts'
import { findVisibleProfile } from '../member/profile.reader.ts'
import { tellChanged } from './affiliation.letters.ts'
import { type AffiliationRow, belongsTo, lockEntry, removeFunction, subjectAt } from './affiliation.rows.ts'

const { affiliation } = schema

/** An entry, and the member who is to have something to do with it. */
const Appointment = z.strictObject({ entry: z.string(), member: MemberId })

/** Makes a member what she is to be at an entry, confirmed, whatever she was or asked for in that function. */
export const appoint = async (
  tx: Tx,
  ctx: Acting,
  { memberId, entryId, role }: { memberId: string; entryId: string; role: AffiliationFunction },
): Promise<AffiliationRow> => {
  const now = ctx.clock.now()
  const confirmed = { confirmedAt: now, confirmedBy: actorOf(ctx.viewer) }
  const [row] = await tx
    .insert(affiliation)
    .values({ id: newId('affi'), memberId, entryId, function: role, createdAt: now, ...confirmed })
    .onConflictDoUpdate({
      target: [affiliation.memberId, affiliation.entryId, affiliation.function],
      set: confirmed,
    })
    .returning()
  if (!row) throw new Error('an affiliation that was written is not there')
  return row
}

const entryOf = (input: object): string =>
  'entry' in input && typeof input.entry === 'string' ? input.entry : ''

/**
 * Hands an organisation, a city or a network over to another of its members: she leads it from now on, and whoever hands
 * it over stays a member of it. An administrator who does not lead it takes nothing from those who do.
 * @throws Unauthenticated, Forbidden; InvalidInput when the other does not belong to it
 */
export const handOver = async (ctx: Acting, input: object): Promise<AffiliationRow> => {
  const { viewer } = ctx
  authorize(viewer, 'ownership.handOver', { entry: entryOf(input) })
  const { entry: entryId, member: memberId } = parse(Appointment, input)
  const lead = leadingFunction(entryId)
  if (!lead) throw new InvalidInput([{ field: 'entry', message: 'is nothing that anybody leads' }])
  if (viewer.kind === 'member' && viewer.id === memberId)
    throw new InvalidInput([{ field: 'member', message: 'is yourself' }])
  return await ctx.db.transaction(async (tx) => {
    await lockEntry(tx, entryId)
    if (!(await belongsTo(tx, memberId, entryId)))
      throw new InvalidInput([{ field: 'member', message: 'does not belong to it, or not confirmed yet' }])
    if (viewer.kind === 'member') {
      const led = await stepBack(tx, ctx, viewer.id, entryId, lead)
      // She led it when the request came in, and somebody else took that from her since.
      if (!led && !viewer.isAdministrator) throw new Forbidden()
    }
    await removeFunction(tx, memberId, entryId, 'member')
    const row = await appoint(tx, ctx, { memberId, entryId, role: lead })
    await writeTrail(tx, ctx, {
      action: 'ownership.handed-over',
      entryId,
      memberId,
      before: { leader: actorOf(viewer) },
      after: { leader: memberId },
    })
    await tellChanged(tx, ctx, row, 'handed-over')
    return row
  })
}

/** Who led an entry becomes one of its members; what she does there stays said. Whether she led it. */
const stepBack = async (
  tx: Tx,
  ctx: Acting,
  memberId: string,
  entryId: string,
  lead: AffiliationFunction,
): Promise<boolean> => {
  const [led] = await tx
    .delete(affiliation)
    .where(
      and(
        eq(affiliation.memberId, memberId),
        eq(affiliation.entryId, entryId),
        eq(affiliation.function, lead),
      ),
    )
    .returning()
  if (!led?.confirmedAt) return false
  const row = await appoint(tx, ctx, { memberId, entryId, role: 'member' })
  await tx.update(affiliation).set({ position: led.position }).where(eq(affiliation.id, row.id))
  return true
}

/**
 * Makes a member a reviewer of one entry: she then may read it in any state.
 * @throws Unauthenticated, Forbidden; InvalidInput for what cannot be reviewed and whom the viewer cannot find
 */
export const appointReviewer = async (ctx: Acting, input: object): Promise<AffiliationRow> => {
  authorize(ctx.viewer, 'review.appoint', await subjectAt(ctx.db, entryOf(input)))
  const { entry: entryId, member: memberId } = parse(Appointment, input)
  if (!isEntryId(entryId) || leadingFunction(entryId))
    throw new InvalidInput([{ field: 'entry', message: 'is nothing that is reviewed' }])
  if (!(await findVisibleProfile(ctx, memberId)))
    throw new InvalidInput([{ field: 'member', message: 'was not found' }])
  return await ctx.db.transaction(async (tx) => {
    if ((await lockEntry(tx, entryId)) === null)
      throw new InvalidInput([{ field: 'entry', message: 'was not found in the registry' }])
    const row = await appoint(tx, ctx, { memberId, entryId, role: 'reviewer' })
    const after = { function: 'reviewer' }
    await writeTrail(tx, ctx, { action: 'reviewer.appointed', entryId, memberId, after })
    await tellChanged(tx, ctx, row, 'reviewer')
    return row
  })
}
