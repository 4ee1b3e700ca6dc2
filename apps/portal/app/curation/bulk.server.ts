import { textOf } from '../account/submit.server.ts'
import { problem } from '../api.server.ts'
import type { PortalContext } from '../context.ts'
import { href } from '../i18n/locale.ts'
import { t } from '../i18n/words.ts'
import { asMember } from '../member/as-member.server.ts'
import type { FieldProblem } from '../ui/error-summary.tsx'
import { type Act, runAct } from './act.server.ts'
import { problemText } from './problem-words.ts'
import {
  type BulkAction,
  BulkEntryQuery,
  BulkRevisionQuery,
  bulkActions,
  CurateManyMutation,
  ReviewersQuery,
} from './queue.query.ts'

const most = 100

/** One of what was picked: the id the API takes for what is to be done with it; null when that cannot be done to it. */
export interface Picked {
  readonly id: string | null
  readonly title: { readonly value: string; readonly language: string } | null
}

const isRevision = (id: string): boolean => id.startsWith('revi_')

async function findPicked(context: PortalContext, action: BulkAction, id: string): Promise<Picked | null> {
  if (!isRevision(id)) {
    const { curatedEntry } = await context.execute(BulkEntryQuery, { id })
    return curatedEntry && { id: action === 'ASSIGN' ? null : curatedEntry.id, title: curatedEntry.title }
  }
  const { revision } = await context.execute(BulkRevisionQuery, { id })
  if (!revision) return null
  if (action === 'ASSIGN') return { id, title: revision.title }
  // What was never published can be neither featured nor archived.
  return { id: revision.isNew ? null : revision.entryId, title: revision.title }
}

/** What is to be done, as the address says it. */
export function bulkAction(url: URL): BulkAction {
  const asked = url.searchParams.get('action')
  const action = bulkActions.find((each) => each === asked)
  if (!action) throw problem(400)
  return action
}

/** What was picked, with those who could be asked to review it. */
export async function loadBulk(context: PortalContext, url: URL) {
  const action = bulkAction(url)
  const ids = [...new Set(url.searchParams.getAll('id'))].slice(0, most)
  const found = await asMember(context, `${url.pathname}${url.search}`, () =>
    Promise.all(ids.map((id) => findPicked(context, action, id))),
  )
  const picked = found.filter((one) => one !== null)
  const first = picked.find(({ id }) => id !== null)?.id
  const reviewers =
    action === 'ASSIGN' && first
      ? (await context.execute(ReviewersQuery, { revision: first, text: null })).reviewersFor
      : []
  return { action, picked, reviewers, isFromQueue: ids.some(isRevision) }
}

/** What became of one, in words. */
export interface ItemResult {
  readonly isDone: boolean
  readonly words: string
}

/** What became of each. */
export interface BulkResult {
  readonly problems: readonly FieldProblem[]
  readonly outcomes: Readonly<Record<string, ItemResult>>
  readonly reason: string
}

/** Does the same to all that was picked. */
export async function actOnMany(context: PortalContext, url: URL, form: FormData): Promise<BulkResult> {
  const action = bulkAction(url)
  const ids = form.getAll('id').filter((id) => typeof id === 'string')
  const { locale } = context
  const reason = textOf(form, 'reason')
  const act: Act = { locale, path: href(locale, '/curation'), intent: 'bulk' }
  if (action === 'ARCHIVE' && reason.trim() === '') {
    const missing = { field: 'reason', code: 'INVALID', message: 'is empty' } as const
    return { problems: [problemText(locale, 'bulk', missing)], outcomes: {}, reason }
  }
  const member = textOf(form, 'member') || null
  const { outcome, problems } = await runAct(act, () =>
    context.execute(CurateManyMutation, { action, ids, member, reason }),
  )
  if (!outcome) return { problems, outcomes: {}, reason }
  const outcomes = outcome.items.map(({ id, problems: [first], told }) => {
    const done = told === null ? t(locale, 'curation.done') : t(locale, 'curation.told', { count: told })
    return [id, { isDone: !first, words: first ? problemText(locale, 'bulk', first).message : done }]
  })
  return { problems: [], outcomes: Object.fromEntries(outcomes), reason }
}
