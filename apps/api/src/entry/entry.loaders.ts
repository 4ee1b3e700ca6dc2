import { type Db, schema } from '@hansa/db'
import { type Kind, kindNames, kindOfId } from '@hansa/domain/kind'
import { type Viewer, visibleTo } from '@hansa/domain/permissions'
import DataLoader from 'dataloader'
import { and, asc, eq, inArray, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Position } from './entry.cursor.ts'
import { type RelationName, relations } from './entry.relations.ts'
import type { EntryRow } from './entry.types.ts'

const { country, entry, entryLink, kindTables } = schema

export type Reader = { db: Db; viewer: Viewer }

export type Link = { fromId: string; field: string; toId: string; detail: Record<string, unknown> | null }

/** A page of a relation of one entry; `first` counts the one that tells whether more follows. */
export type RelatedKey = { relation: RelationName; owner: string; first: number; after: Position | null }

// PostgreSQL takes 65,535 parameters in a statement; fewer ids a time plan faster and cost little more.
export const maxBatchSize = 1000

/**
 * A condition that a column holds one of the ids. They travel as one array: a parameter for each would cost more to
 * put together than the statement itself, and every number of ids would be another statement.
 */
export const among = (column: SQLWrapper, ids: readonly string[]): SQL =>
  sql`${column} = any(${sql.param([...ids])})`

/** A condition that a row of the base table may be seen by the viewer. */
export const visible = (viewer: Viewer): SQL => inArray(entry.state, visibleTo(viewer))

/** Groups what a batch read by the key it was asked for. */
export const grouped = <T>(keys: readonly string[], rows: readonly T[], keyOf: (row: T) => string): T[][] => {
  const groups = Map.groupBy(rows, keyOf)
  return keys.map((key) => groups.get(key) ?? [])
}

/** The entries of a kind that fit a condition: one statement. */
export const selectEntries = async (
  { db, viewer }: Reader,
  kind: Kind,
  where: SQL | undefined,
  page: { orderBy?: SQL[]; limit?: number } = {},
): Promise<EntryRow[]> => {
  const own: PgTable & { id: PgColumn } = kindTables[kind]
  const rows = await db
    .select({ base: entry, own })
    .from(entry)
    .innerJoin(own, eq(own.id, entry.id))
    .where(and(eq(entry.kind, kind), visible(viewer), where))
    .orderBy(...(page.orderBy ?? []))
    .limit(page.limit ?? maxBatchSize)
  // The join is of the kind's own table, so its columns are the kind's.
  return rows.map((row) => ({ ...row.own, ...row.base }) as EntryRow)
}

const loadByIds = async (reader: Reader, ids: readonly string[]): Promise<(EntryRow | null)[]> => {
  const byKind = Map.groupBy(ids, (id) => kindOfId(id))
  const found = await Promise.all(
    kindNames.flatMap((kind) => {
      const wanted = byKind.get(kind)
      return wanted ? [selectEntries(reader, kind, among(entry.id, wanted))] : []
    }),
  )
  const rows = new Map(found.flat().map((row) => [row.id, row]))
  return ids.map((id) => rows.get(id) ?? null)
}

/** What an entry is called and how it is addressed: all that a label needs. `code` is a country's. */
export type Heading = Pick<EntryRow, 'id' | 'kind' | 'slug' | 'title'> & { code: string | null }

const loadHeadings = async ({ db, viewer }: Reader, ids: readonly string[]): Promise<(Heading | null)[]> => {
  const { id, kind, slug, title } = entry
  const rows = await db
    .select({ id, kind, slug, title, code: country.code })
    .from(entry)
    .leftJoin(country, eq(country.id, id))
    .where(and(among(id, ids), visible(viewer)))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.map((one) => byId.get(one) ?? null)
}

const loadLinks = async ({ db }: Reader, ids: readonly string[]): Promise<Link[][]> => {
  const rows = await db
    .select()
    .from(entryLink)
    .where(among(entryLink.fromId, ids))
    .orderBy(asc(entryLink.fromId), asc(entryLink.field), asc(entryLink.position))
  return grouped(ids, rows, (row) => row.fromId)
}

const pairsOf = ({ viewer }: Reader, name: RelationName, owners: readonly string[]): SQL => {
  const { kind, pairs } = relations[name]
  return sql`(${pairs}) pair join ${entry} on ${entry.id} = pair.id where pair.owner = any(${sql.param([...owners])}) and ${entry.kind} = ${kind} and ${visible(viewer)}`
}

type RelatedRow = { owner: string; id: string }

const loadRelatedPages = async (reader: Reader, keys: readonly RelatedKey[]): Promise<string[][]> => {
  const batches = Map.groupBy(keys, (key) => JSON.stringify([key.relation, key.first, key.after]))
  const rows = await Promise.all(
    [...batches.entries()].flatMap(([batch, [sample, ...rest]]) => {
      if (!sample) return []
      const owners = [sample, ...rest].map((key) => key.owner)
      const { after } = sample
      const from = after
        ? sql`and (${entry.sortKey} collate "C", ${entry.id}) > (${after.sortKey}, ${after.id})`
        : sql``
      const statement = sql`select owner, id from (
        select pair.owner, ${entry.id} as id,
          row_number() over (partition by pair.owner order by ${entry.sortKey} collate "C", ${entry.id}) as place
        from ${pairsOf(reader, sample.relation, owners)} ${from}
      ) placed where place <= ${sample.first} order by owner, place`
      return [reader.db.execute<RelatedRow>(statement).then((result) => ({ batch, rows: result.rows }))]
    }),
  )
  const found = new Map(rows.map(({ batch, rows: own }) => [batch, Map.groupBy(own, (row) => row.owner)]))
  return keys.map(
    (key) =>
      found
        .get(JSON.stringify([key.relation, key.first, key.after]))
        ?.get(key.owner)
        ?.map((row) => row.id) ?? [],
  )
}

type CountKey = { relation: RelationName; owner: string }

const countRelated = async (reader: Reader, keys: readonly CountKey[]): Promise<number[]> => {
  const batches = Map.groupBy(keys, (key) => key.relation)
  const counts = new Map<string, number>()
  await Promise.all(
    [...batches.entries()].map(async ([relation, wanted]) => {
      const owners = wanted.map((key) => key.owner)
      const statement = sql`select pair.owner, count(*)::int as count from ${pairsOf(reader, relation, owners)} group by pair.owner`
      const { rows } = await reader.db.execute<{ owner: string; count: number }>(statement)
      for (const row of rows) counts.set(`${relation} ${row.owner}`, row.count)
    }),
  )
  return keys.map((key) => counts.get(`${key.relation} ${key.owner}`) ?? 0)
}

/** Batched reads of entries and their links; whatever the viewer may not see is not found. */
export const createEntryLoaders = (reader: Reader) => ({
  /** An entry by id: one statement per kind. */
  entry: new DataLoader((ids: readonly string[]) => loadByIds(reader, ids), { maxBatchSize }),
  /** Title and address of an entry of any kind: one statement for all. */
  heading: new DataLoader((ids: readonly string[]) => loadHeadings(reader, ids), { maxBatchSize }),
  /** All links out of an entry, in order. */
  links: new DataLoader((ids: readonly string[]) => loadLinks(reader, ids), { maxBatchSize }),
  /** Ids of the entries that refer to an entry: one statement per relation and page. */
  related: new DataLoader((keys: readonly RelatedKey[]) => loadRelatedPages(reader, keys), {
    maxBatchSize,
    cacheKeyFn: (key) => JSON.stringify([key.relation, key.owner, key.first, key.after]),
  }),
  /** How many entries refer to an entry: one statement per relation. */
  relatedCount: new DataLoader((keys: readonly CountKey[]) => countRelated(reader, keys), {
    maxBatchSize,
    cacheKeyFn: (key) => `${key.relation} ${key.owner}`,
  }),
})
