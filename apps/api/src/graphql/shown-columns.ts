import type { PgColumn } from 'drizzle-orm/pg-core'
import type { GraphQLObjectType } from 'graphql'

type Columns = Readonly<Record<string, PgColumn>>

/** Which columns of a row are read. */
export type ColumnChoice = {
  /** What is read, in words that are the same for the same columns. */
  name: string
  columns: Columns
  /** Makes a row of what was read: asked for a column that was not, it throws instead of giving nothing. */
  rowOf<Row extends object>(read: object): Row
}

/** Makes the choice of some columns, by their keys, out of all of a `noun`. */
export const chooseColumns = (noun: string, all: Columns, keys: ReadonlySet<string>): ColumnChoice => {
  const unread = {}
  for (const key of Object.keys(all))
    if (!keys.has(key))
      Object.defineProperty(unread, key, {
        get: () => {
          throw new Error(`${key} of a ${noun} was not read: no field of the document declares it.`)
        },
      })
  const columns = Object.fromEntries(Object.entries(all).filter(([key]) => keys.has(key)))
  return {
    name: `${noun}(${Object.keys(columns)})`,
    columns,
    rowOf: (read) => Object.assign(Object.create(unread), read),
  }
}

/** Part of a field's definition: the columns its resolver reads, where they are not the one named like the field. */
export const reads = (...columns: string[]) => ({ extensions: { columns } })

/** The same for a field that is picked from its row: `pick` itself tells which columns it reads. */
export const readsOf = (pick: (row: never) => unknown) => {
  const columns: string[] = []
  const row = new Proxy(
    {},
    {
      get(_, key) {
        columns.push(String(key))
      },
    },
  )
  pick(row as never)
  return reads(...columns)
}

/**
 * Keys of the columns that fields of a type read: those declared with `reads`, else the one of the field's name. Null
 * stands for all of them, because a field that is neither may read any.
 */
export const keysShown = (
  type: GraphQLObjectType,
  fields: ReadonlySet<string>,
  all: Columns,
): Set<string> | null => {
  const keys = new Set<string>()
  for (const name of fields) {
    const field = type.getFields()[name]
    const declared: unknown = field?.extensions.columns
    if (Array.isArray(declared)) for (const key of declared) keys.add(key)
    else if (name in all) keys.add(name)
    else if (field) return null
  }
  return keys
}
