import type { ConsentPurpose } from '@hansa/domain/consent'
import type { Offer, ProfileVisibility, SpokenLanguage } from '@hansa/domain/profile'
import { sql } from 'drizzle-orm'
import { index, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'
import { member } from './member.ts'

/** What a member says about herself, and who may see it. Without a row nothing is said, and nobody finds her. */
export const profile = pgTable(
  'profile',
  {
    memberId: text('member_id')
      .primaryKey()
      .references(() => member.id, { onDelete: 'cascade' }),
    position: text().notNull(),
    languages: jsonb().$type<SpokenLanguage[]>().notNull(),
    // Ids of policy areas and of components.
    expertise: jsonb().$type<string[]>().notNull(),
    offers: jsonb().$type<Offer[]>().notNull(),
    visibility: jsonb().$type<ProfileVisibility>().notNull(),
    // Folded name: one order on every engine, as with entries.
    sortKey: text('sort_key').notNull(),
    // Folded position, to be searched.
    positionKey: text('position_key').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [index('profile_sort').on(sql`${table.sortKey} COLLATE "C"`, table.memberId)],
)

/** That a member agreed to a text: which one, in which language, and from when to when. Rows outlive the member's name. */
export const consent = pgTable(
  'consent',
  {
    id: text().primaryKey(),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    purpose: text().$type<ConsentPurpose>().notNull(),
    version: text().notNull(),
    language: text().notNull(),
    givenAt: instant('given_at').notNull(),
    withdrawnAt: instant('withdrawn_at'),
  },
  (table) => [index('consent_member').on(table.memberId)],
)
