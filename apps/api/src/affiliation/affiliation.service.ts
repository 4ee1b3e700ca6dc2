import { schema } from '@hansa/db'
import { AffiliationRequest, leadingFunction } from '@hansa/domain/affiliation'
import { Conflict, InvalidInput } from '@hansa/domain/errors'
import { newId } from '@hansa/domain/id'
import { parse } from '@hansa/domain/parse'
import { type Action, actorOf, authorize, type Subject } from '@hansa/domain/permissions'
import { and, count, eq, isNull } from 'drizzle-orm'
import { type Acting, writeTrail } from '../audit/trail.ts'
import { lockActive } from '../member/people.rows.ts'
import { tellAsked, tellChanged } from './affiliation.letters.ts'
import {
  type AffiliationRow,
  countLeaders,
  findAffiliation,
  lockEntry,
  removeFunction,
  subjectAt,
} from './affiliation.rows.ts'

const { affiliation } = schema

/** How many affiliations a member can wait for at a time: each asks somebody to look at it. */
const mostOpen = 10

/** Whoever acts for herself, as rules see her; a visitor is nobody. */
const oneself = ({ viewer }: Acting): Subject => (viewer.kind === 'member' ? { member: viewer.id } : {})

/**
 * Asks to belong to an organisation, a city or a network, or to lead it. Gives no right until somebody confirms it.
 * @throws Unauthenticated, Forbidden, InvalidInput; Conflict when it was asked before, or too much waits already
 */
export const requestAffiliation = async (ctx: Acting, input: unknown): Promise<AffiliationRow> => {
  const { member } = oneself(ctx)
  authorize(ctx.viewer, 'affiliation.request', oneself(ctx))
  const { entry, function: role, position } = parse(AffiliationRequest, input)
  const memberId = member ?? ''
  return await ctx.db.transaction(async (tx) => {
    if ((await lockEntry(tx, entry)) !== 'published')
      throw new InvalidInput([{ field: 'entry', message: 'was not found in the registry' }])
    await lockActive(tx, memberId)
    const open = and(eq(affiliation.memberId, memberId), isNull(affiliation.confirmedAt))
    const [waiting] = await tx.select({ count: count() }).from(affiliation).where(open)
    if ((waiting?.count ?? 0) >= mostOpen)
      throw new Conflict(`You wait for ${mostOpen} answers already. Take one back, or wait until one comes.`)
    const [row] = await tx
      .insert(affiliation)
      .values({
        id: newId('affi'),
        memberId,
        entryId: entry,
        function: role,
        position,
        createdAt: ctx.clock.now(),
      })
      .onConflictDoNothing()
      .returning()
    if (!row) throw new Conflict('You asked for this before, or have it already.')
    await writeTrail(tx, ctx, {
      action: 'affiliation.requested',
      entryId: entry,
      memberId,
      after: { function: role },
    })
    await tellAsked(tx, ctx, row)
    return row
  })
}

/** An affiliation that the viewer may do something to. Of those she may not, she does not learn whether they exist. */
const authorized = async (ctx: Acting, action: Action, id: string): Promise<AffiliationRow> => {
  const row = await findAffiliation(ctx.db, id)
  authorize(ctx.viewer, action, row ? await subjectAt(ctx.db, row.entryId, row.memberId) : {})
  if (!row) throw new Error('what does not exist was authorized')
  return row
}

const gone = () => new Conflict('Somebody answered this already, or it was taken back. Load the page again.')

/**
 * Confirms that a member belongs to an entry.
 * @throws Unauthenticated, Forbidden; Conflict when it is not open any more
 */
export const confirmAffiliation = async (ctx: Acting, id: string): Promise<AffiliationRow> => {
  const { memberId, entryId, function: role } = await authorized(ctx, 'affiliation.decide', id)
  return await ctx.db.transaction(async (tx) => {
    await lockEntry(tx, entryId)
    const [row] = await tx
      .update(affiliation)
      .set({ confirmedAt: ctx.clock.now(), confirmedBy: actorOf(ctx.viewer) })
      .where(and(eq(affiliation.id, id), isNull(affiliation.confirmedAt)))
      .returning()
    if (!row) throw gone()
    // Who leads an entry belongs to it; she need not be named twice.
    if (role === leadingFunction(entryId)) await removeFunction(tx, memberId, entryId, 'member')
    const after = { function: role }
    await writeTrail(tx, ctx, { action: 'affiliation.confirmed', entryId, memberId, after })
    await tellChanged(tx, ctx, row, 'confirmed')
    return row
  })
}

/**
 * Answers no to who asked to belong to an entry.
 * @throws Unauthenticated, Forbidden; Conflict when it is not open any more
 */
export const refuseAffiliation = async (ctx: Acting, id: string): Promise<AffiliationRow> => {
  const { memberId, entryId } = await authorized(ctx, 'affiliation.decide', id)
  return await ctx.db.transaction(async (tx) => {
    const [row] = await tx
      .delete(affiliation)
      .where(and(eq(affiliation.id, id), isNull(affiliation.confirmedAt)))
      .returning()
    if (!row) throw gone()
    const before = { function: row.function }
    await writeTrail(tx, ctx, { action: 'affiliation.refused', entryId, memberId, before })
    await tellChanged(tx, ctx, row, 'refused')
    return row
  })
}

/** @throws Conflict when nobody would lead an entry any more, unless an administrator means it so. */
const keepLed = (ctx: Acting, { memberId }: AffiliationRow, leaders: number): void => {
  const { viewer } = ctx
  const meant = viewer.kind === 'member' && viewer.isAdministrator && viewer.id !== memberId
  if (leaders < 2 && !meant)
    throw new Conflict('Nobody else leads this. Hand it over to another of its members first.')
}

/**
 * Ends that a member belongs to an entry, or takes back that she asked.
 * @throws Unauthenticated, Forbidden; Conflict when she is the last who leads it, or it has ended already
 */
export const endAffiliation = async (ctx: Acting, id: string): Promise<AffiliationRow> => {
  const { memberId, entryId } = await authorized(ctx, 'affiliation.end', id)
  return await ctx.db.transaction(async (tx) => {
    await lockEntry(tx, entryId)
    const [row] = await tx.delete(affiliation).where(eq(affiliation.id, id)).returning()
    if (!row) throw gone()
    if (row.confirmedAt && row.function === leadingFunction(entryId))
      keepLed(ctx, row, (await countLeaders(tx, entryId)) + 1)
    const action = row.confirmedAt ? 'affiliation.ended' : 'affiliation.withdrawn'
    await writeTrail(tx, ctx, { action, entryId, memberId, before: { function: row.function } })
    await tellChanged(tx, ctx, row, row.confirmedAt ? 'ended' : 'refused')
    return row
  })
}
