import type { Practice } from '@hansa/domain/practice'
import { boolean, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { city } from './city.ts'
import { localized, partialDate } from './columns.ts'
import { country } from './country.ts'
import { entry } from './entry.ts'
import { organisation } from './organisation.ts'

export const practice = pgTable(
  'practice',
  {
    id: text()
      .primaryKey()
      .references(() => entry.id, { onDelete: 'cascade' }),
    strapline: localized('strapline'),
    challenge: localized('challenge'),
    objectives: localized('objectives'),
    solution: jsonb().$type<Practice['solution']>().notNull(),
    difficulties: localized('difficulties'),
    leadOrganisation: text('lead_organisation_id').references(() => organisation.id),
    staffBand: text('staff_band').$type<Practice['staffBand']>(),
    staffNote: text('staff_note'),
    volunteers: text(),
    city: text('city_id').references(() => city.id),
    country: text('country_id').references(() => country.id),
    territory: text(),
    start: partialDate('start'),
    end: partialDate('end'),
    stage: text().$type<Practice['stage']>(),
    participationHow: localized('participation_how'),
    budgetBand: text('budget_band').$type<Practice['budgetBand']>(),
    budgetNote: text('budget_note'),
    currency: text(),
    fundingNote: text('funding_note'),
    legalBasis: localized('legal_basis'),
    results: jsonb().$type<Practice['results']>().notNull(),
    notMeasured: boolean('not_measured').notNull(),
    evidenceLevel: integer('evidence_level').$type<Practice['evidenceLevel']>().notNull(),
    evaluations: jsonb().$type<Practice['evaluations']>().notNull(),
    preconditions: jsonb().$type<Practice['preconditions']>().notNull(),
    successFactors: localized('success_factors'),
    offers: jsonb().$type<Practice['offers']>().notNull(),
    contact: jsonb().$type<Practice['contact']>(),
    media: jsonb().$type<Practice['media']>().notNull(),
  },
  (table) => [
    index('practice_city').on(table.city),
    index('practice_country').on(table.country),
    index('practice_lead_organisation').on(table.leadOrganisation),
  ],
)
