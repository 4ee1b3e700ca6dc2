import { attempt } from '../account/submit.server.ts'
import { notFound } from '../api.server.ts'
import type { PortalContext } from '../context.ts'
import { href } from '../i18n/locale.ts'
import { t } from '../i18n/words.ts'
import { asMember } from '../member/as-member.server.ts'
import type { FieldProblem } from '../ui/error-summary.tsx'
import { ImproveEntryQuery, ImproveMutation, ImproveQuery } from './writing.query.ts'

const pathOf = (entry: string) => `/write/improve?entry=${encodeURIComponent(entry)}`

/** An entry that somebody would improve, and what is under way with it as far as she may see that. */
export async function loadImprove(context: PortalContext, id: string) {
  if (!context.signedIn) {
    const { node } = await context.execute(ImproveEntryQuery, { entry: id })
    if (!node || !('title' in node)) throw notFound()
    return { entry: node, revision: null, canImprove: false, isVisitor: true }
  }
  const { node, revisionOf, viewerCan } = await asMember(context, pathOf(id), () =>
    context.execute(ImproveQuery, { entry: id }),
  )
  if (!node || !('title' in node)) throw notFound()
  return { entry: node, revision: revisionOf, canImprove: viewerCan, isVisitor: false }
}

/** Begins to improve an entry; refused when somebody else does so, with her name. */
export async function improve(
  context: PortalContext,
  entry: string,
): Promise<{ readonly id: string } | { readonly problems: readonly FieldProblem[] }> {
  const { locale } = context
  const where = { locale, path: href(locale, pathOf(entry)), field: 'main' }
  const { answer, problems } = await attempt(where, () => context.execute(ImproveMutation, { entry }))
  if (!answer) return { problems }
  const { revision, problems: found } = answer.outcome
  if (revision) return { id: revision.id }
  const name = /^(.+) is improving this entry already/.exec(found[0]?.message ?? '')?.[1]
  const message = name ? t(locale, 'writing.problem_taken', { name }) : t(locale, 'writing.problem_notNow')
  return { problems: [{ field: 'main', message }] }
}
