import { type Db, type Statements, schema } from '@hansa/db'
import { type Kind, kindOfId } from '@hansa/domain/kind'
import { alwaysVisibleTo, type Viewer, visibleTo } from '@hansa/domain/permissions'
import DataLoader from 'dataloader'
import { and, asc, eq, inArray, Placeholder, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Kept } from '../kept.ts'
import type { ColumnsByKind, EntryColumns } from './entry.columns.ts'
import type { Position } from './entry.cursor.ts'
import type { EntryRow } from './entry.types.ts'

const { entry, entryLink, kindTables } = schema

/** What reads: a database, the statements prepared for it, in whose name, and what is kept. */
export type Reader = { db: Db; statements: Statements; viewer: Viewer; kept: Kept }

export type Link = { fromId: string; field: string; toId: string; detail: Record<string, unknown> | null }

// PostgreSQL takes 65,535 parameters in a statement; fewer ids a time plan faster and cost little more.
export const maxBatchSize = 1000

/**
 * A condition that a column holds one of the ids. They travel as one array: a parameter for each would cost more to
 * put together than the statement itself, and every number of ids would be another statement.
 */
export const among = (column: SQLWrapper, ids: readonly string[] | Placeholder): SQL =>
  sql`${column} = any(${ids instanceof Placeholder ? ids : sql.param([...ids])})`

/** A condition that a row of the base table may be seen by the viewer. */
export const visible = (viewer: Viewer): SQL => {
  const shown = inArray(entry.state, visibleTo(viewer))
  const always = alwaysVisibleTo(viewer)
  return always.length === 0 ? shown : sql`(${shown} or ${among(entry.id, always)})`
}

/** Groups what a batch read by the key it was asked for. */
export const grouped = <T>(keys: readonly string[], rows: readonly T[], keyOf: (row: T) => string): T[][] => {
  const groups = Map.groupBy(rows, keyOf)
  return keys.map((key) => groups.get(key) ?? [])
}

/** Puts what a batch read in the order it was asked for, null where there is nothing. */
export const inOrder = <T extends { id: string }>(
  ids: readonly string[],
  rows: readonly T[],
): (T | null)[] => {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => byId.get(id) ?? null)
}

const given = (name: string) => sql.placeholder(name)
const order = [sql`${entry.sortKey} collate "C"`, sql`${entry.id}`]
const ofKind = eq(entry.kind, given('kind'))

/** The ways in which entries are found; the placeholders are the values that `selectEntries` takes. */
const conditions = {
  ids: among(entry.id, given('ids')),
  slug: and(ofKind, eq(entry.slug, given('slug'))),
  first: ofKind,
  after: and(ofKind, sql`(${sql.join(order, sql`, `)}) > (${given('sortKey')}, ${given('id')})`),
}

type Values = {
  ids: { ids: readonly string[] }
  slug: { kind: Kind; slug: string }
  first: { kind: Kind; limit: number }
  after: { kind: Kind; limit: number } & Position
}

const entriesQuery = ({ db, viewer }: Reader, { kind, columns }: EntryColumns, by: keyof Values) => {
  const own: (PgTable & { id: PgColumn }) | null = kind && kindTables[kind]
  const all = db
    .select({ ...columns })
    .from(entry)
    .$dynamic()
  const joined = own ? all.innerJoin(own, eq(own.id, entry.id)) : all
  const found = joined.where(and(conditions[by], visible(viewer)))
  return by === 'first' || by === 'after' ? found.orderBy(...order).limit(given('limit')) : found
}

/** The chosen columns of the entries that are found in one of the ways and that the viewer may see: one statement. */
export const selectEntries = async <By extends keyof Values>(
  reader: Reader,
  chosen: EntryColumns,
  by: By,
  values: Values[By],
): Promise<EntryRow[]> => {
  const name = `${chosen.name} by ${by} for ${visibleTo(reader.viewer)}`
  const build = () => entriesQuery(reader, chosen, by)
  // The statement of somebody who sees certain entries in any state names them, so it is hers alone.
  const shared = alwaysVisibleTo(reader.viewer).length === 0
  const rows = await (shared
    ? reader.statements.prepare(name, build)(values)
    : build().prepare('').execute(values))
  return rows.map((row) => chosen.rowOf<EntryRow>(row))
}

/** The chosen columns of entries of any kind, in the order of `ids`, null for what the viewer may not see. */
export const loadByIds = async (
  reader: Reader,
  chosen: ColumnsByKind,
  ids: readonly string[],
): Promise<(EntryRow | null)[]> => {
  const batches = Map.groupBy(ids, (id) => {
    const kind = kindOfId(id)
    return kind && chosen[kind]
  })
  const found = await Promise.all(
    [...batches].map(([columns, batch]) =>
      columns ? selectEntries(reader, columns, 'ids', { ids: batch }) : [],
    ),
  )
  return inOrder(ids, found.flat())
}

const loadLinks = async ({ db, statements }: Reader, ids: readonly string[]): Promise<Link[][]> => {
  const build = () =>
    db
      .select()
      .from(entryLink)
      .where(among(entryLink.fromId, given('ids')))
      .orderBy(asc(entryLink.fromId), asc(entryLink.field), asc(entryLink.position))
  const rows = await statements.prepare('links', build)({ ids })
  return grouped(ids, rows, (row) => row.fromId)
}

/**
 * Batched reads of entries and their links; whatever the viewer may not see is not found.
 * @param shown the columns that the document of the request shows
 */
export const createEntryLoaders = (reader: Reader, shown: ColumnsByKind) => ({
  /** An entry by id as the document shows it: at most one statement per kind. */
  shownEntry: new DataLoader((ids: readonly string[]) => loadByIds(reader, shown, ids), { maxBatchSize }),
  /** All links out of an entry, in order. */
  links: new DataLoader((ids: readonly string[]) => loadLinks(reader, ids), { maxBatchSize }),
})
