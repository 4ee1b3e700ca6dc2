import { index, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { partialDate } from './columns.ts'
import { entry } from './entry.ts'
import { network } from './network.ts'
import { organisation } from './organisation.ts'

export const resource = pgTable(
  'resource',
  {
    id: text()
      .primaryKey()
      .references(() => entry.id, { onDelete: 'cascade' }),
    authors: jsonb().$type<string[]>().notNull(),
    publisher: text(),
    organisation: text('organisation_id').references(() => organisation.id),
    network: text('network_id').references(() => network.id),
    published: partialDate('published'),
    url: text(),
  },
  (table) => [index('resource_network').on(table.network)],
)
