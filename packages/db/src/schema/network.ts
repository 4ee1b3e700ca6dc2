import type { Membership, Network } from '@hansa/domain/network'
import { type AnyPgColumn, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { partialDate } from './columns.ts'
import { country } from './country.ts'
import { entry } from './entry.ts'
import { organisation } from './organisation.ts'

export const network = pgTable(
  'network',
  {
    id: text()
      .primaryKey()
      .references(() => entry.id, { onDelete: 'cascade' }),
    acronym: text(),
    parent: text('parent_id').references((): AnyPgColumn => network.id),
    secretariat: text('secretariat_id').references(() => organisation.id),
    owner: text(),
    country: text('country_id').references(() => country.id),
    founded: partialDate('founded'),
    ended: partialDate('ended'),
    website: text(),
    memberCounts: jsonb('member_counts').$type<Network['memberCounts']>().notNull(),
    workplan: jsonb().$type<string[]>().notNull(),
  },
  (table) => [index('network_parent').on(table.parent)],
)

export const membership = pgTable(
  'membership',
  {
    entryId: text('network_id')
      .notNull()
      .references(() => network.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    member: text('member_id')
      .notNull()
      .references(() => entry.id),
    role: text().$type<Membership['role']>().notNull(),
    since: partialDate('since'),
    until: partialDate('until'),
    note: text(),
    source: jsonb().$type<Membership['source']>(),
  },
  (table) => [
    primaryKey({ columns: [table.entryId, table.position] }),
    index('membership_member').on(table.member),
  ],
)
