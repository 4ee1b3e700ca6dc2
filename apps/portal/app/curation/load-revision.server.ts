import { notFound } from '../api.server.ts'
import type { PortalContext } from '../context.ts'
import { asMember } from '../member/as-member.server.ts'
import { ReviewersQuery } from './queue.query.ts'
import { daysSince } from './queue-params.ts'
import { CuratesQuery, RevisionPageQuery } from './revision.query.ts'

/** A revision with everything its page shows; of those who may read it everybody sees the same, with less to do. */
export async function loadRevision(context: PortalContext, id: string, url: URL) {
  const { revision, viewer } = await asMember(context, `/curation/${id}${url.search}`, () =>
    context.execute(RevisionPageQuery, { id }),
  )
  if (!revision) throw notFound()
  const of = (name: string) => (url.searchParams.get(name) ?? '').slice(0, 200)
  const reviewer = of('reviewer')
  const reviewers = revision.viewerCan.includes('ASSIGN')
    ? (await context.execute(ReviewersQuery, { revision: id, text: reviewer || null })).reviewersFor
    : []
  const { viewerCan: curates, node } = await context.execute(CuratesQuery, { entry: revision.entryId })
  const asked = revision.reviews.flatMap((review) => review.reviewer?.id ?? [])
  return {
    revision,
    curates,
    // The id of an entry that was merged leads to the one it was merged into.
    isMerged: node !== null && node.id !== revision.entryId,
    viewer: viewer?.id ?? '',
    reviewer,
    reviewers: reviewers.filter((one) => !asked.includes(one.id)),
    days: daysSince(revision.since, context.now),
    remarkOn: of('remark'),
    onlyChanges: of('only') === 'changes',
    done: of('done'),
  }
}

export type LoadedRevision = Awaited<ReturnType<typeof loadRevision>>
