import { attempt, textOf } from '../account/submit.server.ts'
import { notFound, problem } from '../api.server.ts'
import type { PortalContext } from '../context.ts'
import { keepsFiles } from '../file/attachments.server.ts'
import { href } from '../i18n/locale.ts'
import { t } from '../i18n/words.ts'
import { asMember } from '../member/as-member.server.ts'
import type { FieldProblem } from '../ui/error-summary.tsx'
import { kindOf } from './kinds.ts'
import { problemsInWords } from './problem-words.ts'
import {
  BringUpToDateMutation,
  CheckQuery,
  SubmitRevisionMutation,
  TaskQuery,
  WithdrawMutation,
} from './writing.query.ts'
import { savedValues } from './written-in.ts'

/** A revision with its way so far, for those who may read it, and whether the files of its entry are hers to change. */
export async function loadTask(context: PortalContext, id: string) {
  const { revision } = await asMember(context, `/write/${id}`, () => context.execute(TaskQuery, { id }))
  if (!revision) throw notFound()
  return { revision, changesFiles: await keepsFiles(context, revision.entryId) }
}

/** A revision as it would be submitted, with what stands against that in words. */
export async function loadCheck(context: PortalContext, id: string) {
  const { revision } = await asMember(context, `/write/${id}/check`, () =>
    context.execute(CheckQuery, { id }),
  )
  if (!revision) throw notFound()
  const { locale } = context
  const kind = kindOf(revision.kind)
  return { revision, problems: problemsInWords(locale, kind, revision.problems, savedValues(revision)) }
}

const acts = {
  submit: { done: 'submitted', word: 'writing.problem_submit' },
  withdraw: { done: 'withdrawn', word: 'writing.problem_notNow' },
  'up-to-date': { done: 'saved', word: 'writing.problem_meanwhile' },
} as const

const isAct = (intent: string): intent is keyof typeof acts => Object.hasOwn(acts, intent)

type Acted =
  | { readonly done: (typeof acts)[keyof typeof acts]['done'] }
  | { readonly problems: readonly FieldProblem[] }

/** Submits a revision, withdraws it, or takes over what was published meanwhile. */
export async function actOnTask(context: PortalContext, id: string, form: FormData): Promise<Acted> {
  const { locale, execute } = context
  const intent = textOf(form, 'intent')
  if (!isAct(intent)) throw problem(400)
  const reason = textOf(form, 'reason')
  const theirs = form.getAll('theirs').map(String)
  const version = Number(textOf(form, 'version')) || 1
  const run = {
    submit: () => execute(SubmitRevisionMutation, { id, reason }),
    withdraw: () => execute(WithdrawMutation, { id, reason }),
    'up-to-date': () => execute(BringUpToDateMutation, { id, version, theirs }),
  }[intent]
  const where = { locale, path: href(locale, `/write/${id}`), field: 'main' }
  const { answer, problems } = await attempt(where, run)
  if (!answer) return { problems }
  const found = answer.outcome.problems
  if (found.length === 0) return { done: acts[intent].done }
  return { problems: [{ field: 'problems', message: t(locale, acts[intent].word) }] }
}
