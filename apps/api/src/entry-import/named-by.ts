import { storageOf } from '@hansa/domain/fields'
import { registry } from '@hansa/domain/registry'
import type { EntryContent } from '../entry/entry.content.ts'

type Name = { field: string; id: string }

/** Columns of rows within entries that name something. */
const within = {
  figure: { column: 'indicator', field: 'figures' },
  competence: { column: 'policyArea', field: 'competences' },
} as const

/** Everything that the content of an entry names and the database holds it to: entries and concepts, each with its field. */
export const namedBy = (content: EntryContent): { entries: Name[]; concepts: Name[] } => {
  const { kind, own, links, children } = content
  const columns = Object.entries(storageOf(registry[kind])).flatMap(([field, storage]) => {
    const id = own[field]
    return storage.store === 'column' && storage.ref && typeof id === 'string' ? [{ field, id }] : []
  })
  const rows = Object.entries(within).flatMap(([table, { column, field }]) =>
    children[table as keyof typeof within].map((row) => ({ field, id: String(row[column]) })),
  )
  return {
    entries: [
      ...columns,
      ...links.map(({ field, toId }) => ({ field, id: toId })),
      ...children.membership.map((row) => ({ field: 'member', id: String(row.member) })),
    ],
    concepts: [...content.concepts.map(({ field, conceptId }) => ({ field, id: conceptId })), ...rows],
  }
}
