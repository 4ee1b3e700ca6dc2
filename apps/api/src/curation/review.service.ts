import { type Db, schema, type Tx } from '@hansa/db'
import { Reason, recommendations } from '@hansa/domain/curation'
import { Conflict, InvalidInput } from '@hansa/domain/errors'
import { isIdOf, newId } from '@hansa/domain/id'
import { parse } from '@hansa/domain/parse'
import { actorOf, authorize } from '@hansa/domain/permissions'
import { isOpenState } from '@hansa/domain/workflow'
import { and, count, eq, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { removeFunction } from '../affiliation/affiliation.rows.ts'
import { appoint } from '../affiliation/ownership.service.ts'
import { type Acting, writeTrail } from '../audit/trail.ts'
import { among } from '../entry/entry.loaders.ts'
import { findVisibleProfile } from '../member/profile.reader.ts'
import { Answer, answersFrom } from './checklist.service.ts'
import {
  changeRevision,
  findRevision,
  lockRevision,
  type RevisionRow,
  revisionSubject,
  writersOf,
} from './revision.rows.ts'
import { NotNow, takeStep, writeStep } from './steps.ts'

const { review, revision } = schema

export type ReviewRow = typeof review.$inferSelect

const reviewPrefix = 'revw'

/** A review by its id; null when there is none. */
export const findReview = async (db: Db, id: string): Promise<ReviewRow | null> => {
  if (!isIdOf(reviewPrefix, id)) return null
  const [row] = await db.select().from(review).where(eq(review.id, id))
  return row ?? null
}

/** How many reviews each of these members has still to give. */
export const loadsOf = async (db: Db, memberIds: readonly string[]): Promise<Map<string, number>> => {
  const rows = await db
    .select({ id: review.reviewerId, count: count() })
    .from(review)
    .innerJoin(revision, eq(revision.id, review.revisionId))
    .where(
      and(
        among(review.reviewerId, memberIds),
        isNull(review.givenAt),
        inArray(revision.state, ['submitted', 'in_review']),
      ),
    )
    .groupBy(review.reviewerId)
  return new Map(rows.map((row) => [row.id, row.count]))
}

/**
 * Asks a member to review a revision: she may read the entry in any state from then on. What was only submitted is taken up
 * by that.
 * @throws Unauthenticated, Forbidden, NotNow; InvalidInput for whom the viewer cannot find, or who wrote it; Conflict when she was asked
 */
export const assignReviewer = async (
  ctx: Acting,
  { id, member: memberId }: { id: string; member: string },
): Promise<RevisionRow> =>
  await changeRevision(ctx, id, 'revision.curate', async (tx, { row }) => {
    if (row.state !== 'submitted' && row.state !== 'in_review') throw new NotNow(row.state)
    if (!(await findVisibleProfile({ ...ctx, db: tx }, memberId)))
      throw new InvalidInput([{ field: 'member', message: 'was not found' }])
    if ((await writersOf(tx, row)).includes(memberId))
      throw new InvalidInput([{ field: 'member', message: 'wrote some of it, and nobody reviews her own' }])
    const [written] = await tx
      .insert(review)
      .values({
        id: newId(reviewPrefix),
        revisionId: id,
        reviewerId: memberId,
        assignedBy: actorOf(ctx.viewer),
        assignedAt: ctx.clock.now(),
        answers: {},
      })
      .onConflictDoNothing()
      .returning()
    if (!written) throw new Conflict('She was asked to review this already.')
    await appoint(tx, ctx, { memberId, entryId: row.entryId, role: 'reviewer' })
    const taken = row.state === 'submitted' ? await takeStep(tx, ctx, row, 'take_up') : row
    await writeStep(tx, ctx, { entryId: row.entryId, revisionId: id, step: 'assign', otherId: memberId })
    return taken
  })

const reviewsAnythingElse = async (tx: Tx, { reviewerId, id }: ReviewRow, entryId: string) => {
  const rows = await tx
    .select({ id: review.id })
    .from(review)
    .innerJoin(revision, eq(revision.id, review.revisionId))
    .where(and(eq(review.reviewerId, reviewerId), eq(revision.entryId, entryId)))
  return rows.some((row) => row.id !== id)
}

/**
 * Takes back that a member was asked for a review which she has not given; unless she reviewed the entry before, she may not read
 * it as a draft any more.
 * @throws Unauthenticated, Forbidden; Conflict when it was given
 */
export const unassignReviewer = async (ctx: Acting, reviewId: string): Promise<RevisionRow> => {
  const found = await findReview(ctx.db, reviewId)
  return await changeRevision(ctx, found?.revisionId ?? '', 'revision.curate', async (tx, { row }) => {
    const [gone] = await tx
      .delete(review)
      .where(and(eq(review.id, reviewId), isNull(review.givenAt)))
      .returning()
    if (!gone) throw new Conflict('This review was given already, or taken back.')
    if (!(await reviewsAnythingElse(tx, gone, row.entryId)))
      await removeFunction(tx, gone.reviewerId, row.entryId, 'reviewer')
    await writeStep(tx, ctx, {
      entryId: row.entryId,
      revisionId: row.id,
      step: 'unassign',
      otherId: gone.reviewerId,
    })
    return row
  })
}

const ReviewInput = z.strictObject({
  answers: z.array(Answer).max(100),
  recommendation: z.enum(recommendations).nullish(),
  text: Reason,
  /** Whether it is given now; until then it is hers alone. */
  give: z.boolean(),
})

/**
 * Writes a review, of which nobody but its reviewer may write a word, and gives it when she says so. What was given stays.
 * @throws Unauthenticated, Forbidden, InvalidInput, NotNow; Conflict when it was given
 */
export const saveReview = async (ctx: Acting, reviewId: string, input: object): Promise<ReviewRow> => {
  const found = await findReview(ctx.db, reviewId)
  const of = found && (await findRevision(ctx.db, found.revisionId))
  authorize(ctx.viewer, 'review.write', await revisionSubject(ctx.db, of, found?.reviewerId))
  if (!of) throw new Error('what does not exist was authorized')
  const { answers, recommendation, text, give } = parse(ReviewInput, input)
  if (give && !recommendation)
    throw new InvalidInput([{ field: 'recommendation', message: 'is missing: say what should become of it' }])
  return await ctx.db.transaction(async (tx) => {
    const { row } = await lockRevision(tx, of)
    if (!isOpenState(row.state) || row.state === 'accepted') throw new NotNow(row.state)
    const given = await answersFrom(tx, ctx, row.entryId, answers)
    const [changed] = await tx
      .update(review)
      .set({
        answers: given,
        recommendation: recommendation ?? null,
        text,
        ...(give && { givenAt: ctx.clock.now() }),
      })
      .where(and(eq(review.id, reviewId), isNull(review.givenAt)))
      .returning()
    if (!changed) throw new Conflict('You gave this review already.')
    if (give) await writeStep(tx, ctx, { entryId: row.entryId, revisionId: row.id, step: 'review' })
    else
      await writeTrail(tx, ctx, {
        action: 'review.saved',
        entryId: row.entryId,
        after: { review: reviewId },
      })
    return changed
  })
}
