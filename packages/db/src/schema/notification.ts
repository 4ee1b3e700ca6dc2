import type { LetterChoices, NewsAbout, NewsDetail, SavedSearch } from '@hansa/domain/notification'
import type { LocalizedText } from '@hansa/domain/text'
import { sql } from 'drizzle-orm'
import { boolean, index, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { instant, localized } from './columns.ts'
import { member } from './member.ts'

/** Something a member is told: shown in the portal, and written to her as she chose. */
export const notification = pgTable(
  'notification',
  {
    // Also the Message-ID of the letter that tells of it first.
    id: text().primaryKey(),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id, { onDelete: 'cascade' }),
    about: text().$type<NewsAbout>().notNull(),
    // Names the occasion: one occasion is told once.
    key: text().notNull(),
    // No reference: a draft has an id before it is in the registry.
    entryId: text('entry_id'),
    title: localized('title').$type<LocalizedText>(),
    path: text(),
    watchId: text('watch_id'),
    detail: jsonb().$type<NewsDetail>(),
    createdAt: instant('created_at').notNull(),
    readAt: instant('read_at'),
    // When it went into a letter, or was found to need none.
    settledAt: instant('settled_at'),
  },
  (table) => [
    uniqueIndex('notification_once').on(table.memberId, table.key),
    index('notification_member').on(table.memberId, table.createdAt),
    index('notification_open').on(table.memberId).where(sql`${table.settledAt} is null`),
  ],
)

/** What a member wants to hear of: an entry, a policy area, or what a search finds. */
export const watch = pgTable(
  'watch',
  {
    id: text().primaryKey(),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id, { onDelete: 'cascade' }),
    // Id of an entry or of a concept, or a hash of the search: of each she has one.
    target: text().notNull(),
    search: jsonb().$type<SavedSearch>(),
    // What she calls a search; empty for the rest, which have names of their own.
    name: text().notNull().default(''),
    // Whether it may come by letter; without it is shown in the portal only.
    letters: boolean().notNull().default(true),
    createdAt: instant('created_at').notNull(),
    // Up to when what is new was told.
    seenUntil: instant('seen_until').notNull(),
  },
  (table) => [
    uniqueIndex('watch_once').on(table.memberId, table.target),
    index('watch_target').on(table.target),
  ],
)

/** How a member wants to be written to. Without a row as everybody is who chose nothing. */
export const letterChoice = pgTable('letter_choice', {
  memberId: text('member_id')
    .primaryKey()
    .references(() => member.id, { onDelete: 'cascade' }),
  choices: jsonb().$type<Partial<LetterChoices>>().notNull(),
  // Signs the links that stop letters without signing in.
  stopSecret: text('stop_secret').notNull(),
})
