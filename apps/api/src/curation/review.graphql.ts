import { builder } from '../graphql/builder.ts'
import { CheckType } from './check.graphql.ts'
import type { ReviewRow, StepRow } from './curation.loaders.ts'
import { RevisionType } from './revision.ref.ts'
import {
  HistoryStepEnum,
  NamedThingType,
  participant,
  RecommendationEnum,
  RevisionStateEnum,
} from './revision.types.ts'
import { checksOf, showsReview } from './revision.view.ts'
import { ruleFor } from './rule.service.ts'

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

export const ReviewType = builder.objectRef<ReviewRow>('Review').implement({
  description: 'What a reviewer finds. What is not given yet is shown to nobody but her.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Its id: `revw_…`.' }),
    reviewer: t.field(participant('Who was asked.', (row: ReviewRow) => row.reviewerId)),
    assignedAt: t.string({
      description: 'When she was asked (ISO 8601, UTC).',
      resolve: (row) => row.assignedAt.toISOString(),
    }),
    givenAt: t.string({
      nullable: true,
      description: 'When she gave it.',
      resolve: (row) => iso(row.givenAt),
    }),
    recommendation: t.field({
      type: RecommendationEnum,
      nullable: true,
      description: 'What should become of the entry.',
      resolve: (row, _, ctx) => (showsReview(ctx.viewer, row) ? row.recommendation : null),
    }),
    text: t.string({
      nullable: true,
      description: 'Why.',
      resolve: (row, _, ctx) => (showsReview(ctx.viewer, row) ? row.text || null : null),
    }),
    answers: t.field({
      type: [CheckType],
      description: 'Her answers to the checklist.',
      resolve: async (row, _, ctx) => {
        const revision = await ctx.loaders.revision.load(row.revisionId)
        if (!revision || !showsReview(ctx.viewer, row)) return []
        return checksOf((await ruleFor(ctx.db, revision.entryId)).checklist, row.answers)
      },
    }),
    revision: t.field({
      type: RevisionType,
      nullable: true,
      description: 'What she reviews.',
      resolve: (row, _, ctx) => ctx.loaders.revision.load(row.revisionId),
    }),
  }),
})

export const StepType = builder.objectRef<StepRow>('RevisionStep').implement({
  description: 'A step on the way of a revision.',
  fields: (t) => ({
    step: t.field({ type: HistoryStepEnum, description: 'What was done.', resolve: (row) => row.step }),
    from: t.field({
      type: RevisionStateEnum,
      nullable: true,
      description: 'The state before.',
      resolve: (row) => row.from,
    }),
    to: t.field({
      type: RevisionStateEnum,
      nullable: true,
      description: 'The state after.',
      resolve: (row) => row.to,
    }),
    at: t.string({ description: 'When (ISO 8601, UTC).', resolve: (row) => row.at.toISOString() }),
    by: t.field(participant('Who; null for the system.', (row: StepRow) => row.actor)),
    actingFor: t.field({
      type: NamedThingType,
      nullable: true,
      description: 'The organisation, city or network in whose name.',
      resolve: (row) => (row.actingFor ? { id: row.actingFor, type: 'entry' as const } : null),
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why.' }),
    about: t.field(participant('Whom it concerns besides: a reviewer.', (row: StepRow) => row.otherId)),
    publishAt: t.string({
      nullable: true,
      description: 'When it is to be published, where that was set.',
      resolve: (row) => iso(row.publishAt),
    }),
  }),
})
