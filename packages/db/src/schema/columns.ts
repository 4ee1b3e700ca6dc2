import type { LocalizedText } from '@hansa/domain/text'
import { jsonb, text, timestamp } from 'drizzle-orm/pg-core'

/** A localized text: one object of language tag → text with origin. */
export const localized = (name: string) => jsonb(name).$type<LocalizedText>()

/** A partial date (`2016`, `2016-11`, `2016-11-05`): a text, because it states how precise the source is, and sorts right. */
export const partialDate = (name: string) => text(name)

/** A moment, to the millisecond that JavaScript can tell. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 })
