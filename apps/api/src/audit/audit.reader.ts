import { type Db, schema } from '@hansa/db'
import type { Origin } from '@hansa/domain/origin'
import { parse } from '@hansa/domain/parse'
import { authorize, type Subject, type Viewer } from '@hansa/domain/permissions'
import { leads } from '@hansa/domain/roles'
import { and, count, desc, eq, gte, lt, or, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Context } from '../context.ts'
import { cursorOf, positionOf } from '../entry/entry.cursor.ts'
import { type Page, type PageArgs, sizeOf } from '../graphql/connection.ts'

const { audit, member } = schema

const plain = z
  .string()
  .max(100)
  .regex(/^[\w:./-]+$/, 'is no id or name')

/** What the trail can be narrowed to; everything given must hold. */
export const AuditFilter = z.strictObject({
  /** Id of an entry or member: what was done to it. */
  entry: plain.nullish(),
  /** Id of a member: what she did, what was done to her, and what concerns her. */
  member: plain.nullish(),
  /** An action, such as `affiliation.confirmed`, or the word before the dot. */
  action: plain.nullish(),
  /** The first and the last day, in UTC. */
  from: z.iso.date().nullish(),
  to: z.iso.date().nullish(),
})
export type AuditFilter = z.infer<typeof AuditFilter>

/** One act in the trail as a viewer sees it. */
export type AuditRecord = Omit<typeof audit.$inferSelect, 'origin'> & {
  /** Name of the member who acted; null for visitors, the system, and former members. */
  actorName: string | null
  /** Whether whoever acted has been erased since. */
  byFormerMember: boolean
  origin: Origin | null
}

/** What of the trail a viewer must be allowed to read for a filter. */
const subjectOf = ({ entry, member: memberId }: AuditFilter): Subject => ({
  ...(entry && { entry }),
  ...(memberId && { member: memberId }),
})

const dayMs = 86_400_000

const conditions = ({ entry, member: memberId, action, from, to }: AuditFilter): SQL | undefined =>
  and(
    entry ? eq(audit.entryId, entry) : undefined,
    memberId
      ? or(eq(audit.actor, memberId), eq(audit.entryId, memberId), eq(audit.memberId, memberId))
      : undefined,
    action ? or(eq(audit.action, action), sql`split_part(${audit.action}, '.', 1) = ${action}`) : undefined,
    from ? gte(audit.at, new Date(from)) : undefined,
    to ? lt(audit.at, new Date(new Date(to).getTime() + dayMs)) : undefined,
  )

/** From where somebody acted is for herself and for administrators; from where strangers tried an account, for its member. */
const showsOrigin = (viewer: Viewer, { actor, entryId }: { actor: string; entryId: string }): boolean => {
  if (viewer.kind !== 'member') return viewer.kind === 'system'
  return viewer.isAdministrator || actor === viewer.id || (actor === 'visitor' && entryId === viewer.id)
}

/** What was before and after is for who leads the entry acted on, or is the member acted on; not for who only acted. */
const showsContent = (viewer: Viewer, entryId: string): boolean => {
  if (viewer.kind !== 'member') return viewer.kind === 'system'
  return viewer.isAdministrator || entryId === viewer.id || leads(viewer, entryId)
}

type Reading = Pick<Context, 'db' | 'viewer'>

const selectRecords = async (
  { db, viewer }: Reading,
  filter: AuditFilter,
  { before, limit }: { before: number | null; limit: number },
): Promise<AuditRecord[]> => {
  const rows = await db
    .select({ record: audit, name: member.name, state: member.state })
    .from(audit)
    .leftJoin(member, eq(member.id, audit.actor))
    .where(and(conditions(filter), before === null ? undefined : lt(audit.seq, before)))
    .orderBy(desc(audit.seq))
    .limit(limit)
  return rows.map(({ record, name, state }) => {
    const content = showsContent(viewer, record.entryId)
    return {
      ...record,
      before: content ? record.before : null,
      after: content ? record.after : null,
      origin: showsOrigin(viewer, record) ? record.origin : null,
      actorName: name || null,
      byFormerMember: state === 'erased',
    }
  })
}

const countRecords = async (db: Db, filter: AuditFilter): Promise<number> => {
  const [row] = await db.select({ count: count() }).from(audit).where(conditions(filter))
  return row?.count ?? 0
}

const positionIn = (cursor: string): number => {
  const { id } = positionOf(cursor)
  return /^\d{1,15}$/.test(id) ? Number(id) : 0
}

/**
 * A page of the audit trail, the newest first. Administrators read all of it, who leads an entry what concerns it, and
 * everybody what concerns herself.
 * @throws Unauthenticated, Forbidden; InvalidInput for a filter, a size out of bounds or a foreign cursor
 */
export const listAudit = (
  ctx: Reading & Pick<Context, 'limits'>,
  input: object,
  args: PageArgs,
): Page<AuditRecord> => {
  const filter = parse(AuditFilter, input)
  authorize(ctx.viewer, 'audit.read', subjectOf(filter))
  const size = sizeOf(args, ctx)
  const before = args.after == null ? null : positionIn(args.after)
  const read = async () => {
    const rows = await selectRecords(ctx, filter, { before, limit: size + 1 })
    const nodes = rows.slice(0, size)
    return {
      nodes,
      cursors: nodes.map((row) => cursorOf({ sortKey: 'audit', id: String(row.seq) })),
      hasNextPage: rows.length > size,
      hasPreviousPage: before !== null,
    }
  }
  let items: ReturnType<typeof read> | undefined
  return {
    items: () => {
      items ??= read()
      return items
    },
    total: () => countRecords(ctx.db, filter),
  }
}

/** Longest part of the trail that is given as one table, in rows. */
export const longestTable = 10_000

/**
 * The newest rows of the trail that fit a filter, at most 10,000.
 * @throws Unauthenticated, Forbidden, InvalidInput
 */
export const readAudit = async (ctx: Reading, input: object): Promise<AuditRecord[]> => {
  const filter = parse(AuditFilter, input)
  authorize(ctx.viewer, 'audit.read', subjectOf(filter))
  return await selectRecords(ctx, filter, { before: null, limit: longestTable })
}
