import { type Db, schema, type Tx } from '@hansa/db'
import { isEditable } from '@hansa/domain/workflow'
import { and, asc, eq, isNull, or, sql } from 'drizzle-orm'
import type { Acting } from '../audit/trail.ts'
import { writersOf } from './revision.rows.ts'
import { writeStep } from './steps.ts'

const { remark, review, revision, revisionChange, revisionStep } = schema

/** What a member wrote, reviewed, remarked and did while entries were curated. */
export const curationOf = async (db: Db, memberId: string) => ({
  writing: await db
    .select({
      id: revision.id,
      entry: revision.entryId,
      state: revision.state,
      begunByHer: sql<boolean>`${revision.createdBy} = ${memberId}`,
      begunAt: revision.createdAt,
    })
    .from(revision)
    .where(
      or(
        eq(revision.createdBy, memberId),
        sql`exists (select from revision_change c where c.revision_id = ${revision.id} and c.member_id = ${memberId})`,
      ),
    )
    .orderBy(asc(revision.createdAt)),
  changes: await db
    .select({
      revision: revisionChange.revisionId,
      at: revisionChange.at,
      after: revisionChange.after,
    })
    .from(revisionChange)
    .where(eq(revisionChange.memberId, memberId))
    .orderBy(asc(revisionChange.at)),
  reviews: await db
    .select({
      revision: review.revisionId,
      askedAt: review.assignedAt,
      givenAt: review.givenAt,
      recommendation: review.recommendation,
      text: review.text,
      answers: review.answers,
    })
    .from(review)
    .where(eq(review.reviewerId, memberId))
    .orderBy(asc(review.assignedAt)),
  remarks: await db
    .select({
      revision: remark.revisionId,
      field: remark.field,
      text: remark.text,
      suggestion: remark.suggestion,
      at: remark.createdAt,
    })
    .from(remark)
    .where(eq(remark.createdBy, memberId))
    .orderBy(asc(remark.createdAt)),
  steps: await db
    .select({
      entry: revisionStep.entryId,
      step: revisionStep.step,
      at: revisionStep.at,
      reason: revisionStep.reason,
    })
    .from(revisionStep)
    .where(eq(revisionStep.actor, memberId))
    .orderBy(asc(revisionStep.seq)),
})

/** Drafts that nobody but she wrote are given up, so that they stand in nobody's way. */
const giveUpDrafts = async (tx: Tx, ctx: Omit<Acting, 'db'>, memberId: string): Promise<void> => {
  const begun = await tx.select().from(revision).where(eq(revision.createdBy, memberId)).for('update')
  for (const row of begun.filter(({ state }) => isEditable(state))) {
    if ((await writersOf(tx, row)).length > 1) continue
    const now = ctx.clock.now()
    await tx
      .update(revision)
      .set({ state: 'withdrawn', since: now, updatedAt: now })
      .where(eq(revision.id, row.id))
    await writeStep(tx, ctx, {
      entryId: row.entryId,
      revisionId: row.id,
      step: 'withdraw',
      from: row.state,
      to: 'withdrawn',
    })
  }
}

/**
 * What becomes of a member's part in curating when she is erased: what she wrote, gave and decided stays, by a former member;
 * what she was only asked for waits for her no more.
 */
export const leaveCuration = async (tx: Tx, ctx: Omit<Acting, 'db'>, memberId: string): Promise<void> => {
  await tx.delete(review).where(and(eq(review.reviewerId, memberId), isNull(review.givenAt)))
  await giveUpDrafts(tx, ctx, memberId)
}
