import type { Event } from '@hansa/domain/event'
import { index, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { city } from './city.ts'
import { partialDate } from './columns.ts'
import { entry } from './entry.ts'
import { network } from './network.ts'
import { organisation } from './organisation.ts'

export const event = pgTable(
  'event',
  {
    id: text()
      .primaryKey()
      .references(() => entry.id, { onDelete: 'cascade' }),
    start: partialDate('start'),
    end: partialDate('end'),
    startTime: text('start_time'),
    endTime: text('end_time'),
    venue: text(),
    city: text('city_id').references(() => city.id),
    organiser: text('organiser_id').references(() => organisation.id),
    network: text('network_id').references(() => network.id),
    agenda: jsonb().$type<Event['agenda']>().notNull(),
    website: text(),
  },
  (table) => [index('event_city').on(table.city), index('event_network').on(table.network)],
)
