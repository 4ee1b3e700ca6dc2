import { schema } from '@hansa/db'
import type { Control } from '@hansa/domain/control'
import { fieldsOf, type WrittenKind } from '@hansa/domain/fiche'
import { getTableColumns, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm'

const { entry, kindTables } = schema

/** Where texts of entries are kept: a column that holds one, or a JSON list whose items do, at a path. */
type TextColumn = { column: SQLWrapper; path: string | null }

/** Paths of the texts within a value, in the words of SQL. */
const pathsIn = (control: Control, path: string): string[] => {
  if (control.type === 'list') return pathsIn(control.of, `${path}[*]`)
  if (control.type === 'group')
    return control.parts.flatMap((part) => pathsIn(part.control, `${path}.${part.key}`))
  return control.type === 'text' && control.localized ? [path] : []
}

const columnsOf = (kind: WrittenKind): TextColumn[] => {
  const columns: Readonly<Record<string, SQLWrapper>> = {
    ...getTableColumns(kindTables[kind]),
    ...getTableColumns(entry),
  }
  return fieldsOf(kind).flatMap(({ key, control }) =>
    pathsIn(control, '$').map((path) => {
      const column = columns[key]
      if (!column) throw new Error(`The texts of ${key} of a ${kind} are in no column`)
      return { column, path: path === '$' ? null : path }
    }),
  )
}

/** The columns that hold texts of entries of some kinds, each once; those of `entry` are the same for all. */
const textColumns = (kinds: readonly WrittenKind[]): TextColumn[] => {
  const all = kinds.flatMap(columnsOf)
  return all.filter(
    (one, at) => all.findIndex((each) => each.column === one.column && each.path === one.path) === at,
  )
}

/** The tables beside `entry` that hold texts of some kinds. */
export const textTables = (kinds: readonly WrittenKind[]): WrittenKind[] =>
  kinds.filter((kind) => {
    const own = Object.values(getTableColumns(kindTables[kind]))
    return columnsOf(kind).some(({ column }) => own.some((each) => each === column))
  })

/** A condition that a text says something in another language, and nothing a person wrote or checked in this one. */
const lacks = (text: SQLWrapper, language: string): SQL =>
  sql`(jsonb_typeof(${text}) = 'object' and ${text} - ${language}::text <> '{}'::jsonb and coalesce(${text} -> ${language}::text ->> 'origin', 'machine') = 'machine')`

const within = ({ column, path }: TextColumn, language: string): SQL =>
  sql`jsonb_path_query(${column}, ${path}::jsonpath) as t(text) where ${lacks(sql`t.text`, language)}`

/** A condition that entries of some kinds lack a text in a language. Asks the title first: mostly that decides. */
export const lackSome = (kinds: readonly WrittenKind[], language: string): SQL =>
  or(
    ...textColumns(kinds).map((one) =>
      one.path === null ? lacks(one.column, language) : sql`exists (select from ${within(one, language)})`,
    ),
  ) ?? sql`false`

/** How many texts an entry lacks in a language: says in SQL how many `textsLacking` finds. */
export const countLacking = (kinds: readonly WrittenKind[], language: string): SQL<number> =>
  sql.join(
    textColumns(kinds).map((one) =>
      one.path === null
        ? sql`coalesce(${lacks(one.column, language)}, false)::int`
        : sql`(select count(*)::int from ${within(one, language)})`,
    ),
    sql` + `,
  ) as SQL<number>
