import type { ShownState } from '@hansa/domain/entry'
import { pathOf } from '@hansa/domain/kind'
import { type Outcome, outcomeOf, outcomeType, ProblemType } from '../account/outcome.graphql.ts'
import { Entry, EntryKind } from '../entry/entry.graphql.ts'
import { builder, enumOf } from '../graphql/builder.ts'
import { connectionOf } from '../graphql/connection.ts'
import { reads } from '../graphql/shown-columns.ts'
import { requiredText } from '../graphql/text.ts'
import { type BulkAction, curateMany, type ItemOutcome } from './bulk.service.ts'
import { NetworkRuleType } from './check.graphql.ts'
import { confirmEntry } from './confirm.service.ts'
import type { HistoryLine } from './curation.loaders.ts'
import { archiveEntry, type CuratedEntry, featureEntry, restoreEntry } from './entry-state.service.ts'
import { mergeEntries } from './merge.service.ts'
import { HistoryStepEnum, NamedThingType } from './revision.types.ts'
import { type SavedRule, saveRule } from './rule.service.ts'

const EntryStateEnum = enumOf<ShownState>('EntryState', 'Whether an entry is public.', {
  draft: 'It was never published.',
  published: 'Everybody sees it.',
  archived: 'It was published, and is not any more.',
})

export const CuratedEntryType = builder.objectRef<CuratedEntry>('CuratedEntry').implement({
  description: 'An entry as those who curate it see it.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Its id.' }),
    kind: t.field({ type: EntryKind, description: 'Its kind.', resolve: (row) => row.kind }),
    title: t.field(requiredText('Its title.', (row: CuratedEntry) => row.title)),
    path: t.string({ description: 'Path of its page.', resolve: (row) => pathOf(row.kind, row.slug) }),
    state: t.field({
      type: EntryStateEnum,
      description: 'Whether it is public.',
      resolve: (row) => row.state,
    }),
    isFeatured: t.boolean({
      description: 'Whether it is shown before others.',
      resolve: (row) => row.featuredAt !== null,
    }),
    lastConfirmedAt: t.exposeString('lastConfirmedAt', {
      nullable: true,
      description: 'Day of its last confirmation.',
    }),
    confirmationDueAt: t.exposeString('confirmationDueAt', {
      nullable: true,
      description: 'Day on which it is to be confirmed again.',
    }),
  }),
})

export const CuratedEntryConnection = connectionOf(CuratedEntryType, 'entries')

const HistoryLineType = builder.objectRef<HistoryLine>('HistoryLine').implement({
  description: 'What everybody may know of what was done to an entry.',
  fields: (t) => ({
    step: t.field({ type: HistoryStepEnum, description: 'What was done.', resolve: (line) => line.step }),
    at: t.string({ description: 'When (ISO 8601, UTC).', resolve: (line) => line.at.toISOString() }),
    name: t.exposeString('name', {
      nullable: true,
      description: 'Name of whoever did it, where her profile shows it to everybody.',
    }),
    actingFor: t.field({
      type: NamedThingType,
      nullable: true,
      description: 'The organisation, city or network in whose name.',
      resolve: ({ actingFor }) => (actingFor ? { id: actingFor, type: 'entry' as const } : null),
    }),
    other: t.field({
      type: NamedThingType,
      nullable: true,
      description: 'The entry that it was merged with.',
      resolve: ({ otherId }) => (otherId ? { id: otherId, type: 'entry' as const } : null),
    }),
  }),
})

builder.interfaceFields(Entry, (t) => ({
  isFeatured: t.boolean({
    description: 'Whether a curator shows it before others.',
    ...reads('featuredAt'),
    resolve: (row) => row.featuredAt !== null,
  }),
  history: t.field({
    type: [HistoryLineType],
    description: 'Who published it, confirmed it and merged it, the oldest first.',
    ...reads(),
    resolve: ({ id }, _, ctx) => ctx.loaders.history.load(id),
  }),
}))

const OutcomeType = outcomeType<CuratedEntry>('EntryOutcome', 'What became of an entry.')
builder.objectField(OutcomeType, 'entry', (t) =>
  t.field({
    type: CuratedEntryType,
    nullable: true,
    description: 'The entry as it is now.',
    resolve: (outcome: Outcome<CuratedEntry>) => outcome.result,
  }),
)

const RuleOutcomeType = outcomeType<SavedRule>('NetworkRuleOutcome', 'What became of a rule.')
builder.objectField(RuleOutcomeType, 'rule', (t) =>
  t.field({
    type: NetworkRuleType,
    nullable: true,
    description: 'The rule as it is now.',
    resolve: (outcome: Outcome<SavedRule>) => outcome.result,
  }),
)

const ItemType = builder.objectRef<ItemOutcome>('ItemOutcome').implement({
  description: 'What became of one of many.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Its id.' }),
    problems: t.field({
      type: [ProblemType],
      description: 'Why it was not done; empty when it was.',
      resolve: (item) => item.problems,
    }),
    told: t.exposeInt('told', {
      nullable: true,
      description: 'How many people were asked whether it still holds; null when nobody was.',
    }),
  }),
})

const BulkOutcomeType = outcomeType<ItemOutcome[]>('BulkOutcome', 'What became of many.')
builder.objectField(BulkOutcomeType, 'items', (t) =>
  t.field({
    type: [ItemType],
    description: 'Each of them, in the order in which they were named.',
    resolve: (outcome: Outcome<ItemOutcome[]>) => outcome.result ?? [],
  }),
)

const BulkActionEnum = enumOf<BulkAction>('BulkAction', 'What can be done to many at once.', {
  assign: 'Ask one member to review them; with ids of revisions.',
  archive: 'Archive them; with ids of entries.',
  feature: 'Show them before others; with ids of entries.',
  unfeature: 'Not any more; with ids of entries.',
  remind: 'Ask whoever keeps them whether they still hold, at most once a day; with ids of entries.',
})

const ChecklistItemInput = builder.inputType('ChecklistItemInput', {
  description: 'A question of a checklist.',
  fields: (t) => ({
    key: t.string({ required: true, description: 'Its key, which never changes: `gender-and-diversity`.' }),
    label: t.field({ type: [WordsInput], required: true, description: 'The question in some languages.' }),
    help: t.field({ type: [WordsInput], description: 'What is meant by it.' }),
  }),
})

const WordsInput = builder.inputType('WordsInput', {
  description: 'Words in a language.',
  fields: (t) => ({
    language: t.string({ required: true, description: 'The language (BCP 47).' }),
    text: t.string({ required: true, description: 'The words.' }),
  }),
})

const localized = (words: readonly { language: string; text: string }[]) =>
  Object.fromEntries(words.map(({ language, text }) => [language, { text, origin: 'human' }]))

const entryArg = { required: true, description: 'Id of the entry.' } as const

builder.mutationFields((t) => ({
  archiveEntry: t.field({
    type: OutcomeType,
    description: 'Takes a published entry from public view.',
    args: {
      entry: t.arg.id(entryArg),
      reason: t.arg.string({ required: true, description: 'Why.' }),
    },
    resolve: (_, { entry, reason }, ctx) => outcomeOf(() => archiveEntry(ctx, entry, reason)),
  }),
  restoreEntry: t.field({
    type: OutcomeType,
    description: 'Publishes an archived entry again as it was.',
    args: { entry: t.arg.id(entryArg) },
    resolve: (_, { entry }, ctx) => outcomeOf(() => restoreEntry(ctx, entry)),
  }),
  featureEntry: t.field({
    type: OutcomeType,
    description: 'Shows an entry before others, or not any more.',
    args: {
      entry: t.arg.id(entryArg),
      value: t.arg.boolean({ required: true, description: 'Whether it is featured.' }),
    },
    resolve: (_, { entry, value }, ctx) => outcomeOf(() => featureEntry(ctx, entry, value)),
  }),
  confirmEntry: t.field({
    type: OutcomeType,
    description: 'Confirms that what an entry says still holds: by those who keep it, began it or curate it.',
    args: { entry: t.arg.id(entryArg) },
    resolve: (_, { entry }, ctx) => outcomeOf(() => confirmEntry(ctx, entry)),
  }),
  mergeEntries: t.field({
    type: OutcomeType,
    description:
      'Merges an entry into another of its kind: what linked to it, its attachments and its people move, its id and addresses lead to the other.',
    args: {
      from: t.arg.id({ required: true, description: 'Id of the entry that goes.' }),
      into: t.arg.id({ required: true, description: 'Id of the entry that stays, as it is.' }),
    },
    resolve: (_, args, ctx) => outcomeOf(() => mergeEntries(ctx, args)),
  }),
  curateMany: t.field({
    type: BulkOutcomeType,
    description: 'Does the same to many, at most a hundred, each for itself.',
    args: {
      action: t.arg({ type: BulkActionEnum, required: true, description: 'What to do.' }),
      ids: t.arg.idList({ required: true, description: 'To which of them.' }),
      member: t.arg.id({ description: 'Whom to ask for a review.' }),
      reason: t.arg.string({ description: 'Why they are archived.' }),
    },
    resolve: (_, args, ctx) => outcomeOf(() => curateMany(ctx, args)),
  }),
  saveNetworkRule: t.field({
    type: RuleOutcomeType,
    description:
      'Sets how a network curates what belongs to it, as its secretariat. A rule that somebody else saved since is left as it is.',
    args: {
      network: t.arg.id({ required: true, description: 'Id of the network.' }),
      version: t.arg.int({ required: true, description: 'The version that was changed.' }),
      checklist: t.arg({ type: [ChecklistItemInput], required: true, description: 'Its questions.' }),
      confirmMonths: t.arg.int({
        required: true,
        description: 'After how many months an entry is to be confirmed again.',
      }),
      confirmMonthsEnded: t.arg.int({
        required: true,
        description: 'After how many months, when what it describes has ended.',
      }),
    },
    resolve: (_, { network, checklist, ...months }, ctx) =>
      outcomeOf(() =>
        saveRule(ctx, network, {
          ...months,
          checklist: checklist.map(({ key, label, help }) => ({
            key,
            label: localized(label),
            ...(help && help.length > 0 && { help: localized(help) }),
          })),
        }),
      ),
  }),
}))
