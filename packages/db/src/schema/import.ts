import type { EntryState } from '@hansa/domain/entry'
import type { ImportReason, ImportState, ImportVerdict, Obstacle } from '@hansa/domain/import'
import type { Kind } from '@hansa/domain/kind'
import type { TableKind } from '@hansa/domain/table'
import { boolean, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'
import { member } from './member.ts'

/** A file of rows that somebody imports. Its rows and what they would change are in the tables below until it is swept. */
export const entryImport = pgTable(
  'entry_import',
  {
    id: text().primaryKey(),
    kind: text().$type<TableKind>().notNull(),
    // No reference: it only says whose import it is.
    network: text('network_id'),
    // Whether whoever imports wants new entries to be published; what they get is decided when they are written.
    publish: boolean().notNull().default(false),
    // As its sender called it, made harmless; only to be shown.
    fileName: text('file_name').notNull(),
    state: text().$type<ImportState>().notNull(),
    columns: jsonb().$type<string[]>().notNull(),
    mapping: jsonb().$type<string[]>().notNull(),
    rows: integer().notNull().default(0),
    // How far the work in hand is, in rows.
    done: integer().notNull().default(0),
    counts: jsonb().$type<Record<ImportVerdict, number>>(),
    obstacles: jsonb().$type<Obstacle[]>().notNull(),
    // Whose the work in hand is, and until when; past it whoever did it is gone.
    workToken: text('work_token'),
    workUntil: instant('work_until'),
    // From then on it is written, or taken back, whatever happens: what is left to do is done by whoever finds it.
    decidedAt: instant('decided_at'),
    // As the audit trail names whoever decided it.
    decidedBy: text('decided_by'),
    createdBy: text('created_by')
      .notNull()
      .references(() => member.id),
    createdAt: instant('created_at').notNull(),
    committedAt: instant('committed_at'),
    undoneAt: instant('undone_at'),
  },
  (table) => [
    index('entry_import_network').on(table.network, table.createdAt),
    index('entry_import_creator').on(table.createdBy),
  ],
)

/** A row of the file, its verdict and why. */
export const importRow = pgTable(
  'import_row',
  {
    importId: text('import_id')
      .notNull()
      .references(() => entryImport.id, { onDelete: 'cascade' }),
    // As a spreadsheet counts it, the heads being row 1.
    row: integer().notNull(),
    cells: jsonb().$type<string[]>().notNull(),
    verdict: text().$type<ImportVerdict>(),
    about: text().notNull().default(''),
    reasons: jsonb().$type<ImportReason[]>().notNull(),
    entryId: text('entry_id'),
  },
  (table) => [
    primaryKey({ columns: [table.importId, table.row] }),
    index('import_row_verdict').on(table.importId, table.verdict, table.row),
  ],
)

/** What the rows of an import make of one entry: its whole content before and after, so that it can be written and taken back. */
export const importChange = pgTable(
  'import_change',
  {
    importId: text('import_id')
      .notNull()
      .references(() => entryImport.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    entryId: text('entry_id').notNull(),
    kind: text().$type<Kind>().notNull(),
    // The first of its rows.
    row: integer().notNull(),
    about: text().notNull(),
    after: jsonb().notNull(),
    afterHash: text('after_hash').notNull(),
    // Null for an entry that was not there.
    before: jsonb(),
    beforeHash: text('before_hash'),
    beforeState: text('before_state').$type<EntryState>(),
    // What it is in once it is written; known from then on.
    state: text().$type<EntryState>(),
  },
  (table) => [
    primaryKey({ columns: [table.importId, table.position] }),
    index('import_change_entry').on(table.importId, table.entryId),
  ],
)
