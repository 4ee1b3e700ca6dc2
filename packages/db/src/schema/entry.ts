import type { Coverage, EntryState, Provenance, Source } from '@hansa/domain/entry'
import type { Kind } from '@hansa/domain/kind'
import type { LocalizedText } from '@hansa/domain/text'
import { sql } from 'drizzle-orm'
import {
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { instant, localized } from './columns.ts'
import { concept } from './concept.ts'

/** What every public entry has, whatever its kind; the kind's own table carries the rest under the same id. */
export const entry = pgTable(
  'entry',
  {
    id: text().primaryKey(),
    kind: text().$type<Kind>().notNull(),
    slug: text().notNull(),
    state: text().$type<EntryState>().notNull().default('published'),
    title: jsonb().$type<LocalizedText>().notNull(),
    summary: localized('summary'),
    contentLanguage: text('content_language').notNull(),
    licence: text().notNull(),
    coverage: text().$type<Coverage>().notNull(),
    provenance: jsonb().$type<Provenance>().notNull(),
    sources: jsonb().$type<Source[]>().notNull(),
    identifiers: jsonb().$type<{ scheme: string; value: string }[]>().notNull(),
    alternativeNames: jsonb('alternative_names').$type<string[]>().notNull(),
    lastConfirmedAt: date('last_confirmed_at', { mode: 'string' }),
    confirmationDueAt: date('confirmation_due_at', { mode: 'string' }),
    // Folded title: one order on every engine, because collations differ between PGlite and PostgreSQL.
    sortKey: text('sort_key').notNull(),
    contentHash: text('content_hash').notNull(),
    // The content hash the seed last wrote; differs from contentHash once people have edited the entry.
    seedHash: text('seed_hash'),
    version: integer().notNull().default(1),
    // Since when a curator shows it before others.
    featuredAt: instant('featured_at'),
    createdAt: timestamp('created_at', { withTimezone: true, mode: 'date', precision: 3 })
      .notNull()
      .defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true, mode: 'date', precision: 3 })
      .notNull()
      .defaultNow(),
  },
  (table) => [
    uniqueIndex('entry_kind_slug').on(table.kind, table.slug),
    uniqueIndex('entry_provenance').on(
      sql`(${table.provenance} ->> 'system')`,
      sql`(${table.provenance} ->> 'id')`,
    ),
    index('entry_kind_sort').on(table.kind, table.state, sql`${table.sortKey} COLLATE "C"`, table.id),
    index('entry_updated').on(table.updatedAt),
  ],
)

/** An address an entry had before; it redirects for ever. */
export const slugRedirect = pgTable(
  'slug_redirect',
  {
    kind: text().$type<Kind>().notNull(),
    slug: text().notNull(),
    entryId: text('entry_id')
      .notNull()
      .references(() => entry.id),
  },
  (table) => [primaryKey({ columns: [table.kind, table.slug] })],
)

/** Which concepts a field of an entry names, in order. */
export const entryConcept = pgTable(
  'entry_concept',
  {
    entryId: text('entry_id')
      .notNull()
      .references(() => entry.id, { onDelete: 'cascade' }),
    field: text().notNull(),
    conceptId: text('concept_id')
      .notNull()
      .references(() => concept.id),
    position: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.entryId, table.field, table.conceptId] }),
    index('entry_concept_concept').on(table.conceptId, table.field),
  ],
)

/** Which entries a field of an entry links to, in order; `detail` holds what the link itself says (a partner's role). */
export const entryLink = pgTable(
  'entry_link',
  {
    fromId: text('from_id')
      .notNull()
      .references(() => entry.id, { onDelete: 'cascade' }),
    field: text().notNull(),
    toId: text('to_id')
      .notNull()
      .references(() => entry.id),
    position: integer().notNull(),
    detail: jsonb().$type<Record<string, unknown>>(),
  },
  (table) => [
    primaryKey({ columns: [table.fromId, table.field, table.position] }),
    index('entry_link_to').on(table.toId, table.field),
  ],
)
