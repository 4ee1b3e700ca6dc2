import { countAttempt } from '@hansa/auth'
import { schema, type Tx } from '@hansa/db'
import { attachmentPrefix, cleanFileName, mostAttachments, mostBytesOfMember } from '@hansa/domain/attachment'
import { Conflict, Forbidden, Unavailable } from '@hansa/domain/errors'
import { isEntryId, newId } from '@hansa/domain/id'
import { authorize, type MemberViewer } from '@hansa/domain/permissions'
import type { AcceptedFile, Files } from '@hansa/files'
import { and, count, eq, ne, sum } from 'drizzle-orm'
import { subjectAt } from '../affiliation/affiliation.rows.ts'
import { type Acting, writeTrail } from '../audit/trail.ts'
import { uploadThrottle } from './attachment.budgets.ts'
import type { AttachmentRow } from './attachment.rows.ts'

const { attachment, member } = schema

type Uploading = Acting & { files: Files }

/** There is no more room: for this member, or at this entry. */
export class NoRoom extends Conflict {}

/** Makes sure that an entry may get one more attachment. @throws NoRoom */
export const checkRoomAt = async (tx: Tx, entryId: string): Promise<void> => {
  const [at] = await tx
    .select({ count: count() })
    .from(attachment)
    .where(and(eq(attachment.entryId, entryId), ne(attachment.state, 'removed')))
  if ((at?.count ?? 0) >= mostAttachments)
    throw new NoRoom(`An entry has ${mostAttachments} files at most; remove one first.`)
}

/**
 * The member who may send a file, for an entry or for nothing yet. Asked before any of it is read, and counted.
 * @param entry id of the entry it is for; null for nothing yet
 * @throws Unauthenticated, Forbidden, RateLimited
 */
export const admitUpload = async (ctx: Uploading, entry: string | null): Promise<MemberViewer> => {
  const { viewer, db } = ctx
  authorize(viewer, 'file.upload', viewer.kind === 'member' ? { member: viewer.id } : {})
  if (entry !== null) authorize(viewer, 'file.change', isEntryId(entry) ? await subjectAt(db, entry) : {})
  // The system has nobody's account to count it for.
  if (viewer.kind !== 'member') throw new Forbidden()
  await countAttempt(ctx, [uploadThrottle(viewer.id)])
  return viewer
}

/** @throws NoRoom */
const checkRoom = async (tx: Tx, memberId: string, entryId: string | null, bytes: number): Promise<void> => {
  // One at a time, so that two files sent at once cannot both take the last room.
  await tx.select({ id: member.id }).from(member).where(eq(member.id, memberId)).for('update')
  const [sent] = await tx
    .select({ bytes: sum(attachment.bytes).mapWith(Number) })
    .from(attachment)
    .where(and(eq(attachment.createdBy, memberId), ne(attachment.state, 'removed')))
  if ((sent?.bytes ?? 0) + bytes > mostBytesOfMember)
    throw new NoRoom('Your files take all the room you have; remove some first.')
  if (entryId !== null) await checkRoomAt(tx, entryId)
}

const rowOf = (file: AcceptedFile, memberId: string, entryId: string | null, name: string, now: Date) => {
  const renditions = file.renditions.map(({ content: _, ...rendition }) => rendition)
  const largest = renditions.at(-1)
  if (!largest) throw new Error('an accepted file has no rendition')
  const { sha256, width, height } = largest
  return {
    id: newId(attachmentPrefix),
    entryId,
    kind: file.kind,
    name: cleanFileName(name),
    sha256,
    width,
    height,
    bytes: renditions.reduce((all, { bytes }) => all + bytes, 0),
    renditions,
    licence: 'CC-BY-4.0' as const,
    createdBy: memberId,
    createdAt: now,
  }
}

/** The store could not keep what the row promises: the row is taken back. */
const takeBack = async (ctx: Uploading, row: AttachmentRow): Promise<void> => {
  await ctx.db.transaction(async (tx) => {
    await tx
      .update(attachment)
      .set({ state: 'removed', removedAt: ctx.clock.now() })
      .where(eq(attachment.id, row.id))
    await writeTrail(tx, ctx, { action: 'file.removed', entryId: row.entryId ?? row.createdBy })
  })
}

/** The store has all of it: from now on there is such an attachment. */
const noteStored = async ({ db, clock }: Uploading, { id }: AttachmentRow): Promise<AttachmentRow> => {
  const [row] = await db
    .update(attachment)
    .set({ storedAt: clock.now() })
    .where(and(eq(attachment.id, id), ne(attachment.state, 'removed')))
    .returning()
  if (!row) throw new Unavailable('Storing a file took so long that it was given up.')
  return row
}

/**
 * Takes a file in for a member who was admitted: its row is written first, then its bytes, so that the sweeper finds what a
 * crash leaves between the two, and nobody sees it before the store has it. Nobody but she and those who keep the entry sees it yet.
 * @throws RefusedFile, NoRoom, Unavailable
 */
export const takeIn = async (
  ctx: Uploading,
  { id: memberId }: MemberViewer,
  { entry, name, content }: { entry: string | null; name: string; content: AsyncIterable<Uint8Array> },
): Promise<AttachmentRow> => {
  const file = await ctx.files.accept(content)
  const values = rowOf(file, memberId, entry, name, ctx.clock.now())
  const row = await ctx.db.transaction(async (tx) => {
    await checkRoom(tx, memberId, entry, values.bytes)
    const [written] = await tx.insert(attachment).values(values).returning()
    if (!written) throw new Error('an attachment that was written is not there')
    const { id, kind, sha256 } = written
    const after = { attachment: id, kind, sha256 }
    await writeTrail(tx, ctx, { action: 'file.uploaded', entryId: entry ?? memberId, after })
    return written
  })
  try {
    for (const { sha256, content: bytes } of file.renditions) await ctx.files.store.put(sha256, bytes)
  } catch (error) {
    await takeBack(ctx, row)
    throw error
  }
  return await noteStored(ctx, row)
}
