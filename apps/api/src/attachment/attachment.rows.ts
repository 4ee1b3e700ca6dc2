import { type Db, schema } from '@hansa/db'
import { AttachmentId } from '@hansa/domain/attachment'
import type { EntryState } from '@hansa/domain/entry'
import type { Subject } from '@hansa/domain/permissions'
import { and, asc, eq, getTableColumns, isNotNull, ne } from 'drizzle-orm'
import { subjectAt } from '../affiliation/affiliation.rows.ts'

const { attachment, entry } = schema

export type AttachmentRow = typeof attachment.$inferSelect

/** An attachment, and the state of its entry; null where it belongs to none that is in the registry. */
export type PlacedAttachment = AttachmentRow & { entryState: EntryState | null }

/** That an attachment is there: the store has its bytes, and it was not removed. */
export const isThere = () => and(isNotNull(attachment.storedAt), ne(attachment.state, 'removed'))

/** An attachment by its id; null when there is none, not any more, or not yet. */
export const findAttachment = async (db: Db, id: string): Promise<PlacedAttachment | null> => {
  if (!AttachmentId.safeParse(id).success) return null
  const [row] = await db
    .select({ ...getTableColumns(attachment), entryState: entry.state })
    .from(attachment)
    .leftJoin(entry, eq(entry.id, attachment.entryId))
    .where(and(eq(attachment.id, id), isThere()))
  return row ?? null
}

/** Whether everybody may see an attachment: it is public, and so is its entry. */
export const isOpen = ({ state, entryState }: Pick<PlacedAttachment, 'state' | 'entryState'>): boolean =>
  state === 'public' && entryState === 'published'

/** Whether an attachment says what it shows and who has the rights: then it becomes public with its entry. */
export const isDescribed = (row: Pick<AttachmentRow, 'alternativeText' | 'rightsHolder'>): boolean =>
  row.alternativeText !== null && row.rightsHolder !== null

/** An attachment as the rules see it; of none they know nothing. */
export const subjectOf = async (
  db: Db,
  row: Pick<AttachmentRow, 'entryId' | 'createdBy'> | null,
): Promise<Subject> => {
  if (!row) return {}
  const { entryId, createdBy } = row
  return entryId === null ? { member: createdBy } : await subjectAt(db, entryId, createdBy)
}

/** All attachments of an entry, the oldest first. */
export const listAttachments = async (db: Db, entryId: string): Promise<AttachmentRow[]> =>
  await db
    .select()
    .from(attachment)
    .where(and(eq(attachment.entryId, entryId), isThere()))
    .orderBy(asc(attachment.createdAt), asc(attachment.id))
