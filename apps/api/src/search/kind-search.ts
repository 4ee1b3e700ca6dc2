import type { schema } from '@hansa/db'
import type { Kind } from '@hansa/domain/kind'
import type { LocalizedText } from '@hansa/domain/text'

export type KindRow<K extends Kind> = (typeof schema.kindTables)[K]['$inferSelect']

type Words = LocalizedText | string | null | undefined

/** How entries of a kind are found, beyond what all kinds share. One per kind, beside its GraphQL. */
export type KindSearch<K extends Kind> = {
  /** Short forms of its title, such as an acronym. */
  titles?: (row: KindRow<K>) => Words[]
  /** Short texts that say what it is; weigh as much as the summary. */
  summary?: (row: KindRow<K>) => Words[]
  /** The long texts. */
  body?: (row: KindRow<K>) => Words[]
  /** Codes people type exactly. */
  identifiers?: (row: KindRow<K>) => Words[]
  /** Names beyond those of linked entries. */
  names?: (row: KindRow<K>) => Words[]
  /** The partial date that places it in time. */
  date?: (row: KindRow<K>) => string | null
  stage?: (row: KindRow<K>) => string | null | undefined
  evidence?: (row: KindRow<K>) => number
  /** Persons; for entries that are a place themselves. */
  population?: (row: KindRow<K>) => number | null
  place?: (row: KindRow<K>) => { latitude: number | null; longitude: number | null }
}
