import { index, pgTable, text } from 'drizzle-orm/pg-core'
import { city } from './city.ts'
import { localized, partialDate } from './columns.ts'
import { country } from './country.ts'
import { entry } from './entry.ts'

export const consultativeBody = pgTable(
  'consultative_body',
  {
    id: text()
      .primaryKey()
      .references(() => entry.id, { onDelete: 'cascade' }),
    city: text('city_id').references(() => city.id),
    country: text('country_id').references(() => country.id),
    founded: partialDate('founded'),
    ended: partialDate('ended'),
    composition: localized('composition'),
    powers: localized('powers'),
  },
  (table) => [index('consultative_body_city').on(table.city)],
)
