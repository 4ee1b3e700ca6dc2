import { schema, type Tx } from '@hansa/db'
import { checkAnswers, Reason } from '@hansa/domain/curation'
import { InvalidInput } from '@hansa/domain/errors'
import { parse } from '@hansa/domain/parse'
import { actorOf } from '@hansa/domain/permissions'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { type Acting, writeTrail } from '../audit/trail.ts'
import { changeRevision, type RevisionRow } from './revision.rows.ts'
import { ruleFor } from './rule.service.ts'
import { NotNow } from './steps.ts'

const { revision } = schema

/** An answer to one question of a checklist, as it is sent. */
export const Answer = z.strictObject({ item: z.string().max(60), answer: z.enum(checkAnswers), note: Reason })
export type Answer = z.infer<typeof Answer>

/** Answers as they are kept. @throws InvalidInput for questions that are not asked of the entry */
export const answersFrom = async (
  tx: Tx,
  ctx: Acting,
  entryId: string,
  given: readonly Answer[],
): Promise<RevisionRow['checklist']> => {
  const { checklist } = await ruleFor(tx, entryId)
  const asked = new Set(checklist.map(({ key }) => key))
  const unknown = given.filter(({ item }) => !asked.has(item))
  if (unknown.length > 0)
    throw new InvalidInput(
      unknown.map(({ item }) => ({ field: `checklist.${item}`, message: 'is not asked here' })),
    )
  const by = actorOf(ctx.viewer)
  const at = ctx.clock.now().toISOString()
  return Object.fromEntries(given.map(({ item, answer, note }) => [item, { answer, note, by, at }]))
}

/**
 * Answers questions of the checklist, as a curator; those that are not named keep their answers.
 * @throws Unauthenticated, Forbidden, InvalidInput, NotNow
 */
export const answerChecklist = async (
  ctx: Acting,
  { id, answers }: { id: string; answers: readonly object[] },
): Promise<RevisionRow> =>
  await changeRevision(ctx, id, 'revision.curate', async (tx, { row }) => {
    if (row.state !== 'submitted' && row.state !== 'in_review') throw new NotNow(row.state)
    const given = parse(z.object({ answers: z.array(Answer).max(100) }), { answers }).answers
    const checklist = { ...row.checklist, ...(await answersFrom(tx, ctx, row.entryId, given)) }
    const [changed] = await tx
      .update(revision)
      .set({ checklist, updatedAt: ctx.clock.now() })
      .where(eq(revision.id, id))
      .returning()
    if (!changed) throw new Error('a revision was locked and is gone')
    await writeTrail(tx, ctx, {
      action: 'revision.checked',
      entryId: row.entryId,
      after: { revision: id, answers: given },
    })
    return changed
  })
