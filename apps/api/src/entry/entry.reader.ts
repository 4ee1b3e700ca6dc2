import { schema } from '@hansa/db'
import { Slug } from '@hansa/domain/entry'
import { InvalidInput } from '@hansa/domain/errors'
import { isEntryId } from '@hansa/domain/id'
import { type Kind, kindOfId } from '@hansa/domain/kind'
import { and, count, eq } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { type Items, type Page, type PageArgs, sizeOf } from '../graphql/connection.ts'
import { once } from '../once.ts'
import { cursorOf, type Position, positionOf } from './entry.cursor.ts'
import { type Link, selectEntries, visible } from './entry.loaders.ts'
import { type RelationName, relations } from './entry.relations.ts'
import type { EntryRow } from './entry.types.ts'

const { entry, entryRedirect, slugRedirect } = schema

type Reading = Pick<Context, 'db' | 'statements' | 'viewer' | 'kept' | 'loaders' | 'shown' | 'limits'>

const isOfKind = <K extends Kind>(row: EntryRow | null, kind: K): row is EntryRow<K> & EntryRow =>
  row?.kind === kind

/** An entry of a kind by id as the document shows it; null when there is none that the viewer may see. */
export const loadEntry = async <K extends Kind>(
  ctx: Pick<Context, 'loaders'>,
  kind: K,
  id: string | null | undefined,
): Promise<EntryRow<K> | null> => {
  if (!id || kindOfId(id) !== kind || !isEntryId(id)) return null
  const row = await ctx.loaders.shownEntry.load(id)
  return isOfKind(row, kind) ? row : null
}

/** Entries of a kind by their ids as the document shows them, in that order, without those the viewer may not see. */
export const loadEntries = async <K extends Kind>(
  ctx: Pick<Context, 'loaders'>,
  kind: K,
  ids: readonly string[],
): Promise<EntryRow<K>[]> => {
  const rows = await Promise.all(ids.map((id) => loadEntry(ctx, kind, id)))
  return rows.filter((row) => row !== null)
}

/** An entry of any kind by id as the document shows it; null for what is no id, not there, or not to be seen. */
export const findEntry = async (ctx: Pick<Context, 'loaders'>, id: string): Promise<EntryRow | null> =>
  isEntryId(id) ? ctx.loaders.shownEntry.load(id) : null

/** The id of the entry that stands for one which was merged into it; null for every other id. */
const mergedInto = async ({ db }: Pick<Context, 'db'>, id: string): Promise<string | null> => {
  if (!isEntryId(id)) return null
  const [row] = await db
    .select({ id: entryRedirect.toId })
    .from(entryRedirect)
    .where(eq(entryRedirect.fromId, id))
  return row?.id ?? null
}

/** The same for somebody who asks for one entry: the id of one that was merged into another leads there. */
export const followEntry = async (
  ctx: Pick<Context, 'db' | 'loaders'>,
  id: string,
): Promise<EntryRow | null> => {
  const found = await findEntry(ctx, id)
  const other = found ? null : await mergedInto(ctx, id)
  return other ? await findEntry(ctx, other) : found
}

/** The links of one field of an entry, in order. */
export const loadLinked = async (ctx: Pick<Context, 'loaders'>, id: string, field: string): Promise<Link[]> =>
  (await ctx.loaders.links.load(id)).filter((link) => link.field === field)

/** An entry by its slug or one it had before: then the slug of the row differs from the one asked for. */
export const findBySlug = async <K extends Kind>(
  ctx: Reading,
  kind: K,
  slug: string,
): Promise<EntryRow<K> | null> => {
  if (!Slug.safeParse(slug).success) return null
  const [row] = await selectEntries(ctx, ctx.shown.entries[kind], 'slug', { kind, slug })
  if (row) {
    ctx.loaders.shownEntry.prime(row.id, row)
    return loadEntry(ctx, kind, row.id)
  }
  const [redirect] = await ctx.db
    .select({ id: slugRedirect.entryId })
    .from(slugRedirect)
    .where(and(eq(slugRedirect.kind, kind), eq(slugRedirect.slug, slug)))
  return redirect ? loadEntry(ctx, kind, redirect.id) : null
}

const findById = async <K extends Kind>(ctx: Reading, kind: K, id: string): Promise<EntryRow<K> | null> => {
  const row = kindOfId(id) === kind ? await followEntry(ctx, id) : null
  return isOfKind(row, kind) ? row : null
}

/**
 * An entry by either its slug or its id.
 * @throws InvalidInput unless exactly one of them is given
 */
export const findBySlugOrId = async <K extends Kind>(
  ctx: Reading,
  kind: K,
  { slug, id }: { slug?: string | null | undefined; id?: string | null | undefined },
): Promise<EntryRow<K> | null> => {
  if ((slug == null) === (id == null))
    throw new InvalidInput([{ field: 'slug', message: 'give either a slug or an id' }])
  return slug == null ? await findById(ctx, kind, id ?? '') : await findBySlug(ctx, kind, slug)
}

const afterOf = (args: PageArgs): Position | null => (args.after == null ? null : positionOf(args.after))

/** Cuts what was read to a page; one more than its size was read to know whether more follows. */
const itemsOf = <T extends Position>(rows: T[], size: number, after: Position | null): Items<T> => {
  const nodes = rows.slice(0, size)
  return {
    nodes,
    cursors: nodes.map(cursorOf),
    hasNextPage: rows.length > size,
    hasPreviousPage: after !== null,
  }
}

/**
 * A page of all entries of a kind in order of their titles.
 * @throws InvalidInput for a size out of bounds or a foreign cursor
 */
export const listEntries = <K extends Kind>(ctx: Reading, kind: K, args: PageArgs): Page<EntryRow<K>> => {
  const size = sizeOf(args, ctx)
  const after = afterOf(args)
  const limit = size + 1
  const items = async () => {
    const chosen = ctx.shown.entries[kind]
    const rows = after
      ? await selectEntries(ctx, chosen, 'after', { kind, limit, ...after })
      : await selectEntries(ctx, chosen, 'first', { kind, limit })
    for (const row of rows) ctx.loaders.shownEntry.prime(row.id, row)
    return itemsOf(
      rows.filter((row) => isOfKind(row, kind)),
      size,
      after,
    )
  }
  const total = async () => {
    const [row] = await ctx.db
      .select({ count: count() })
      .from(entry)
      .where(and(eq(entry.kind, kind), visible(ctx.viewer)))
    return row?.count ?? 0
  }
  return { items: once(items), total }
}

/**
 * A page of the entries that stand in a relation to an entry, in order of their titles.
 * @throws InvalidInput for a size out of bounds or a foreign cursor
 */
export const listRelated = <R extends RelationName>(
  ctx: Reading,
  relation: R,
  owner: string,
  args: PageArgs,
): Page<EntryRow<(typeof relations)[R]['kind']>> => {
  const size = sizeOf(args, ctx)
  const after = afterOf(args)
  const kind: (typeof relations)[R]['kind'] = relations[relation].kind
  const items = async () => {
    const ids = await ctx.loaders.related.load({ relation, owner, first: size + 1, after })
    return itemsOf(await loadEntries(ctx, kind, ids), size, after)
  }
  return { items: once(items), total: () => ctx.loaders.relatedCount.load({ relation, owner }) }
}
