import type { Country } from '@hansa/domain/country'
import { doublePrecision, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { entry } from './entry.ts'

export const country = pgTable('country', {
  id: text()
    .primaryKey()
    .references(() => entry.id, { onDelete: 'cascade' }),
  code: text().notNull().unique(),
  languages: jsonb().$type<string[]>().notNull(),
  governanceType: text('governance_type').$type<Country['governanceType']>(),
  latitude: doublePrecision(),
  longitude: doublePrecision(),
})
