import { index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

/** A letter to be sent, written in the transaction that makes it true. Its row goes once the letter was handed over. */
export const mail = pgTable(
  'mail',
  {
    // Also the letter's Message-ID, so that one that is sent again after a crash can be told to be the same.
    id: text().primaryKey(),
    recipient: text().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    html: text().notNull(),
    language: text().notNull(),
    // Where one POST stops letters such as this one; null for letters that were asked for.
    stopUrl: text('stop_url'),
    createdAt: instant('created_at').notNull(),
    attempts: integer().notNull().default(0),
    dueAt: instant('due_at').notNull(),
    // Set where there is no mail server: the letter then stays, to be read in the mailbox of development.
    shownAt: instant('shown_at'),
  },
  (table) => [index('mail_due').on(table.dueAt)],
)
