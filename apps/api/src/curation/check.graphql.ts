import type { NetworkRule } from '@hansa/domain/curation'
import { builder } from '../graphql/builder.ts'
import { languageArgs, Text, textFor } from '../graphql/text.ts'
import { CheckAnswerEnum, participant } from './revision.types.ts'
import type { CheckView } from './revision.view.ts'
import type { SavedRule } from './rule.service.ts'

export const CheckType = builder.objectRef<CheckView>('Check').implement({
  description: 'A question of a checklist with somebody’s answer.',
  fields: (t) => ({
    key: t.string({ description: 'Its key.', resolve: ({ item }) => item.key }),
    label: t.field({
      type: Text,
      nullable: true,
      description: 'The question.',
      args: languageArgs,
      resolve: ({ item }, { language }, ctx) => textFor(ctx, item.label, language),
    }),
    help: t.field({
      type: Text,
      nullable: true,
      description: 'What is meant by it.',
      args: languageArgs,
      resolve: ({ item }, { language }, ctx) => textFor(ctx, item.help, language),
    }),
    answer: t.field({
      type: CheckAnswerEnum,
      nullable: true,
      description: 'The answer; null while it waits for one.',
      resolve: (one) => one.answer,
    }),
    note: t.exposeString('note', { nullable: true, description: 'What was noted with it.' }),
    by: t.field(participant('Who answered.', (one: CheckView) => one.by)),
    at: t.exposeString('at', { nullable: true, description: 'When (ISO 8601, UTC).' }),
  }),
})

const ChecklistItemType = builder.objectRef<NetworkRule['checklist'][number]>('ChecklistItem').implement({
  description: 'A question of a checklist.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its key.' }),
    label: t.field({
      type: Text,
      nullable: true,
      description: 'The question.',
      args: languageArgs,
      resolve: (item, { language }, ctx) => textFor(ctx, item.label, language),
    }),
    help: t.field({
      type: Text,
      nullable: true,
      description: 'What is meant by it.',
      args: languageArgs,
      resolve: (item, { language }, ctx) => textFor(ctx, item.help, language),
    }),
  }),
})

export const NetworkRuleType = builder.objectRef<SavedRule>('NetworkRule').implement({
  description: 'How a network curates what belongs to it.',
  fields: (t) => ({
    checklist: t.field({
      type: [ChecklistItemType],
      description: 'Its questions.',
      resolve: (rule) => rule.checklist,
    }),
    confirmMonths: t.exposeInt('confirmMonths', {
      description: 'After how many months an entry is to be confirmed again.',
    }),
    confirmMonthsEnded: t.exposeInt('confirmMonthsEnded', {
      description: 'After how many months, when what it describes has ended.',
    }),
    version: t.exposeInt('version', {
      description: 'Grows by one each time it is saved; 0 for the usual rule.',
    }),
  }),
})
