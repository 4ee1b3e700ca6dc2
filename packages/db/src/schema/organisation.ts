import { index, pgTable, text } from 'drizzle-orm/pg-core'
import { city } from './city.ts'
import { country } from './country.ts'
import { entry } from './entry.ts'

export const organisation = pgTable(
  'organisation',
  {
    id: text()
      .primaryKey()
      .references(() => entry.id, { onDelete: 'cascade' }),
    acronym: text(),
    city: text('city_id').references(() => city.id),
    country: text('country_id').references(() => country.id),
    website: text(),
  },
  (table) => [index('organisation_city').on(table.city)],
)
