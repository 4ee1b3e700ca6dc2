import type { AffiliationFunction } from '@hansa/domain/affiliation'
import type { MemberState } from '@hansa/domain/member'
import { boolean, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'
import { entry } from './entry.ts'

/** A person with an account. How she signs in is in the tables of `sign-in.ts`. */
export const member = pgTable(
  'member',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    // In lower case; null once the member was erased.
    email: text(),
    language: text().notNull(),
    state: text().$type<MemberState>().notNull().default('active'),
    isAdministrator: boolean('is_administrator').notNull().default(false),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [uniqueIndex('member_email').on(table.email)],
)

/** That a member belongs to an organisation, a city or a network; without `confirmedAt` it is only claimed. */
export const affiliation = pgTable(
  'affiliation',
  {
    id: text().primaryKey(),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    entryId: text('entry_id')
      .notNull()
      .references(() => entry.id),
    function: text().$type<AffiliationFunction>().notNull(),
    // What she does there, in her words.
    position: text().notNull().default(''),
    createdAt: instant('created_at').notNull().defaultNow(),
    confirmedAt: instant('confirmed_at'),
    // As the audit trail names whoever confirmed it.
    confirmedBy: text('confirmed_by'),
  },
  (table) => [
    uniqueIndex('affiliation_once').on(table.memberId, table.entryId, table.function),
    index('affiliation_entry').on(table.entryId),
  ],
)
