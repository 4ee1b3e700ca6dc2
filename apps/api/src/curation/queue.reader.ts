import { schema } from '@hansa/db'
import { leadingFunction } from '@hansa/domain/affiliation'
import { type WrittenKind, writtenKinds } from '@hansa/domain/fiche'
import { isEntryId } from '@hansa/domain/id'
import { kindOfId, kinds } from '@hansa/domain/kind'
import { parse } from '@hansa/domain/parse'
import { authorize, type Viewer } from '@hansa/domain/permissions'
import { leads } from '@hansa/domain/roles'
import { sortKeyOf } from '@hansa/domain/slug'
import { openStates, type RevisionState, revisionStates, type Turn, turns } from '@hansa/domain/workflow'
import { and, asc, count, eq, inArray, isNotNull, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { z } from 'zod'
import { isOfNetworks } from '../affiliation/affiliation.rows.ts'
import type { Context } from '../context.ts'
import { cursorOf, positionOf } from '../entry/entry.cursor.ts'
import { type Page, type PageArgs, sizeOf } from '../graphql/connection.ts'
import { once } from '../once.ts'
import { type CuratedEntry, curatedColumns } from './entry-state.service.ts'
import { dayOf } from './publish.service.ts'
import type { RevisionRow } from './revision.rows.ts'

const { entry, revision } = schema

const NetworkId = z
  .string()
  .refine((id) => isEntryId(id) && kindOfId(id) === 'network', 'is not the id of a network')

const networkFrom = (network: string | null | undefined): string | null =>
  parse(z.object({ network: NetworkId.nullish() }), { network }).network ?? null

/** What of the queue to show; everything given must hold. */
export const QueueFilter = z.strictObject({
  states: z.array(z.enum(revisionStates)).nullish(),
  turn: z.enum(turns).nullish(),
  kind: z.enum(writtenKinds).nullish(),
  /** Id of a network: what belongs to it. */
  network: NetworkId.nullish(),
  /** Words of the title. */
  text: z.string().max(200).nullish(),
})
export type QueueFilter = z.infer<typeof QueueFilter>

type Reading = Pick<Context, 'db' | 'viewer' | 'limits' | 'clock'>

/** A condition that a viewer decides about an entry: says in SQL what the rule of `entry.curate` says. */
export const decidedBy = (viewer: Viewer, entryId: SQLWrapper): SQL | undefined => {
  if (viewer.kind === 'system') return undefined
  if (viewer.kind === 'visitor') return sql`false`
  if (viewer.isAdministrator) return undefined
  const led = viewer.affiliations.map((one) => one.entryId).filter((id) => leads(viewer, id))
  const networks = led.filter((id) => leadingFunction(id) === 'curator')
  return networks.length > 0 ? isOfNetworks(entryId, networks) : sql`false`
}

const openReviews = sql`(select count(*) from review v where v.revision_id = ${revision.id} and v.given_at is null)`

/** Says in SQL what `turnOf` says of one revision. */
const isTurnOf: Readonly<Record<Turn, SQL>> = {
  author: sql`${revision.state} in ('draft', 'changes_requested')`,
  reviewer: sql`${revision.state} = 'in_review' and ${openReviews} > 0`,
  curator: sql`(${revision.state} = 'submitted' or (${revision.state} = 'in_review' and ${openReviews} = 0) or (${revision.state} = 'accepted' and ${revision.publishAt} is null))`,
  clock: sql`${revision.state} = 'accepted' and ${revision.publishAt} is not null`,
  nobody: sql`${revision.state} in ('published', 'withdrawn', 'rejected')`,
}

const idsLike = (kind: WrittenKind): string => `${kinds[kind].prefix}\\_%`

const words = (text: string): SQL[] =>
  sortKeyOf(text)
    .split(' ')
    .filter((word) => word !== '')
    // A folded word holds letters and digits alone: nothing in it is a wildcard.
    .map((word) => sql`${revision.titleKey} like ${`%${word}%`}`)

/** What a curator may see of what was submitted, as far as it fits a filter. */
const queued = (viewer: Viewer, { states, turn, kind, network, text }: QueueFilter): SQL | undefined =>
  and(
    isNotNull(revision.submittedAt),
    decidedBy(viewer, revision.entryId),
    inArray(revision.state, [...(states ?? openStates)]),
    turn ? isTurnOf[turn] : undefined,
    kind ? sql`${revision.entryId} like ${idsLike(kind)}` : undefined,
    network ? isOfNetworks(revision.entryId, [network]) : undefined,
    ...words(text ?? ''),
  )

const instantOf = (text: string): Date => {
  const at = new Date(text)
  return Number.isNaN(at.getTime()) ? new Date(0) : at
}

/** Pages of revisions in the order of an instant, either way. */
const pageOf = (
  ctx: Reading,
  where: SQL | undefined,
  { by, newestFirst }: { by: 'since' | 'updatedAt'; newestFirst: boolean },
  args: PageArgs,
): Page<RevisionRow> => {
  const size = sizeOf(args, ctx)
  const after = args.after == null ? null : positionOf(args.after)
  const column = revision[by]
  const direction = newestFirst ? sql`desc` : sql`asc`
  const items = async () => {
    const beyond = newestFirst ? sql`<` : sql`>`
    const from = after
      ? sql`(${column}, ${revision.id}) ${beyond} (${instantOf(after.sortKey).toISOString()}::timestamptz, ${after.id})`
      : undefined
    const rows = await ctx.db
      .select()
      .from(revision)
      .where(and(where, from))
      .orderBy(sql`${column} ${direction}`, sql`${revision.id} ${direction}`)
      .limit(size + 1)
    const nodes = rows.slice(0, size)
    return {
      nodes,
      cursors: nodes.map((row) => cursorOf({ sortKey: row[by].toISOString(), id: row.id })),
      hasNextPage: rows.length > size,
      hasPreviousPage: after !== null,
    }
  }
  const total = async () =>
    (await ctx.db.select({ count: count() }).from(revision).where(where))[0]?.count ?? 0
  return { items: once(items), total }
}

/**
 * A page of what was submitted to the viewer as a curator: what waits longest first.
 * @throws Unauthenticated, Forbidden; InvalidInput for a filter, a size out of bounds or a foreign cursor
 */
export const listQueue = (ctx: Reading, input: object, args: PageArgs): Page<RevisionRow> => {
  authorize(ctx.viewer, 'curation.read')
  const where = queued(ctx.viewer, parse(QueueFilter, input))
  return pageOf(ctx, where, { by: 'since', newestFirst: false }, args)
}

/**
 * A page of what the viewer writes or wrote any of, the newest first.
 * @throws Unauthenticated, Forbidden, InvalidInput
 */
export const listOwnWriting = (ctx: Reading, input: object, args: PageArgs): Page<RevisionRow> => {
  const id = ctx.viewer.kind === 'member' ? ctx.viewer.id : ''
  authorize(ctx.viewer, 'account.read', { member: id })
  const { states, kind, text } = parse(QueueFilter.pick({ states: true, kind: true, text: true }), input)
  const saved = sql`exists (select from revision_change c where c.revision_id = ${revision.id} and c.member_id = ${id})`
  const where = and(
    or(eq(revision.createdBy, id), saved),
    states ? inArray(revision.state, [...states]) : undefined,
    kind ? sql`${revision.entryId} like ${idsLike(kind)}` : undefined,
    ...words(text ?? ''),
  )
  return pageOf(ctx, where, { by: 'updatedAt', newestFirst: true }, args)
}

/**
 * A page of published entries whose confirmation is overdue, those overdue for longest first.
 * @throws Unauthenticated, Forbidden; InvalidInput
 */
export const listStale = (
  ctx: Reading,
  { network }: { network?: string | null | undefined },
  args: PageArgs,
): Page<CuratedEntry> => {
  authorize(ctx.viewer, 'curation.read')
  const size = sizeOf(args, ctx)
  const after = args.after == null ? null : positionOf(args.after)
  const where = staleWhere(ctx, networkFrom(network))
  const items = async () => {
    const from = after
      ? sql`(${entry.confirmationDueAt}::text, ${entry.id}) > (${after.sortKey}, ${after.id})`
      : undefined
    const rows = await ctx.db
      .select(curatedColumns)
      .from(entry)
      .where(and(where, from))
      .orderBy(asc(entry.confirmationDueAt), asc(entry.id))
      .limit(size + 1)
    const nodes = rows.slice(0, size)
    return {
      nodes,
      cursors: nodes.map(({ confirmationDueAt, id }) => cursorOf({ sortKey: confirmationDueAt ?? '', id })),
      hasNextPage: rows.length > size,
      hasPreviousPage: after !== null,
    }
  }
  const total = async () => (await ctx.db.select({ count: count() }).from(entry).where(where))[0]?.count ?? 0
  return { items: once(items), total }
}

const staleWhere = ({ viewer, clock }: Reading, network: string | null | undefined): SQL | undefined =>
  and(
    eq(entry.state, 'published'),
    sql`${entry.confirmationDueAt} < ${dayOf(clock.now())}::date`,
    decidedBy(viewer, entry.id),
    network ? isOfNetworks(entry.id, [network]) : undefined,
  )

/** How many revisions are in a state, and for how many days half of them have been at least. */
export type StateFigure = { state: RevisionState; count: number; medianDays: number }
export type Figures = { states: StateFigure[]; overdue: number; published: number }

/**
 * What is in the viewer's queue in figures.
 * @throws Unauthenticated, Forbidden
 */
export const readFigures = async (
  ctx: Reading,
  { network: given }: { network?: string | null | undefined },
): Promise<Figures> => {
  authorize(ctx.viewer, 'curation.read')
  const network = networkFrom(given)
  const age = sql`extract(epoch from (${ctx.clock.now().toISOString()}::timestamptz - ${revision.since})) / 86400`
  const rows = await ctx.db
    .select({
      state: revision.state,
      count: count(),
      medianDays: sql`percentile_cont(0.5) within group (order by ${age})`.mapWith(Number),
    })
    .from(revision)
    .where(queued(ctx.viewer, { network }))
    .groupBy(revision.state)
  const found = new Map(rows.map((row) => [row.state, row]))
  const countEntries = async (where: SQL | undefined) =>
    (await ctx.db.select({ count: count() }).from(entry).where(where))[0]?.count ?? 0
  return {
    states: openStates.slice(1).map((state) => found.get(state) ?? { state, count: 0, medianDays: 0 }),
    overdue: await countEntries(staleWhere(ctx, network)),
    published: await countEntries(
      and(
        eq(entry.state, 'published'),
        decidedBy(ctx.viewer, entry.id),
        network ? isOfNetworks(entry.id, [network]) : undefined,
      ),
    ),
  }
}
