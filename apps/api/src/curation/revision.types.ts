import type { CheckAnswer, Recommendation, RemarkState } from '@hansa/domain/curation'
import { pathOf } from '@hansa/domain/kind'
import type { HistoryStep, RevisionState, Turn } from '@hansa/domain/workflow'
import type { Context } from '../context.ts'
import { builder, enumOf } from '../graphql/builder.ts'
import { languageArgs, Text, textFor } from '../graphql/text.ts'
import type { Participant } from './curation.loaders.ts'
import type { PieceKind } from './diff.ts'
import type { Named, RevisionAct } from './revision.view.ts'

export const RevisionStateEnum = enumOf<RevisionState>('RevisionState', 'Where a revision is on its way.', {
  draft: 'Being written.',
  submitted: 'Waits for a curator.',
  in_review: 'A curator and reviewers look at it.',
  changes_requested: 'Its authors are asked to change something.',
  accepted: 'To be published.',
  published: 'Published.',
  withdrawn: 'Given up.',
  rejected: 'Not accepted.',
})

export const TurnEnum = enumOf<Turn>('Turn', 'Whose turn it is.', {
  author: 'Its authors.',
  reviewer: 'Its reviewers.',
  curator: 'A curator.',
  clock: 'Nobody’s: it is published at a time that is set.',
  nobody: 'Nobody’s: it is done.',
})

export const HistoryStepEnum = enumOf<HistoryStep>('HistoryStep', 'What is done to an entry on its way.', {
  start: 'It was begun.',
  submit: 'It was submitted.',
  withdraw: 'Its authors gave it up.',
  take_up: 'A curator took it up.',
  request_changes: 'A curator asked for changes.',
  accept: 'A curator accepted it.',
  reject: 'A curator rejected it.',
  publish: 'It was published.',
  schedule: 'A time was set at which it is published, or taken back.',
  release: 'A curator gave up a draft that nobody went on with.',
  assign: 'Somebody was asked to review it.',
  unassign: 'That was taken back.',
  review: 'A reviewer said what should become of it.',
  archive: 'The entry was archived.',
  restore: 'The entry was restored.',
  merge: 'The entry was merged with another.',
  confirm: 'The entry was confirmed.',
  feature: 'The entry was featured.',
  unfeature: 'The entry is not featured any more.',
})

export const RevisionActEnum = enumOf<RevisionAct>('RevisionAct', 'What somebody can do with a revision.', {
  submit: 'Submit it.',
  withdraw: 'Give it up.',
  take_up: 'Take it up.',
  request_changes: 'Ask for changes.',
  accept: 'Accept it.',
  reject: 'Reject it.',
  publish: 'Publish it.',
  schedule: 'Set or take back the time at which it is published.',
  release: 'Give up a draft that nobody goes on with.',
  edit: 'Change what it says, translate it, accept suggestions.',
  remark: 'Remark on its fields.',
  assign: 'Ask somebody to review it.',
  check: 'Answer its checklist.',
  review: 'Write one’s own review.',
})

export const CheckAnswerEnum = enumOf<CheckAnswer>(
  'CheckAnswer',
  'The answer to a question of a checklist.',
  {
    met: 'Yes.',
    not_met: 'No: nothing is accepted like that.',
    not_applicable: 'It cannot be asked of this entry.',
  },
)

export const RecommendationEnum = enumOf<Recommendation>(
  'Recommendation',
  'What should become of an entry.',
  {
    publish: 'It should be published.',
    publish_after_changes: 'It should be published once it was changed.',
    do_not_publish: 'It should not be published.',
  },
)

export const RemarkStateEnum = enumOf<RemarkState>('RemarkState', 'Where a remark is.', {
  open: 'To be dealt with.',
  accepted: 'What it suggested was accepted.',
  resolved: 'Dealt with.',
})

export const PieceKindEnum = enumOf<PieceKind>('PieceKind', 'Where some words stand.', {
  same: 'In both versions.',
  added: 'In the new one alone.',
  removed: 'In the old one alone.',
})

export const ParticipantType = builder.objectRef<Participant>('Participant').implement({
  description: 'Somebody who writes, reviews or curates an entry, as the others who do see her.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Her public id.' }),
    name: t.exposeString('name', { nullable: true, description: 'Her name; null for a former member.' }),
    isFormer: t.exposeBoolean('isFormer', { description: 'Whether she was erased since.' }),
  }),
})

/** A participant, from how the trail names an actor; null for the system. */
export const participant = <P>(description: string, pick: (parent: P) => string | null) => ({
  type: ParticipantType,
  nullable: true as const,
  description,
  resolve: async (parent: P, _: object, ctx: Context): Promise<Participant | null> => {
    const id = pick(parent)
    return id?.startsWith('memb_') ? await ctx.loaders.participant.load(id) : null
  },
})

const labelOf = async ({ id, type }: Named, { loaders }: Pick<Context, 'loaders'>) =>
  type === 'concept' ? (await loaders.concept.load(id))?.labels : (await loaders.heading.load(id))?.title

export const NamedThingType = builder.objectRef<Named>('NamedThing').implement({
  description: 'An entry or a concept that is named by its id.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Its id.' }),
    title: t.field({
      type: Text,
      nullable: true,
      description: 'What it is called; null for an entry that the viewer may not see.',
      args: languageArgs,
      resolve: async (one, { language }, ctx) => textFor(ctx, await labelOf(one, ctx), language),
    }),
    path: t.string({
      nullable: true,
      description: 'Path of the page of an entry.',
      resolve: async ({ id, type }, _, ctx) => {
        const heading = type === 'entry' ? await ctx.loaders.heading.load(id) : null
        return heading && pathOf(heading.kind, heading.slug)
      },
    }),
  }),
})
