import { type Db, schema } from '@hansa/db'
import type { Subject } from '@hansa/domain/permissions'
import { publicSteps } from '@hansa/domain/workflow'
import DataLoader from 'dataloader'
import { and, asc, count, eq, inArray, isNull, sql } from 'drizzle-orm'
import { among, grouped, maxBatchSize, type Reader } from '../entry/entry.loaders.ts'
import { findRevision, revisionSubject } from './revision.rows.ts'

const { member, profile, remark, review, revision, revisionStep } = schema

/** Somebody who takes part in curating an entry, as the others who do see her. */
export type Participant = { id: string; name: string | null; isFormer: boolean }

export type StepRow = typeof revisionStep.$inferSelect
export type ReviewRow = typeof review.$inferSelect
export type RemarkRow = typeof remark.$inferSelect

/** One line of what everybody may know of an entry's history. */
export type HistoryLine = Pick<StepRow, 'entryId' | 'step' | 'at' | 'actingFor' | 'otherId'> & {
  /** The name of who did it, where she shows it to everybody. */
  name: string | null
}

const loadParticipants = async (db: Db, ids: readonly string[]): Promise<Participant[]> => {
  const rows = await db
    .select({ id: member.id, name: member.name, state: member.state })
    .from(member)
    .where(among(member.id, ids))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => ({
    id,
    name: byId.get(id)?.name || null,
    isFormer: byId.get(id)?.state === 'erased',
  }))
}

const loadHistory = async (db: Db, ids: readonly string[]): Promise<HistoryLine[][]> => {
  const { entryId, step, at, actingFor, otherId, actor, seq } = revisionStep
  const isShown = sql`${member.state} = 'active' and ${profile.visibility} ->> 'name' = 'public'`
  const rows = await db
    .select({
      entryId,
      step,
      at,
      actingFor,
      otherId,
      name: sql<string | null>`case when ${isShown} then ${member.name} end`,
    })
    .from(revisionStep)
    .leftJoin(member, eq(member.id, actor))
    .leftJoin(profile, eq(profile.memberId, actor))
    .where(and(among(entryId, ids), inArray(step, [...publicSteps])))
    .orderBy(asc(seq))
  return grouped(ids, rows, (row) => row.entryId)
}

const loadOpenReviews = async (db: Db, ids: readonly string[]): Promise<number[]> => {
  const rows = await db
    .select({ id: review.revisionId, count: count() })
    .from(review)
    .where(and(among(review.revisionId, ids), isNull(review.givenAt)))
    .groupBy(review.revisionId)
  const counts = new Map(rows.map((row) => [row.id, row.count]))
  return ids.map((id) => counts.get(id) ?? 0)
}

/** Batched reads of how entries are curated. Whether the viewer may see a revision is asked before. */
export const createCurationLoaders = ({ db }: Reader) => ({
  participant: new DataLoader((ids: readonly string[]) => loadParticipants(db, ids), { maxBatchSize }),
  /** What everybody may know of an entry's history, the oldest first. */
  history: new DataLoader((ids: readonly string[]) => loadHistory(db, ids), { maxBatchSize }),
  /** How many reviews of a revision are still to be given. */
  openReviews: new DataLoader((ids: readonly string[]) => loadOpenReviews(db, ids), { maxBatchSize }),
  /** A revision as the rules see it. Asked for a few at a time, so one by one. */
  revisionSubject: new DataLoader(
    (ids: readonly string[]): Promise<Subject[]> =>
      Promise.all(ids.map(async (id) => await revisionSubject(db, await findRevision(db, id)))),
    { maxBatchSize },
  ),
  revisionSteps: new DataLoader(
    async (ids: readonly string[]) => {
      const rows = await db
        .select()
        .from(revisionStep)
        .where(among(revisionStep.revisionId, ids))
        .orderBy(asc(revisionStep.seq))
      return grouped(ids, rows, (row) => row.revisionId ?? '')
    },
    { maxBatchSize },
  ),
  remarks: new DataLoader(
    async (ids: readonly string[]) => {
      const rows = await db
        .select()
        .from(remark)
        .where(among(remark.revisionId, ids))
        .orderBy(asc(remark.createdAt), asc(remark.id))
      return grouped(ids, rows, (row) => row.revisionId)
    },
    { maxBatchSize },
  ),
  reviews: new DataLoader(
    async (ids: readonly string[]) => {
      const rows = await db
        .select()
        .from(review)
        .where(among(review.revisionId, ids))
        .orderBy(asc(review.assignedAt), asc(review.id))
      return grouped(ids, rows, (row) => row.revisionId)
    },
    { maxBatchSize },
  ),
  revision: new DataLoader(
    async (ids: readonly string[]) => {
      const rows = await db.select().from(revision).where(among(revision.id, ids))
      return ids.map((id) => rows.find((row) => row.id === id) ?? null)
    },
    { maxBatchSize },
  ),
})
