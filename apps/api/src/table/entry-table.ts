import { type Db, schema } from '@hansa/db'
import { type Kind, kindNames, pathOf } from '@hansa/domain/kind'
import { type Column, columnsOfKind, localizedFields } from '@hansa/domain/table'
import { valueAt, writeCell } from '@hansa/domain/table-cells'
import type { LocalizedText } from '@hansa/domain/text'
import { and, eq } from 'drizzle-orm'
import { among } from '../entry/entry.loaders.ts'
import { lastInputs } from '../entry/entry.rows.ts'
import type { Cell } from './csv.ts'

const { entry } = schema

type Input = Record<string, unknown>

/** An entry as it leaves: what it is, where it is, and its whole content. */
export type Exported = { id: string; kind: Kind; address: string; input: Input }

/** Entries that are read at once: between them others get the database. */
const entriesAtOnce = 200

/** The published ones among some entries, with their whole content, in the order given, some at a time. */
export async function* readExported(
  db: Db,
  publicUrl: string,
  ids: readonly string[],
): AsyncGenerator<Exported[]> {
  for (let from = 0; from < ids.length; from += entriesAtOnce) {
    const some = ids.slice(from, from + entriesAtOnce)
    const rows = await db
      .select({ id: entry.id, kind: entry.kind, slug: entry.slug })
      .from(entry)
      .where(and(among(entry.id, some), eq(entry.state, 'published')))
    const inputs = await lastInputs(
      db,
      rows.map(({ id }) => id),
    )
    const byId = new Map(rows.map((row) => [row.id, row]))
    yield some.flatMap((id) => {
      const row = byId.get(id)
      const input = inputs.get(id)
      if (!row || input === null || typeof input !== 'object') return []
      return [
        { id, kind: row.kind, address: `${publicUrl}${pathOf(row.kind, row.slug)}`, input: input as Input },
      ]
    })
  }
}

const isText = (value: unknown): value is LocalizedText =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/** The texts of an entry that its own columns do not say: those in other languages, and those that no person wrote. */
const translationsOf = (kind: Kind, input: Input, language: string): unknown => {
  const others = localizedFields(kind).flatMap((field) => {
    const text = input[field]
    if (!isText(text)) return []
    const rest = Object.entries(text).filter(([tag, { origin }]) => tag !== language || origin !== 'human')
    return rest.length > 0 ? [[field, Object.fromEntries(rest)]] : []
  })
  return others.length > 0 ? Object.fromEntries(others) : undefined
}

const cellOf = ({ id, kind, input }: Exported, { path, shape }: Column): Cell => {
  const language = String(input.contentLanguage ?? 'en')
  if (path === 'id') return id
  if (path === 'translations') return writeCell(translationsOf(kind, input, language), shape, language)
  return writeCell(valueAt(input, path), shape, language)
}

/** The table of entries of some kinds: its heads, and the row of each. Its heads are those of imports. */
export const tableOf = (kinds: readonly Kind[]): { heads: string[]; row(entry: Exported): Cell[] } => {
  const shown = kindNames.filter((kind) => kinds.includes(kind))
  const byKind = new Map(
    shown.map((kind) => [kind, new Map(columnsOfKind(kind).map((each) => [each.path, each]))]),
  )
  const paths = [...new Set(shown.flatMap((kind) => [...(byKind.get(kind)?.keys() ?? [])]))]
  const isMixed = shown.length > 1
  return {
    heads: [...(isMixed ? ['kind'] : []), ...paths, 'address'],
    row: (exported) => [
      ...(isMixed ? [exported.kind] : []),
      ...paths.map((path) => {
        const column = byKind.get(exported.kind)?.get(path)
        return column ? cellOf(exported, column) : ''
      }),
      exported.address,
    ],
  }
}
