import { can } from '@hansa/domain/permissions'
import type { Context } from '../context.ts'
import { builder } from '../graphql/builder.ts'
import { pageArgs, pageCost } from '../graphql/connection.ts'
import { NetworkRuleType } from './check.graphql.ts'
import { CuratedEntryConnection } from './curated-entry.graphql.ts'
import { WrittenKindEnum } from './fiche.graphql.ts'
import {
  type Figures,
  listOwnWriting,
  listQueue,
  listStale,
  readFigures,
  type StateFigure,
} from './queue.reader.ts'
import { ReviewType } from './review.graphql.ts'
import { listOwnReviews } from './review.reader.ts'
import { type Candidate, findReviewers } from './reviewers.reader.ts'
import { RevisionConnection, TranslatableType } from './revision.graphql.ts'
import { RevisionType } from './revision.ref.ts'
import { findOpen, findRevision, type RevisionRow, revisionSubject } from './revision.rows.ts'
import { RevisionStateEnum, TurnEnum } from './revision.types.ts'
import { findRule } from './rule.service.ts'
import { textsLacking } from './translation.service.ts'

const readable = async (ctx: Context, row: RevisionRow | null): Promise<RevisionRow | null> =>
  row && can(ctx.viewer, 'revision.read', await revisionSubject(ctx.db, row)) ? row : null

const QueueFilterInput = builder.inputType('QueueFilter', {
  description: 'What of the queue to show; everything given must hold.',
  fields: (t) => ({
    states: t.field({
      type: [RevisionStateEnum],
      description: 'In one of these states; all open ones unless told.',
    }),
    turn: t.field({ type: TurnEnum, description: 'Whose turn it is.' }),
    kind: t.field({ type: WrittenKindEnum, description: 'The kind of the entry.' }),
    network: t.id({ description: 'Id of a network: what belongs to it.' }),
    text: t.string({ description: 'Words of the title.' }),
  }),
})

const StateFigureType = builder.objectRef<StateFigure>('StateFigure').implement({
  description: 'How much is in a state.',
  fields: (t) => ({
    state: t.field({ type: RevisionStateEnum, description: 'The state.', resolve: (one) => one.state }),
    count: t.exposeInt('count', { description: 'How many revisions.' }),
    medianDays: t.exposeFloat('medianDays', {
      description: 'For how many days half of them have been in it at least.',
    }),
  }),
})

const FiguresType = builder.objectRef<Figures>('CurationFigures').implement({
  description: 'What the viewer curates, in figures.',
  fields: (t) => ({
    states: t.field({ type: [StateFigureType], description: 'By state.', resolve: (one) => one.states }),
    overdue: t.exposeInt('overdue', { description: 'Published entries whose confirmation is overdue.' }),
    published: t.exposeInt('published', { description: 'Published entries.' }),
  }),
})

const CandidateType = builder.objectRef<Candidate>('ReviewerCandidate').implement({
  description: 'Somebody who offers to review.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Her public id.' }),
    name: t.exposeString('name', { description: 'Her name.' }),
    openReviews: t.exposeInt('openReviews', { description: 'How many reviews she has still to give.' }),
  }),
})

builder.queryFields((t) => ({
  revision: t.field({
    type: RevisionType,
    nullable: true,
    description: 'A revision by its id; null when there is none that the viewer may read.',
    args: { id: t.arg.id({ required: true, description: 'Its id.' }) },
    resolve: async (_, { id }, ctx) => await readable(ctx, await findRevision(ctx.db, id)),
  }),
  revisionOf: t.field({
    type: RevisionType,
    nullable: true,
    description:
      'The revision of an entry that is under way; null when there is none that the viewer may read.',
    args: { entry: t.arg.id({ required: true, description: 'Id of the entry.' }) },
    resolve: async (_, { entry }, ctx) => await readable(ctx, await findOpen(ctx.db, entry)),
  }),
  ownWriting: t.field({
    type: RevisionConnection,
    description: 'What the viewer writes or wrote any of, the newest first.',
    args: {
      states: t.arg({
        type: [RevisionStateEnum],
        description: 'In one of these states; in all unless told.',
      }),
      kind: t.arg({ type: WrittenKindEnum, description: 'The kind of the entry.' }),
      text: t.arg.string({ description: 'Words of the title.' }),
      ...pageArgs,
    },
    complexity: pageCost,
    resolve: (_, { states, kind, text, ...args }, ctx) => listOwnWriting(ctx, { states, kind, text }, args),
  }),
  ownReviews: t.field({
    type: [ReviewType],
    description:
      'Reviews that the viewer was asked for and has still to give, the oldest first; the first hundred.',
    complexity: { field: 1, multiplier: 20 },
    resolve: (_, __, ctx) => listOwnReviews(ctx),
  }),
  curationQueue: t.field({
    type: RevisionConnection,
    description: 'What was submitted to the viewer as a curator, what waits longest first.',
    args: { filter: t.arg({ type: QueueFilterInput, description: 'What to show.' }), ...pageArgs },
    complexity: pageCost,
    resolve: (_, { filter, ...args }, ctx) => listQueue(ctx, { ...filter }, args),
  }),
  staleEntries: t.field({
    type: CuratedEntryConnection,
    description:
      'Published entries of the viewer as a curator whose confirmation is overdue, the longest first.',
    args: { network: t.arg.id({ description: 'Id of a network: what belongs to it.' }), ...pageArgs },
    complexity: pageCost,
    resolve: (_, { network, ...args }, ctx) => listStale(ctx, { network }, args),
  }),
  curationFigures: t.field({
    type: FiguresType,
    description: 'What the viewer curates, in figures.',
    args: { network: t.arg.id({ description: 'Id of a network: what belongs to it.' }) },
    complexity: 50,
    resolve: (_, { network }, ctx) => readFigures(ctx, { network }),
  }),
  reviewersFor: t.field({
    type: [CandidateType],
    description:
      'Members who offer to review and wrote nothing of a revision; the first fifty, for its curators.',
    args: {
      revision: t.arg.id({ required: true, description: 'Id of the revision.' }),
      text: t.arg.string({ description: 'Words of a name or position.' }),
      expertise: t.arg.id({ description: 'Id of a policy area or component.' }),
    },
    complexity: { field: 1, multiplier: 20 },
    resolve: (_, { revision, ...args }, ctx) => findReviewers(ctx, { id: revision, ...args }),
  }),
  networkRule: t.field({
    type: NetworkRuleType,
    description: 'How a network curates; the usual rule where it has set none.',
    args: { network: t.arg.id({ required: true, description: 'Id of the network.' }) },
    resolve: (_, { network }, ctx) => findRule(ctx.db, network),
  }),
  textsToTranslate: t.field({
    type: [TranslatableType],
    description: 'Texts of a published entry that lack a language, or have it from a machine alone.',
    args: {
      entry: t.arg.id({ required: true, description: 'Id of the entry.' }),
      language: t.arg.string({ required: true, description: 'The language (BCP 47).' }),
    },
    complexity: { field: 10, multiplier: 10 },
    resolve: (_, args, ctx) => textsLacking(ctx, args),
  }),
}))
