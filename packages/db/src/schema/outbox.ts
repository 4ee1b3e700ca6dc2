import type { Kind } from '@hansa/domain/kind'
import type { Origin } from '@hansa/domain/origin'
import { sql } from 'drizzle-orm'
import { bigint, customType, index, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' })

/**
 * What changed, written in the transaction that changed it. Readers take rows in order of (xid, seq) and only of
 * transactions older than every running one, so that a late commit is never skipped.
 */
export const outbox = pgTable(
  'outbox',
  {
    seq: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    xid: xid8().notNull().default(sql`pg_current_xact_id()`),
    entryId: text('entry_id').notNull(),
    entryKind: text('entry_kind').$type<Kind | 'concept' | 'member'>().notNull(),
    event: text().notNull(),
    at: timestamp({ withTimezone: true, mode: 'date', precision: 3 }).notNull().defaultNow(),
  },
  (table) => [index('outbox_order').on(table.xid, table.seq)],
)

/** Who did what to which entry or member, when and from where, with the state before and after. Rows are only ever added. */
export const audit = pgTable(
  'audit',
  {
    seq: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: timestamp({ withTimezone: true, mode: 'date', precision: 3 }).notNull().defaultNow(),
    actor: text().notNull(),
    action: text().notNull(),
    entryId: text('entry_id').notNull(),
    // The member whom it concerns, where the row is about an entry: an affiliation with it, say.
    memberId: text('member_id'),
    before: jsonb(),
    after: jsonb(),
    // Null for what the system did.
    origin: jsonb().$type<Origin>(),
  },
  (table) => [
    index('audit_entry').on(table.entryId, table.seq),
    index('audit_member').on(table.memberId, table.seq),
    index('audit_actor').on(table.actor, table.seq),
  ],
)

/** Small facts about the instance itself, such as the hash of the seed it holds. */
export const setting = pgTable('setting', { key: text().primaryKey(), value: jsonb().notNull() })
