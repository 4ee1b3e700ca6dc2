import type { City } from '@hansa/domain/city'
import { doublePrecision, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { country } from './country.ts'
import { entry } from './entry.ts'

export const city = pgTable(
  'city',
  {
    id: text()
      .primaryKey()
      .references(() => entry.id, { onDelete: 'cascade' }),
    country: text('country_id')
      .notNull()
      .references(() => country.id),
    type: text().$type<City['type']>().notNull(),
    region: text(),
    geonamesId: integer('geonames_id').unique(),
    latitude: doublePrecision(),
    longitude: doublePrecision(),
    population: integer(),
    populationYear: integer('population_year'),
    populationSource: text('population_source'),
    languages: jsonb().$type<string[]>().notNull(),
    urbanisation: integer(),
    pathway: text().$type<City['pathway']>(),
    website: text(),
  },
  (table) => [index('city_country').on(table.country)],
)
