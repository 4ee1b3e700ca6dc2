import { schema } from '@hansa/db'
import { kindNames } from '@hansa/domain/kind'
import { parse } from '@hansa/domain/parse'
import { authorize, can } from '@hansa/domain/permissions'
import { sortKeyOf } from '@hansa/domain/slug'
import { and, asc, count, eq, inArray, isNotNull, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { isOfNetworks, subjectAt } from '../affiliation/affiliation.rows.ts'
import type { Context } from '../context.ts'
import { cursorOf, positionOf } from '../entry/entry.cursor.ts'
import { type Page, type PageArgs, sizeOf } from '../graphql/connection.ts'
import { once } from '../once.ts'
import { type CuratedEntry, curatedColumns } from './entry-state.service.ts'
import { decidedBy } from './queue.reader.ts'

const { entry } = schema

type Reading = Pick<Context, 'db' | 'viewer' | 'limits'>

/** States of entries that curators keep; what was never published waits in their queue. */
export const keptStates = ['published', 'archived'] as const

/** Which entries to show; everything given must hold. */
export const CuratedFilter = z.strictObject({
  kind: z.enum(kindNames).nullish(),
  state: z.enum(keptStates).nullish(),
  /** Id of a network: what belongs to it. */
  network: z.string().max(60).nullish(),
  isFeatured: z.boolean().nullish(),
  /** Words of the title. */
  text: z.string().max(200).nullish(),
})
export type CuratedFilter = z.infer<typeof CuratedFilter>

const words = (text: string): SQL[] =>
  sortKeyOf(text)
    .split(' ')
    .filter((word) => word !== '')
    // A folded word holds letters and digits alone: nothing in it is a wildcard.
    .map((word) => sql`${entry.sortKey} like ${`%${word}%`}`)

/**
 * A page of published and archived entries that the viewer decides about, in order of their titles.
 * @throws Unauthenticated, Forbidden; InvalidInput for a filter, a size out of bounds or a foreign cursor
 */
export const listCurated = (ctx: Reading, input: object, args: PageArgs): Page<CuratedEntry> => {
  authorize(ctx.viewer, 'curation.read')
  const { kind, state, network, isFeatured, text } = parse(CuratedFilter, input)
  const size = sizeOf(args, ctx)
  const after = args.after == null ? null : positionOf(args.after)
  const where = and(
    inArray(entry.state, state ? [state] : [...keptStates]),
    decidedBy(ctx.viewer, entry.id),
    kind ? eq(entry.kind, kind) : undefined,
    network ? isOfNetworks(entry.id, [network]) : undefined,
    isFeatured ? isNotNull(entry.featuredAt) : undefined,
    ...words(text ?? ''),
  )
  const items = async () => {
    const from = after ? sql`(${entry.sortKey}, ${entry.id}) > (${after.sortKey}, ${after.id})` : undefined
    const rows = await ctx.db
      .select({ ...curatedColumns, sortKey: entry.sortKey })
      .from(entry)
      .where(and(where, from))
      .orderBy(asc(entry.sortKey), asc(entry.id))
      .limit(size + 1)
    const shown = rows.slice(0, size)
    return {
      nodes: shown,
      cursors: shown.map(({ sortKey, id }) => cursorOf({ sortKey, id })),
      hasNextPage: rows.length > size,
      hasPreviousPage: after !== null,
    }
  }
  const total = async () => (await ctx.db.select({ count: count() }).from(entry).where(where))[0]?.count ?? 0
  return { items: once(items), total }
}

/** An entry as those see it who curate or confirm it; null for anybody else, and where there is none. */
export const findCurated = async (
  { db, viewer }: Pick<Context, 'db' | 'viewer'>,
  id: string,
): Promise<CuratedEntry | null> => {
  const subject = await subjectAt(db, id)
  if (!can(viewer, 'entry.curate', subject) && !can(viewer, 'entry.confirm', subject)) return null
  const [row] = await db.select(curatedColumns).from(entry).where(eq(entry.id, id))
  return row && row.state !== 'draft' ? row : null
}
