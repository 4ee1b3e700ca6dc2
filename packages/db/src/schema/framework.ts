import type { Assessment, Commitment, FrameworkItem } from '@hansa/domain/framework'
import type { LocalizedText } from '@hansa/domain/text'
import {
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { localized, partialDate } from './columns.ts'
import { entry } from './entry.ts'
import { network } from './network.ts'
import { organisation } from './organisation.ts'

export const framework = pgTable('framework', {
  id: text()
    .primaryKey()
    .references(() => entry.id, { onDelete: 'cascade' }),
  network: text('network_id').references(() => network.id),
  organisation: text('organisation_id').references(() => organisation.id),
  owner: text(),
  adopted: partialDate('adopted'),
  ended: partialDate('ended'),
})

export const frameworkItem = pgTable(
  'framework_item',
  {
    entryId: text('framework_id')
      .notNull()
      .references(() => framework.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    key: text().notNull(),
    parent: text(),
    type: text().$type<FrameworkItem['type']>().notNull(),
    title: jsonb().$type<LocalizedText>().notNull(),
    description: localized('description'),
    policyAreas: jsonb('policy_areas').$type<string[]>().notNull(),
    scored: boolean().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.entryId, table.position] }),
    uniqueIndex('framework_item_key').on(table.entryId, table.key),
  ],
)

export const assessment = pgTable(
  'assessment',
  {
    entryId: text('framework_id')
      .notNull()
      .references(() => framework.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    subject: text('subject_id')
      .notNull()
      .references(() => entry.id),
    label: text(),
    date: partialDate('date'),
    by: text(),
    overall: doublePrecision(),
    scores: jsonb().$type<Assessment['scores']>().notNull(),
    source: jsonb().$type<Assessment['source']>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.entryId, table.position] }),
    index('assessment_subject').on(table.subject),
  ],
)

export const commitment = pgTable(
  'commitment',
  {
    entryId: text('framework_id')
      .notNull()
      .references(() => framework.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    subject: text('subject_id')
      .notNull()
      .references(() => entry.id),
    item: text(),
    since: partialDate('since'),
    status: text().$type<Commitment['status']>().notNull(),
    note: text(),
    source: jsonb().$type<Commitment['source']>(),
  },
  (table) => [
    primaryKey({ columns: [table.entryId, table.position] }),
    index('commitment_subject').on(table.subject),
  ],
)
