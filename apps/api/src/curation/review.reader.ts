import { schema } from '@hansa/db'
import { authorize } from '@hansa/domain/permissions'
import { and, asc, eq, getTableColumns, inArray, isNull } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { ReviewRow } from './curation.loaders.ts'

const { review, revision } = schema

/**
 * Reviews that the viewer was asked for and has still to give, the oldest first.
 * @throws Unauthenticated, Forbidden
 */
export const listOwnReviews = async ({
  db,
  viewer,
  limits,
}: Pick<Context, 'db' | 'viewer' | 'limits'>): Promise<ReviewRow[]> => {
  const id = viewer.kind === 'member' ? viewer.id : ''
  authorize(viewer, 'account.read', { member: id })
  return await db
    .select(getTableColumns(review))
    .from(review)
    .innerJoin(revision, eq(revision.id, review.revisionId))
    .where(
      and(
        eq(review.reviewerId, id),
        isNull(review.givenAt),
        inArray(revision.state, ['submitted', 'in_review', 'changes_requested']),
      ),
    )
    .orderBy(asc(review.assignedAt), asc(review.id))
    .limit(limits.pageSize)
}
