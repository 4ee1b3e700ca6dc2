import { schema } from '@hansa/db'
import { visibleTo } from '@hansa/domain/permissions'
import DataLoader from 'dataloader'
import { and, asc, eq, getTableColumns, inArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { among, grouped, maxBatchSize, type Reader } from '../entry/entry.loaders.ts'

const { assessment, commitment, entry, frameworkItem } = schema

export type ItemRow = typeof frameworkItem.$inferSelect
export type AssessmentRow = typeof assessment.$inferSelect
export type CommitmentRow = typeof commitment.$inferSelect

const loadItems = async ({ db }: Reader, ids: readonly string[]): Promise<ItemRow[][]> => {
  const rows = await db
    .select()
    .from(frameworkItem)
    .where(among(frameworkItem.entryId, ids))
    .orderBy(asc(frameworkItem.entryId), asc(frameworkItem.position))
  return grouped(ids, rows, (row) => row.entryId)
}

type Side = 'entryId' | 'subject'

/** Assessments of which the viewer may see framework and subject; the newest first. */
const loadAssessments = async ({ db, viewer }: Reader, side: Side, ids: readonly string[]) => {
  const framework = alias(entry, 'framework_entry')
  const subject = alias(entry, 'subject_entry')
  const states = visibleTo(viewer)
  const rows = await db
    .select(getTableColumns(assessment))
    .from(assessment)
    .innerJoin(framework, and(eq(framework.id, assessment.entryId), inArray(framework.state, states)))
    .innerJoin(subject, and(eq(subject.id, assessment.subject), inArray(subject.state, states)))
    .where(among(assessment[side], ids))
    .orderBy(sql`${assessment.date} desc nulls last`, asc(assessment.entryId), asc(assessment.position))
  return grouped(ids, rows, (row) => row[side])
}

/** Commitments of which the viewer may see framework and subject. */
const loadCommitments = async ({ db, viewer }: Reader, side: Side, ids: readonly string[]) => {
  const framework = alias(entry, 'framework_entry')
  const subject = alias(entry, 'subject_entry')
  const states = visibleTo(viewer)
  const rows = await db
    .select(getTableColumns(commitment))
    .from(commitment)
    .innerJoin(framework, and(eq(framework.id, commitment.entryId), inArray(framework.state, states)))
    .innerJoin(subject, and(eq(subject.id, commitment.subject), inArray(subject.state, states)))
    .where(among(commitment[side], ids))
    .orderBy(asc(commitment.entryId), asc(commitment.position))
  return grouped(ids, rows, (row) => row[side])
}

/** Batched reads of what hangs on frameworks, from the framework or from the place it is about. */
export const createFrameworkLoaders = (reader: Reader) => ({
  items: new DataLoader((ids: readonly string[]) => loadItems(reader, ids), { maxBatchSize }),
  assessmentsUnder: new DataLoader((ids: readonly string[]) => loadAssessments(reader, 'entryId', ids), {
    maxBatchSize,
  }),
  assessmentsOf: new DataLoader((ids: readonly string[]) => loadAssessments(reader, 'subject', ids), {
    maxBatchSize,
  }),
  commitmentsUnder: new DataLoader((ids: readonly string[]) => loadCommitments(reader, 'entryId', ids), {
    maxBatchSize,
  }),
  commitmentsOf: new DataLoader((ids: readonly string[]) => loadCommitments(reader, 'subject', ids), {
    maxBatchSize,
  }),
})
