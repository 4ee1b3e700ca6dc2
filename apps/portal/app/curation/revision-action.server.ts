import { textOf } from '../account/submit.server.ts'
import { problem } from '../api.server.ts'
import type { PortalContext } from '../context.ts'
import { href } from '../i18n/locale.ts'
import { t } from '../i18n/words.ts'
import type { FieldProblem } from '../ui/error-summary.tsx'
import { runAct } from './act.server.ts'
import { checksIn, recommendationIn, remarkIn, timeIn } from './answers.server.ts'
import { MergeEntriesMutation } from './entries.query.ts'
import type { ApiProblem } from './problem-words.ts'
import {
  AcceptMutation,
  AssignMutation,
  CheckMutation,
  HoldMutation,
  PublishMutation,
  RejectMutation,
  ReleaseMutation,
  RemarkMutation,
  ReplyMutation,
  RequestChangesMutation,
  ResolveMutation,
  SaveReviewMutation,
  TakeUpMutation,
  UnassignMutation,
} from './revision.mutations.ts'

/** What a form of a revision's page came to. */
export interface RevisionResult {
  readonly intent: string
  readonly problems: readonly FieldProblem[]
  /** What was typed, to be shown again. */
  readonly values: Readonly<Record<string, string>>
}

interface Answered {
  readonly outcome: { readonly problems: readonly ApiProblem[] }
}
type Run = () => Promise<Answered>

/** Rejects what tells of something that is there already, and merges its entry into that one. */
async function mergeInto({ execute, locale }: PortalContext, id: string, form: FormData): Promise<Answered> {
  if (form.has('reject')) {
    const reason = t(locale, 'curation.mergedReason', { title: textOf(form, 'title') })
    const rejected = await execute(RejectMutation, { id, reason })
    if (rejected.outcome.problems.length > 0) return rejected
  }
  return await execute(MergeEntriesMutation, { from: textOf(form, 'entry'), into: textOf(form, 'into') })
}

/** Every form of the page of a revision, by its intent. */
const actsOf = (context: PortalContext, id: string, form: FormData): Readonly<Record<string, Run>> => {
  const { execute } = context
  const reason = textOf(form, 'reason')
  const review = (give: boolean) => () =>
    execute(SaveReviewMutation, {
      id: textOf(form, 'review'),
      answers: checksIn(form, 'review'),
      recommendation: recommendationIn(form),
      text: textOf(form, 'text'),
      give,
    })
  return {
    takeUp: () => execute(TakeUpMutation, { id }),
    requestChanges: () => execute(RequestChangesMutation, { id, reason }),
    accept: () => execute(AcceptMutation, { id }),
    reject: () => execute(RejectMutation, { id, reason }),
    publish: () => execute(PublishMutation, { id, at: null }),
    schedule: () => execute(PublishMutation, { id, at: timeIn(form) }),
    hold: () => execute(HoldMutation, { id }),
    release: () => execute(ReleaseMutation, { id, reason }),
    assign: () => execute(AssignMutation, { id, member: textOf(form, 'member') }),
    unassign: () => execute(UnassignMutation, { review: textOf(form, 'review') }),
    check: () => execute(CheckMutation, { id, answers: checksIn(form, 'checklist') }),
    saveReview: review(false),
    giveReview: review(true),
    remark: () => execute(RemarkMutation, { revision: id, ...remarkIn(form) }),
    reply: () => execute(ReplyMutation, { id: textOf(form, 'remark'), text: textOf(form, 'text') }),
    resolve: () => execute(ResolveMutation, { id: textOf(form, 'remark') }),
    merge: () => mergeInto(context, id, form),
  }
}

const typed = (form: FormData): Readonly<Record<string, string>> =>
  Object.fromEntries([...form].filter((pair): pair is [string, string] => typeof pair[1] === 'string'))

/** Does what one of the forms of a revision's page asks for. */
export async function actOnRevision(
  context: PortalContext,
  id: string,
  form: FormData,
): Promise<RevisionResult> {
  const intent = textOf(form, 'intent')
  const acts = actsOf(context, id, form)
  const act = Object.hasOwn(acts, intent) ? acts[intent] : undefined
  if (!act) throw problem(400)
  const path = href(context.locale, `/curation/${id}`)
  const { problems } = await runAct({ locale: context.locale, path, intent }, act)
  return { intent, problems: problems ?? [], values: typed(form) }
}
