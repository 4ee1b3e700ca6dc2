import { schema, type Tx } from '@hansa/db'
import { AttachmentChange } from '@hansa/domain/attachment'
import { Forbidden, InvalidInput } from '@hansa/domain/errors'
import { isEntryId } from '@hansa/domain/id'
import { parse } from '@hansa/domain/parse'
import { authorize } from '@hansa/domain/permissions'
import type { LocalizedText } from '@hansa/domain/text'
import { and, eq } from 'drizzle-orm'
import { subjectAt } from '../affiliation/affiliation.rows.ts'
import { type Acting, writeTrail } from '../audit/trail.ts'
import { type AttachmentRow, findAttachment, isThere, listAttachments, subjectOf } from './attachment.rows.ts'
import { checkRoomAt } from './upload.service.ts'

const { attachment, entry } = schema

/** A text with that of one language replaced, or taken out where it is empty; null when none is left. */
const withText = (all: LocalizedText | null, language: string, text: string): LocalizedText | null => {
  const { [language]: _, ...others } = all ?? {}
  const changed: LocalizedText =
    text === '' ? others : { ...others, [language]: { text, origin: 'human' as const } }
  return Object.keys(changed).length > 0 ? changed : null
}

/** Locks an attachment that was not removed. @throws Forbidden when it was, meanwhile */
const lock = async (tx: Tx, id: string): Promise<AttachmentRow> => {
  const [row] = await tx
    .select()
    .from(attachment)
    .where(and(eq(attachment.id, id), isThere()))
    .for('update')
  if (!row) throw new Forbidden()
  return row
}

const isPublished = async (tx: Tx, entryId: string): Promise<boolean> => {
  const [row] = await tx.select({ state: entry.state }).from(entry).where(eq(entry.id, entryId))
  return row?.state === 'published'
}

const idOf = (input: object): string => ('id' in input && typeof input.id === 'string' ? input.id : '')

/**
 * Says what an attachment shows, in one language, and who has the rights; what other languages say of it stays. One that
 * belonged to nothing now belongs to `entry`. Of a published entry it is public from then on.
 * @throws Unauthenticated, Forbidden, InvalidInput
 */
export const saveAttachment = async (ctx: Acting, input: object): Promise<AttachmentRow> => {
  const found = await findAttachment(ctx.db, idOf(input))
  authorize(ctx.viewer, 'file.change', await subjectOf(ctx.db, found))
  const change = parse(AttachmentChange, input)
  const entryId = found?.entryId ?? change.entry ?? ''
  if (!isEntryId(entryId) || (change.entry !== undefined && change.entry !== entryId))
    throw new InvalidInput([{ field: 'entry', message: 'is not the entry it belongs to' }])
  // What she sent for nothing yet is hers; whether the entry takes it is decided by those who keep the entry.
  authorize(ctx.viewer, 'file.change', await subjectAt(ctx.db, entryId))
  return await ctx.db.transaction(async (tx) => {
    const before = await lock(tx, change.id)
    if ((before.entryId ?? entryId) !== entryId) throw new Forbidden()
    if (before.entryId === null) await checkRoomAt(tx, entryId)
    const { language, alternativeText, caption, rightsHolder, licence } = change
    const after = {
      entryId,
      alternativeText: withText(before.alternativeText, language, alternativeText),
      caption: withText(before.caption, language, caption),
      rightsHolder,
      licence,
      state: (await isPublished(tx, entryId)) ? ('public' as const) : before.state,
    }
    const [row] = await tx.update(attachment).set(after).where(eq(attachment.id, change.id)).returning()
    if (!row) throw new Error('an attachment that was saved is not there')
    await writeTrail(tx, ctx, {
      action: 'file.saved',
      entryId,
      before: { attachment: row.id, ...textsOf(before) },
      after: { attachment: row.id, ...textsOf(row) },
    })
    return row
  })
}

const textsOf = ({ alternativeText, caption, rightsHolder, licence, state }: AttachmentRow) => ({
  alternativeText,
  caption,
  rightsHolder,
  licence,
  state,
})

/**
 * Takes an attachment away: nobody sees it from then on, and its bytes go with the next sweep unless another has the same.
 * @throws Unauthenticated, Forbidden
 */
export const removeAttachment = async (ctx: Acting, id: string): Promise<void> => {
  authorize(ctx.viewer, 'file.change', await subjectOf(ctx.db, await findAttachment(ctx.db, id)))
  await ctx.db.transaction(async (tx) => {
    const row = await lock(tx, id)
    await tx
      .update(attachment)
      .set({ state: 'removed', removedAt: ctx.clock.now() })
      .where(eq(attachment.id, id))
    await writeTrail(tx, ctx, {
      action: 'file.removed',
      entryId: row.entryId ?? row.createdBy,
      before: { attachment: id, ...textsOf(row) },
    })
  })
}

/**
 * All attachments of an entry, also those that are not public yet, for those who keep it or review it.
 * @throws Unauthenticated, Forbidden
 */
export const attachmentsAt = async (
  { db, viewer }: Pick<Acting, 'db' | 'viewer'>,
  entryId: string,
): Promise<AttachmentRow[]> => {
  authorize(viewer, 'file.read', isEntryId(entryId) ? await subjectAt(db, entryId) : {})
  return await listAttachments(db, entryId)
}
