import type { CheckAnswer, NetworkRule, Recommendation, RemarkState } from '@hansa/domain/curation'
import type { HistoryStep, RevisionState } from '@hansa/domain/workflow'
import { sql } from 'drizzle-orm'
import {
  bigint,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { instant, localized } from './columns.ts'
import { entry } from './entry.ts'
import { member } from './member.ts'
import { network } from './network.ts'

/** What an entry is to say, field by field, as its authors typed it: also what is not right yet. */
export type RevisionContent = Record<string, unknown>

/** The answer to one question of a checklist, with who gave it. */
export type StoredAnswer = { answer: CheckAnswer; note: string; by: string; at: string }

/** What somebody said to a remark. */
export type StoredReply = { by: string; at: string; text: string }

const entryId = () =>
  text('entry_id')
    .notNull()
    .references(() => entry.id)

const revisionId = () =>
  text('revision_id')
    .notNull()
    .references(() => revision.id)

/** What is being written of an entry, beside what is published of it. */
export const revision = pgTable(
  'revision',
  {
    id: text().primaryKey(),
    entryId: entryId(),
    state: text().$type<RevisionState>().notNull(),
    content: jsonb().$type<RevisionContent>().notNull(),
    // What was published when it was begun; null where nothing was.
    base: jsonb().$type<RevisionContent>(),
    title: localized('title'),
    // Folded title, to be searched.
    titleKey: text('title_key').notNull(),
    // Rises with every change of the content.
    version: integer().notNull().default(1),
    checklist: jsonb().$type<Record<string, StoredAnswer>>().notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => member.id),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    // Since when it is in its state.
    since: instant('since').notNull(),
    // When it was submitted first: from then on it is seen by those who curate it.
    submittedAt: instant('submitted_at'),
    publishAt: instant('publish_at'),
  },
  (table) => [
    uniqueIndex('revision_open')
      .on(table.entryId)
      .where(sql`${table.state} in ('draft', 'submitted', 'in_review', 'changes_requested', 'accepted')`),
    index('revision_entry').on(table.entryId),
    index('revision_queue').on(table.state, table.since, table.id),
    index('revision_creator').on(table.createdBy),
    index('revision_publish_at').on(table.publishAt),
  ],
)

/** One saving of a revision: which fields it changed, from what to what. Tells who wrote any of it. */
export const revisionChange = pgTable(
  'revision_change',
  {
    revisionId: revisionId(),
    version: integer().notNull(),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    at: instant('at').notNull(),
    before: jsonb().$type<RevisionContent>().notNull(),
    after: jsonb().$type<RevisionContent>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.revisionId, table.version] }),
    index('revision_change_member').on(table.memberId),
  ],
)

/** What was done to a revision or an entry on its way: who, when and why. Rows are only ever added. */
export const revisionStep = pgTable(
  'revision_step',
  {
    seq: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    entryId: entryId(),
    // Null for what is done to the entry as a whole.
    revisionId: text('revision_id').references(() => revision.id),
    step: text().$type<HistoryStep>().notNull(),
    from: text().$type<RevisionState>(),
    to: text().$type<RevisionState>(),
    at: instant('at').notNull(),
    // As the audit trail names whoever did it.
    actor: text().notNull(),
    // The organisation, city or network in whose name it was done, as far as there is one.
    actingFor: text('acting_for').references(() => entry.id),
    reason: text(),
    // The member or entry it concerns besides: a reviewer, or the entry that another was merged into.
    otherId: text('other_id'),
    publishAt: instant('publish_at'),
  },
  (table) => [
    index('revision_step_entry').on(table.entryId, table.seq),
    index('revision_step_revision').on(table.revisionId, table.seq),
    index('revision_step_actor').on(table.actor),
  ],
)

/** What a reviewer finds. */
export const review = pgTable(
  'review',
  {
    id: text().primaryKey(),
    revisionId: revisionId(),
    reviewerId: text('reviewer_id')
      .notNull()
      .references(() => member.id),
    assignedBy: text('assigned_by').notNull(),
    assignedAt: instant('assigned_at').notNull(),
    answers: jsonb().$type<Record<string, StoredAnswer>>().notNull(),
    recommendation: text().$type<Recommendation>(),
    text: text().notNull().default(''),
    // Until then it is hers alone.
    givenAt: instant('given_at'),
  },
  (table) => [
    uniqueIndex('review_once').on(table.revisionId, table.reviewerId),
    index('review_reviewer').on(table.reviewerId, table.givenAt),
  ],
)

/** What somebody remarks on one field of a revision. */
export const remark = pgTable(
  'remark',
  {
    id: text().primaryKey(),
    revisionId: revisionId(),
    field: text().notNull(),
    text: text().notNull(),
    // The text she would put there.
    suggestion: jsonb().$type<{ language: string; text: string }>(),
    state: text().$type<RemarkState>().notNull().default('open'),
    replies: jsonb().$type<StoredReply[]>().notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => member.id),
    createdAt: instant('created_at').notNull(),
    settledBy: text('settled_by').references(() => member.id),
    settledAt: instant('settled_at'),
  },
  (table) => [
    index('remark_revision').on(table.revisionId, table.createdAt),
    index('remark_creator').on(table.createdBy),
  ],
)

/** How a network curates what belongs to it; without a row the usual rule holds. */
export const networkRule = pgTable('network_rule', {
  networkId: text('network_id')
    .primaryKey()
    .references(() => network.id, { onDelete: 'cascade' }),
  checklist: jsonb().$type<NetworkRule['checklist']>().notNull(),
  confirmMonths: integer('confirm_months').notNull(),
  confirmMonthsEnded: integer('confirm_months_ended').notNull(),
  /** Grows with every save, so that nobody saves over what she has not seen. */
  version: integer().notNull().default(1),
  updatedAt: instant('updated_at').notNull(),
})

/** An entry that was merged into another; its id leads there for ever. */
export const entryRedirect = pgTable(
  'entry_redirect',
  {
    fromId: text('from_id')
      .primaryKey()
      .references(() => entry.id),
    toId: text('to_id')
      .notNull()
      .references(() => entry.id),
    at: instant('at').notNull(),
  },
  (table) => [index('entry_redirect_to').on(table.toId)],
)

/** That those who keep an entry were reminded to confirm it: once for each day it is due and each distance from it. */
export const confirmationReminder = pgTable(
  'confirmation_reminder',
  {
    entryId: entryId(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    offset: integer('offset_days').notNull(),
    at: instant('at').notNull(),
    memberIds: jsonb('member_ids').$type<string[]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.entryId, table.dueOn, table.offset] })],
)
