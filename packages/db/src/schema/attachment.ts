import type { AttachmentKind, AttachmentLicence, AttachmentState } from '@hansa/domain/attachment'
import { index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { instant, localized } from './columns.ts'
import { member } from './member.ts'

/** One form in which an attachment is kept in the store of files: an image in one width, or the PDF. */
export type StoredRendition = { sha256: string; bytes: number; width: number | null; height: number | null }

/**
 * An image or PDF of an entry. Its bytes are in the store of files, under what they are; a row is there before they are and
 * after they went, so that nothing lies in the store that no row knows of.
 */
export const attachment = pgTable(
  'attachment',
  {
    id: text().primaryKey(),
    // No reference: an entry may get its attachments before it is in the registry.
    entryId: text('entry_id'),
    kind: text().$type<AttachmentKind>().notNull(),
    // As its sender called it, made harmless; only to be shown.
    name: text().notNull(),
    // The largest rendition, which stands for the whole.
    sha256: text().notNull(),
    width: integer(),
    height: integer(),
    // All renditions together.
    bytes: integer().notNull(),
    renditions: jsonb().$type<StoredRendition[]>().notNull(),
    alternativeText: localized('alternative_text'),
    caption: localized('caption'),
    rightsHolder: text('rights_holder'),
    licence: text().$type<AttachmentLicence>().notNull(),
    state: text().$type<AttachmentState>().notNull().default('pending'),
    createdBy: text('created_by')
      .notNull()
      .references(() => member.id),
    createdAt: instant('created_at').notNull(),
    // When the store had all of its bytes; until then it is on its way, and nobody sees it.
    storedAt: instant('stored_at'),
    removedAt: instant('removed_at'),
    // When its bytes were looked after for the last time: those that nobody else refers to are gone since.
    clearedAt: instant('cleared_at'),
  },
  (table) => [
    index('attachment_entry').on(table.entryId),
    index('attachment_creator').on(table.createdBy),
    index('attachment_state').on(table.state, table.clearedAt),
  ],
)
