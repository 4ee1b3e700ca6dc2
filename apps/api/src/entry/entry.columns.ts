import { schema } from '@hansa/db'
import { type Kind, kindNames } from '@hansa/domain/kind'
import { getTableColumns } from 'drizzle-orm'
import type { GraphQLObjectType, GraphQLSchema } from 'graphql'
import type { AskedFields } from '../graphql/asked-fields.ts'
import { type ColumnChoice, chooseColumns, keysShown } from '../graphql/shown-columns.ts'
import { types } from './entry.types.ts'

const { entry, kindTables } = schema

/** Which columns of entries are read; `kind` is null where none but those of the base table are. */
export type EntryColumns = ColumnChoice & { kind: Kind | null }

/** The choice for each kind; kinds that share one are read together. */
export type ColumnsByKind = Readonly<Record<Kind, EntryColumns>>

const base = getTableColumns(entry)
const columnsOf = (kind: Kind) => ({ ...getTableColumns(kindTables[kind]), ...base })

/** What the code itself needs of every entry: to tell what it is, to address it, and to find its place in a list. */
const always = ['id', 'kind', 'slug', 'sortKey']

/** What the code follows besides: a practice without a country shows that of its city. */
const followed: Partial<Record<Kind, string[]>> = { city: ['country'] }

const byKind = (choose: (kind: Kind) => EntryColumns): ColumnsByKind =>
  Object.fromEntries(kindNames.map((kind) => [kind, choose(kind)])) as Record<Kind, EntryColumns>

const choiceOf = (kind: Kind, keys: ReadonlySet<string>): EntryColumns => ({
  kind,
  ...chooseColumns(kind, columnsOf(kind), keys),
})

/** All columns of every kind. */
export const wholeEntries: ColumnsByKind = byKind((kind) =>
  choiceOf(kind, new Set(Object.keys(columnsOf(kind)))),
)

/** The columns that a document shows of each kind. */
export const shownEntries = (graphql: GraphQLSchema, asked: AskedFields): ColumnsByKind => {
  const keysOf = (kind: Kind): ReadonlySet<string> | null => {
    const { name } = types[kind]
    const fields = asked.get(name) ?? new Set<string>()
    const keys = keysShown(graphql.getType(name) as GraphQLObjectType, fields, columnsOf(kind))
    return keys && new Set([...always, ...(followed[kind] ?? []), ...keys])
  }
  const keys = new Map(kindNames.map((kind) => [kind, keysOf(kind)]))
  const isOfBase = (own: ReadonlySet<string> | null | undefined): own is ReadonlySet<string> =>
    own != null && [...own].every((key) => key in base)
  const shared = new Set([...keys.values()].filter(isOfBase).flatMap((own) => [...own]))
  const ofBase: EntryColumns = { kind: null, ...chooseColumns('entry', base, shared) }
  return byKind((kind) => {
    const own = keys.get(kind)
    if (isOfBase(own)) return ofBase
    return own ? choiceOf(kind, own) : wholeEntries[kind]
  })
}
