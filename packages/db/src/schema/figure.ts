import type { Competence, Figure } from '@hansa/domain/figure'
import { doublePrecision, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { concept } from './concept.ts'
import { entry } from './entry.ts'

/** Statements of indicators about a city or country, each with its year and source. */
export const figure = pgTable(
  'figure',
  {
    entryId: text('entry_id')
      .notNull()
      .references(() => entry.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    indicator: text('indicator_id')
      .notNull()
      .references(() => concept.id),
    value: doublePrecision(),
    text: text(),
    unit: text(),
    year: integer(),
    definition: text(),
    source: jsonb().$type<Figure['source']>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.entryId, table.position] }),
    index('figure_indicator').on(table.indicator),
  ],
)

/** Who decides on a policy area in a country, or in a city where that differs. */
export const competence = pgTable(
  'competence',
  {
    entryId: text('entry_id')
      .notNull()
      .references(() => entry.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    policyArea: text('policy_area_id')
      .notNull()
      .references(() => concept.id),
    holder: text().$type<Competence['holder']>().notNull(),
    note: text(),
    year: integer(),
    source: jsonb().$type<Competence['source']>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.entryId, table.position] })],
)
