import type { Context } from '../context.ts'
import type { Page, PageArgs } from '../graphql/connection.ts'
import { listDirectory } from '../member/directory.service.ts'
import { loadsOf } from './review.service.ts'
import { authorizedRevision, writersOf } from './revision.rows.ts'

/** Somebody who could review, with how many reviews she has still to give. */
export type Candidate = { id: string; name: string; openReviews: number }

/**
 * Members who offer to review and wrote nothing of a revision, with the reviews they have still to give, in order of their names.
 * @throws Unauthenticated, Forbidden, InvalidInput
 */
export const findReviewers = async (
  ctx: Context,
  {
    id,
    text,
    expertise,
  }: { id: string; text?: string | null | undefined; expertise?: string | null | undefined },
  args: PageArgs = { first: 50 },
): Promise<Candidate[]> => {
  const row = await authorizedRevision(ctx, id, 'revision.curate')
  const page: Page<{ id: string; name: string }> = listDirectory(
    ctx,
    { text, expertise, offer: 'reviewing' },
    args,
  )
  const { nodes } = await page.items()
  const writers = new Set(await writersOf(ctx.db, row))
  const found = nodes.filter((member) => !writers.has(member.id))
  const loads = await loadsOf(
    ctx.db,
    found.map((member) => member.id),
  )
  return found.map(({ id: memberId, name }) => ({
    id: memberId,
    name,
    openReviews: loads.get(memberId) ?? 0,
  }))
}
