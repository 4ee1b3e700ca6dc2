import { sql } from 'drizzle-orm'
import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

/** Work to be done later, written in the transaction that makes it necessary. Its row goes once the work is done. */
export const job = pgTable(
  'job',
  {
    id: text().primaryKey(),
    kind: text().notNull(),
    // Of jobs of one kind with one key there is one; what is written later takes the place of what waits.
    key: text(),
    payload: jsonb().notNull(),
    createdAt: instant('created_at').notNull(),
    dueAt: instant('due_at').notNull(),
    attempts: integer().notNull().default(0),
    // While it runs: which run it is, and until when nobody else takes it.
    run: text(),
    lockedUntil: instant('locked_until'),
    // Written again while it ran: it has to run once more.
    again: boolean().notNull().default(false),
    lastError: text('last_error'),
    // Given up after too many attempts; the row stays, to be looked at.
    failedAt: instant('failed_at'),
  },
  (table) => [
    uniqueIndex('job_once').on(table.kind, table.key),
    index('job_due').on(table.dueAt).where(sql`${table.failedAt} is null`),
  ],
)
