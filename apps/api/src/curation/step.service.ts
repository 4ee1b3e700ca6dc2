import type { Db } from '@hansa/db'
import { openQuestions } from '@hansa/domain/curation'
import { type FieldError, InvalidInput } from '@hansa/domain/errors'
import { missingFields } from '@hansa/domain/fiche'
import type { RevisionStep } from '@hansa/domain/workflow'
import { steps } from '@hansa/domain/workflow'
import type { Acting } from '../audit/trail.ts'
import { findUnknown, judge } from './revision.content.ts'
import { changeRevision, kindOf, type RevisionRow } from './revision.rows.ts'
import { ruleFor } from './rule.service.ts'
import { checkStep, reasonFor, takeStep } from './steps.ts'

type Judged = Pick<RevisionRow, 'entryId' | 'content' | 'base'>

/**
 * Everything that keeps a revision from being submitted: what is wrong, what is missing, and what it names that is not there.
 * What was published without a field, as harvested records are, may be improved without it.
 */
export const problemsOf = async (ctx: Pick<Acting, 'db' | 'viewer'>, row: Judged): Promise<FieldError[]> => {
  const kind = kindOf(row)
  const { valid, problems } = judge(kind, row.content)
  const broken = new Set(problems.map(({ field }) => field.split('.')[0]))
  const neverStated = new Set(row.base ? missingFields(kind, row.base) : [])
  const missing = missingFields(kind, valid)
    .filter((field) => !broken.has(field) && !neverStated.has(field))
    .map((field) => ({ field, message: 'is missing' }))
  return [...problems, ...missing, ...(await findUnknown(ctx, kind, valid))]
}

/** @throws InvalidInput naming every field that is not as it must be to be published */
export const checkComplete = async (ctx: Pick<Acting, 'db' | 'viewer'>, row: Judged): Promise<void> => {
  const problems = await problemsOf(ctx, row)
  if (problems.length > 0) throw new InvalidInput(problems)
}

/** @throws InvalidInput naming the questions of the checklist that stand against accepting it */
const checkChecklist = async (db: Db, row: RevisionRow): Promise<void> => {
  const { checklist } = await ruleFor(db, row.entryId)
  const open = openQuestions(checklist, row.checklist)
  if (open.length > 0)
    throw new InvalidInput(
      open.map((key) => ({
        field: `checklist.${key}`,
        message: 'is not answered, or not met: the checklist must be complete before this is accepted',
      })),
    )
}

/** The steps that change nothing but the state. */
export type PlainStep = Exclude<RevisionStep, 'publish' | 'schedule'>

/**
 * Takes a step with a revision: submits it, withdraws it, takes it up, asks for changes, accepts it, rejects it, or releases a
 * draft that nobody goes on with. Of two who take one at once, the second is told what the first did.
 * @throws Unauthenticated, Forbidden, NotNow; InvalidInput for what is missing: fields, answers, a reason
 */
export const stepRevision = async (
  ctx: Acting,
  { id, step, reason }: { id: string; step: PlainStep; reason?: string | null | undefined },
): Promise<RevisionRow> => {
  const action = steps[step].by === 'author' ? 'revision.write' : 'revision.curate'
  return await changeRevision(ctx, id, action, async (tx, { row }) => {
    checkStep(row, step)
    const why = reasonFor(step, reason)
    if (step === 'submit') await checkComplete({ ...ctx, db: tx }, row)
    if (step === 'accept') await checkChecklist(tx, row)
    const first = step === 'submit' && row.submittedAt === null
    // What was answered of an earlier text says nothing of a changed one.
    const again = step === 'submit' && { checklist: {} }
    return await takeStep(tx, ctx, row, step, {
      ...(why !== '' && { reason: why }),
      set: {
        ...again,
        ...(first && { submittedAt: ctx.clock.now() }),
        ...(step === 'request_changes' && { publishAt: null }),
      },
    })
  })
}
