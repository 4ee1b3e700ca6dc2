import type { Concept, ConceptScheme } from '@hansa/domain/concept'
import { type AnyPgColumn, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'

export const conceptScheme = pgTable('concept_scheme', {
  key: text().primaryKey(),
  labels: jsonb().$type<ConceptScheme['labels']>().notNull(),
  definition: text(),
  sources: jsonb().$type<ConceptScheme['sources']>().notNull(),
})

/** A concept; its id is `<scheme>/<key>`, readable and stable. */
export const concept = pgTable(
  'concept',
  {
    id: text().primaryKey(),
    scheme: text()
      .notNull()
      .references(() => conceptScheme.key),
    key: text().notNull(),
    broader: text().references((): AnyPgColumn => concept.id),
    position: integer().notNull(),
    labels: jsonb().$type<Concept['labels']>().notNull(),
    synonyms: jsonb().$type<Concept['synonyms']>().notNull(),
    definition: text(),
    mappings: jsonb().$type<Concept['mappings']>().notNull(),
  },
  (table) => [index('concept_scheme_position').on(table.scheme, table.position)],
)
