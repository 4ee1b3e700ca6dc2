import { type Outcome, outcomeOf, outcomeType } from '../account/outcome.graphql.ts'
import { builder } from '../graphql/builder.ts'
import { answerChecklist } from './checklist.service.ts'
import type { RemarkRow, ReviewRow } from './curation.loaders.ts'
import { RemarkType } from './remark.graphql.ts'
import { acceptSuggestion, addRemark, replyToRemark, resolveRemark } from './remark.service.ts'
import { ReviewType } from './review.graphql.ts'
import { assignReviewer, saveReview, unassignReviewer } from './review.service.ts'
import { CheckAnswerEnum, RecommendationEnum } from './revision.types.ts'
import { RevisionOutcomeType, revisionOutcomeOf } from './revision-outcome.graphql.ts'

const ReviewOutcome = outcomeType<ReviewRow>('ReviewOutcome', 'What became of a review.')
builder.objectField(ReviewOutcome, 'review', (t) =>
  t.field({
    type: ReviewType,
    nullable: true,
    description: 'The review as it is now.',
    resolve: (outcome: Outcome<ReviewRow>) => outcome.result,
  }),
)

const RemarkOutcome = outcomeType<RemarkRow>('RemarkOutcome', 'What became of a remark.')
builder.objectField(RemarkOutcome, 'remark', (t) =>
  t.field({
    type: RemarkType,
    nullable: true,
    description: 'The remark as it is now.',
    resolve: (outcome: Outcome<RemarkRow>) => outcome.result,
  }),
)

const AnswerInput = builder.inputType('CheckInput', {
  description: 'An answer to a question of a checklist.',
  fields: (t) => ({
    item: t.string({ required: true, description: 'Key of the question.' }),
    answer: t.field({ type: CheckAnswerEnum, required: true, description: 'The answer.' }),
    note: t.string({ description: 'What is to be noted with it.' }),
  }),
})

const SuggestionInput = builder.inputType('SuggestionInput', {
  description: 'A text that one would put into a field.',
  fields: (t) => ({
    language: t.string({ required: true, description: 'Its language (BCP 47).' }),
    text: t.string({ required: true, description: 'The text.' }),
  }),
})

type Answered = {
  item: string
  answer: 'met' | 'not_met' | 'not_applicable'
  note?: string | null | undefined
}
const plain = (answers: readonly Answered[]) => answers.map((one) => ({ ...one, note: one.note ?? '' }))

builder.mutationFields((t) => ({
  assignReviewer: t.field({
    type: RevisionOutcomeType,
    description:
      'Asks a member to review what was submitted; she may read the entry in any state from then on. Nobody reviews what she wrote any of.',
    args: {
      id: t.arg.id({ required: true, description: 'Id of the revision.' }),
      member: t.arg.id({ required: true, description: 'Id of the member.' }),
    },
    resolve: (_, args, ctx) => revisionOutcomeOf(() => assignReviewer(ctx, args)),
  }),
  unassignReviewer: t.field({
    type: RevisionOutcomeType,
    description: 'Takes back that somebody was asked for a review which she has not given.',
    args: { review: t.arg.id({ required: true, description: 'Id of the review.' }) },
    resolve: (_, { review }, ctx) => revisionOutcomeOf(() => unassignReviewer(ctx, review)),
  }),
  answerChecklist: t.field({
    type: RevisionOutcomeType,
    description: 'Answers questions of the checklist, as a curator; the others keep their answers.',
    args: {
      id: t.arg.id({ required: true, description: 'Id of the revision.' }),
      answers: t.arg({ type: [AnswerInput], required: true, description: 'The answers.' }),
    },
    resolve: (_, { id, answers }, ctx) =>
      revisionOutcomeOf(() => answerChecklist(ctx, { id, answers: plain(answers) })),
  }),
  saveReview: t.field({
    type: ReviewOutcome,
    description:
      'Writes the viewer’s own review. It is hers alone until she gives it, and stays as it is from then on.',
    args: {
      id: t.arg.id({ required: true, description: 'Id of the review.' }),
      answers: t.arg({ type: [AnswerInput], required: true, description: 'Her answers to the checklist.' }),
      recommendation: t.arg({ type: RecommendationEnum, description: 'What should become of the entry.' }),
      text: t.arg.string({ required: true, description: 'Why.' }),
      give: t.arg.boolean({ required: true, description: 'Whether she gives it now.' }),
    },
    resolve: (_, { id, answers, ...input }, ctx) =>
      outcomeOf(() => saveReview(ctx, id, { ...input, answers: plain(answers) })),
  }),
  addRemark: t.field({
    type: RemarkOutcome,
    description: 'Remarks on a field of what was submitted, as a reviewer or curator.',
    args: {
      revision: t.arg.id({ required: true, description: 'Id of the revision.' }),
      field: t.arg.string({
        required: true,
        description: 'Path of what it is about: `challenge`, `solution.0.text`.',
      }),
      text: t.arg.string({ required: true, description: 'What is to be said.' }),
      suggestion: t.arg({ type: SuggestionInput, description: 'The text one would put there.' }),
    },
    resolve: (_, { revision, suggestion, ...input }, ctx) =>
      outcomeOf(() => addRemark(ctx, revision, { ...input, ...(suggestion && { suggestion }) })),
  }),
  replyToRemark: t.field({
    type: RemarkOutcome,
    description: 'Replies to a remark.',
    args: {
      id: t.arg.id({ required: true, description: 'Id of the remark.' }),
      text: t.arg.string({ required: true, description: 'What is to be said.' }),
    },
    resolve: (_, { id, text }, ctx) => outcomeOf(() => replyToRemark(ctx, id, text)),
  }),
  acceptSuggestion: t.field({
    type: RevisionOutcomeType,
    description: 'Puts the text that a remark suggests into the draft, as an author.',
    args: { id: t.arg.id({ required: true, description: 'Id of the remark.' }) },
    resolve: (_, { id }, ctx) => revisionOutcomeOf(() => acceptSuggestion(ctx, id)),
  }),
  resolveRemark: t.field({
    type: RemarkOutcome,
    description: 'Says that a remark is dealt with: whoever made it, or a curator.',
    args: { id: t.arg.id({ required: true, description: 'Id of the remark.' }) },
    resolve: (_, { id }, ctx) => outcomeOf(() => resolveRemark(ctx, id)),
  }),
}))
