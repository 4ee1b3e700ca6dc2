import { index, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { city } from './city.ts'
import { localized, partialDate } from './columns.ts'
import { country } from './country.ts'
import { entry } from './entry.ts'
import { framework } from './framework.ts'
import { network } from './network.ts'

export const visit = pgTable(
  'visit',
  {
    id: text()
      .primaryKey()
      .references(() => entry.id, { onDelete: 'cascade' }),
    hostCity: text('host_city_id').references(() => city.id),
    hostCountry: text('host_country_id').references(() => country.id),
    hostName: text('host_name'),
    peerNames: jsonb('peer_names').$type<string[]>().notNull(),
    network: text('network_id').references(() => network.id),
    framework: text('framework_id').references(() => framework.id),
    programme: text(),
    start: partialDate('start'),
    end: partialDate('end'),
    question: localized('question'),
    outcome: localized('outcome'),
    recommendations: jsonb().$type<string[]>().notNull(),
  },
  (table) => [index('visit_host_city').on(table.hostCity), index('visit_network').on(table.network)],
)
