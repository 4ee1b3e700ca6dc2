import { type Db, schema } from '@hansa/db'
import type { Control } from '@hansa/domain/control'
import { Remark, Said } from '@hansa/domain/curation'
import { Conflict, InvalidInput } from '@hansa/domain/errors'
import { fieldOf, type WrittenKind } from '@hansa/domain/fiche'
import { isIdOf, newId } from '@hansa/domain/id'
import { valueAt, withValueAt } from '@hansa/domain/leaves'
import { parse } from '@hansa/domain/parse'
import { actorOf, authorize, can } from '@hansa/domain/permissions'
import { isOpenState } from '@hansa/domain/workflow'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { type Acting, writeTrail } from '../audit/trail.ts'
import type { Content } from './revision.content.ts'
import { changeRevision, findRevision, kindOf, type RevisionRow, revisionSubject } from './revision.rows.ts'
import { checkEditable, putContent } from './revision.service.ts'
import { NotNow } from './steps.ts'

const { remark } = schema

export type RemarkRow = typeof remark.$inferSelect

const remarkPrefix = 'rmrk'

const findRemark = async (db: Db, id: string): Promise<RemarkRow | null> => {
  if (!isIdOf(remarkPrefix, id)) return null
  const [row] = await db.select().from(remark).where(eq(remark.id, id))
  return row ?? null
}

/** The control at a path of a kind's field; null where there is none. */
const controlAt = (kind: WrittenKind, path: readonly string[]): Control | null => {
  const [key = '', ...rest] = path
  let control = fieldOf(kind, key)?.control ?? null
  for (const part of rest) {
    if (control?.type === 'list') control = /^\d{1,4}$/.test(part) ? control.of : null
    else if (control?.type === 'group')
      control = control.parts.find((each) => each.key === part)?.control ?? null
    else control = null
  }
  return control
}

const pathOf = (field: string): string[] => field.split('.')

/**
 * Remarks on a field of a revision, with the text one would put there.
 * @throws Unauthenticated, Forbidden, InvalidInput, NotNow
 */
export const addRemark = async (ctx: Acting, id: string, input: object): Promise<RemarkRow> =>
  await changeRevision(ctx, id, 'revision.remark', async (tx, { row }) => {
    if (!isOpenState(row.state)) throw new NotNow(row.state)
    const { field, text, suggestion } = parse(Remark, input)
    const control = controlAt(kindOf(row), pathOf(field))
    if (!control) throw new InvalidInput([{ field: 'field', message: 'is no field of this entry' }])
    if (suggestion && control.type !== 'text')
      throw new InvalidInput([{ field: 'suggestion', message: 'can only be made where there is a text' }])
    const [written] = await tx
      .insert(remark)
      .values({
        id: newId(remarkPrefix),
        revisionId: id,
        field,
        text,
        suggestion: suggestion ?? null,
        replies: [],
        createdBy: actorOf(ctx.viewer),
        createdAt: ctx.clock.now(),
      })
      .returning()
    if (!written) throw new Error('a remark that was written is not there')
    await writeTrail(tx, ctx, {
      action: 'remark.added',
      entryId: row.entryId,
      after: { revision: id, remark: written.id, field },
    })
    return written
  })

const Reply = z.object({ text: Said })

/**
 * Replies to a remark: those who write the entry, and those who remark on it.
 * @throws Unauthenticated, Forbidden, InvalidInput, NotNow
 */
export const replyToRemark = async (ctx: Acting, id: string, text: string): Promise<RemarkRow> => {
  const found = await findRemark(ctx.db, id)
  const of = found && (await findRevision(ctx.db, found.revisionId))
  const subject = await revisionSubject(ctx.db, of)
  const action = can(ctx.viewer, 'revision.write', subject) ? 'revision.write' : 'revision.remark'
  return await changeRevision(ctx, of?.id ?? '', action, async (tx, { row }) => {
    if (!isOpenState(row.state)) throw new NotNow(row.state)
    const said = parse(Reply, { text }).text
    const [before] = await tx.select().from(remark).where(eq(remark.id, id)).for('update')
    if (!before || before.replies.length >= 100) throw new Conflict('There is no more room for replies here.')
    const reply = { by: actorOf(ctx.viewer), at: ctx.clock.now().toISOString(), text: said }
    const [changed] = await tx
      .update(remark)
      .set({ replies: [...before.replies, reply] })
      .where(eq(remark.id, id))
      .returning()
    if (!changed) throw new Error('a remark was locked and is gone')
    await writeTrail(tx, ctx, {
      action: 'remark.replied',
      entryId: row.entryId,
      after: { revision: row.id, remark: id },
    })
    return changed
  })
}

const gone = () => new Conflict('This remark was settled already. Load the page again.')

const withSuggestion = (row: RevisionRow, { field, suggestion }: RemarkRow): Content => {
  if (!suggestion) throw new InvalidInput([{ field: 'remark', message: 'suggests no text' }])
  const path = pathOf(field)
  const control = controlAt(kindOf(row), path)
  if (control?.type !== 'text') throw gone()
  const before = valueAt(row.content, path)
  const { language, text } = suggestion
  const texts = typeof before === 'object' && before !== null ? before : {}
  const put = control.localized ? { ...texts, [language]: { text, origin: 'human' } } : text
  // A row that was taken out meanwhile cannot be suggested for any more.
  if (path.length > 1 && valueAt(row.content, path.slice(0, -1)) === undefined) throw gone()
  return withValueAt(row.content, path, put) as Content
}

/**
 * Puts the text that a remark suggests into the draft; the remark is settled by that.
 * @throws Unauthenticated, Forbidden, NotNow, InvalidInput; Conflict when it was settled already
 */
export const acceptSuggestion = async (ctx: Acting, id: string): Promise<RevisionRow> => {
  const found = await findRemark(ctx.db, id)
  return await changeRevision(ctx, found?.revisionId ?? '', 'revision.write', async (tx, locked) => {
    checkEditable(locked.row)
    const [row] = await tx
      .update(remark)
      .set({ state: 'accepted', settledBy: actorOf(ctx.viewer), settledAt: ctx.clock.now() })
      .where(and(eq(remark.id, id), eq(remark.state, 'open')))
      .returning()
    if (!row) throw gone()
    return await putContent(tx, ctx, locked, withSuggestion(locked.row, row))
  })
}

/**
 * Says that a remark is dealt with: whoever made it, or a curator.
 * @throws Unauthenticated, Forbidden; Conflict when it was settled already
 */
export const resolveRemark = async (ctx: Acting, id: string): Promise<RemarkRow> => {
  const found = await findRemark(ctx.db, id)
  const of = found && (await findRevision(ctx.db, found.revisionId))
  const subject = await revisionSubject(ctx.db, of)
  const isHers = ctx.viewer.kind === 'member' && found?.createdBy === ctx.viewer.id
  const action = isHers ? 'revision.remark' : 'revision.curate'
  authorize(ctx.viewer, action, subject)
  return await changeRevision(ctx, of?.id ?? '', action, async (tx, { row }) => {
    const [changed] = await tx
      .update(remark)
      .set({ state: 'resolved', settledBy: actorOf(ctx.viewer), settledAt: ctx.clock.now() })
      .where(and(eq(remark.id, id), eq(remark.state, 'open')))
      .returning()
    if (!changed) throw gone()
    await writeTrail(tx, ctx, {
      action: 'remark.resolved',
      entryId: row.entryId,
      after: { revision: row.id, remark: id },
    })
    return changed
  })
}
