import { pgTable, text } from 'drizzle-orm/pg-core'
import { localized } from './columns.ts'
import { entry } from './entry.ts'

export const component = pgTable('component', {
  id: text()
    .primaryKey()
    .references(() => entry.id, { onDelete: 'cascade' }),
  whatItDoes: localized('what_it_does'),
  enablingConditions: localized('enabling_conditions'),
  lessons: localized('lessons'),
})
