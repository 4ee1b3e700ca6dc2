import type { Project } from '@hansa/domain/project'
import { doublePrecision, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { localized, partialDate } from './columns.ts'
import { entry } from './entry.ts'
import { organisation } from './organisation.ts'

export const project = pgTable(
  'project',
  {
    id: text()
      .primaryKey()
      .references(() => entry.id, { onDelete: 'cascade' }),
    acronym: text(),
    leadOrganisation: text('lead_organisation_id').references(() => organisation.id),
    status: text().$type<Project['status']>(),
    start: partialDate('start'),
    end: partialDate('end'),
    budget: doublePrecision(),
    currency: text(),
    budgetNote: text('budget_note'),
    fundingNote: text('funding_note'),
    languages: jsonb().$type<string[]>().notNull(),
    results: localized('results'),
    website: text(),
  },
  (table) => [index('project_lead_organisation').on(table.leadOrganisation)],
)
