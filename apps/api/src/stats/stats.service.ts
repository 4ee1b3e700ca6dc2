import { schema } from '@hansa/db'
import type { Kind } from '@hansa/domain/kind'
import { and, asc, count, desc, eq, sql } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { visible } from '../entry/entry.loaders.ts'
import { findEntry, loadEntries } from '../entry/entry.reader.ts'
import type { EntryRow } from '../entry/entry.types.ts'
import { sizeOf } from '../graphql/connection.ts'

const { city, entry, practice } = schema

type Reading = Pick<Context, 'db' | 'viewer' | 'kept' | 'loaders' | 'limits'>

/** How many entries there are of each kind that has any. */
export const countByKind = async ({ db, viewer }: Reading): Promise<{ kind: Kind; count: number }[]> =>
  await db
    .select({ kind: entry.kind, count: count() })
    .from(entry)
    .where(visible(viewer))
    .groupBy(entry.kind)
    .orderBy(asc(entry.kind))

/** How many countries practices come from, by their own country or their city's. */
export const countCountries = async ({ db, viewer }: Reading): Promise<number> => {
  const [row] = await db
    .select({ count: sql<number>`count(distinct coalesce(${practice.country}, ${city.country}))::int` })
    .from(practice)
    .innerJoin(entry, and(eq(entry.id, practice.id), visible(viewer)))
    .leftJoin(city, eq(city.id, practice.city))
  return row?.count ?? 0
}

/**
 * The entries changed last, the newest first.
 * @throws InvalidInput when `first` is out of bounds
 */
export const listRecent = async (ctx: Reading, first: number): Promise<EntryRow[]> => {
  const rows = await ctx.db
    .select({ id: entry.id })
    .from(entry)
    .where(visible(ctx.viewer))
    .orderBy(desc(entry.updatedAt), asc(entry.id))
    .limit(sizeOf({ first }, ctx))
  const found = await Promise.all(rows.map((row) => findEntry(ctx, row.id)))
  return found.filter((row) => row !== null)
}

/**
 * Practices worth showing first: those that curators chose, the last chosen first; then the full fiches with the strongest
 * evidence, and those that tell most about results, evaluations and preconditions.
 * @throws InvalidInput when `first` is out of bounds
 */
export const listFeatured = async (ctx: Reading, first: number): Promise<EntryRow<'practice'>[]> => {
  const told = sql`jsonb_array_length(${practice.results}) + jsonb_array_length(${practice.evaluations}) + jsonb_array_length(${practice.preconditions})`
  const rows = await ctx.db
    .select({ id: practice.id })
    .from(practice)
    .innerJoin(entry, eq(entry.id, practice.id))
    .where(visible(ctx.viewer))
    .orderBy(
      sql`${entry.featuredAt} desc nulls last`,
      sql`${entry.coverage} = 'full' desc`,
      desc(practice.evidenceLevel),
      sql`${told} desc`,
      asc(practice.id),
    )
    .limit(sizeOf({ first }, ctx))
  return loadEntries(
    ctx,
    'practice',
    rows.map((row) => row.id),
  )
}
