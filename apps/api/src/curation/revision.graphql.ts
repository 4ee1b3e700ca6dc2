import type { FieldError } from '@hansa/domain/errors'
import { pathOf } from '@hansa/domain/kind'
import { turnOf } from '@hansa/domain/workflow'
import { ProblemType } from '../account/outcome.graphql.ts'
import { builder } from '../graphql/builder.ts'
import { connectionOf } from '../graphql/connection.ts'
import { languageArgs, Text, Translation, textFor } from '../graphql/text.ts'
import { CheckType } from './check.graphql.ts'
import { DifferenceType, DuplicateType } from './diff.graphql.ts'
import { differencesOf } from './diff.ts'
import { findDuplicates } from './duplicates.reader.ts'
import { FicheFieldType, SectionKeyEnum, WrittenKindEnum } from './fiche.graphql.ts'
import { previewPathOf } from './preview.service.ts'
import { mergeWith, readPublished } from './published.ts'
import { RemarkType } from './remark.graphql.ts'
import { ReviewType, StepType } from './review.graphql.ts'
import { RevisionType } from './revision.ref.ts'
import { kindOf, type RevisionRow, writersOf } from './revision.rows.ts'
import {
  NamedThingType,
  ParticipantType,
  participant,
  RevisionActEnum,
  RevisionStateEnum,
  TurnEnum,
} from './revision.types.ts'
import {
  actsOf,
  checksOf,
  type FieldView,
  namedOf,
  type SectionView,
  sectionsOf,
  type TranslatableText,
  translatableIn,
} from './revision.view.ts'
import { ruleFor } from './rule.service.ts'
import { problemsOf } from './step.service.ts'

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

const json = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value))

const FieldType = builder.objectRef<FieldView>('RevisionField').implement({
  description: 'A field of a revision as a form shows it.',
  fields: (t) => ({
    field: t.field({ type: FicheFieldType, description: 'What is asked.', resolve: (one) => one.field }),
    value: t.string({
      nullable: true,
      description:
        'What it says, as JSON of the form that `field.control` describes; also what is not right yet.',
      resolve: (one) => json(one.value),
    }),
    problems: t.field({
      type: [ProblemType],
      description: 'What is wrong with it.',
      resolve: (one) => one.problems,
    }),
    isMissing: t.exposeBoolean('isMissing', { description: 'Whether it is required and not filled.' }),
    isChanged: t.exposeBoolean('isChanged', { description: 'Whether it differs from what is published.' }),
    remarks: t.field({
      type: [RemarkType],
      description: 'What was remarked on it.',
      resolve: (one) => [...one.remarks],
    }),
  }),
})

const SectionViewType = builder.objectRef<SectionView>('RevisionSection').implement({
  description: 'A section of a revision.',
  fields: (t) => ({
    key: t.field({ type: SectionKeyEnum, description: 'Which one.', resolve: ({ section }) => section.key }),
    fields: t.field({ type: [FieldType], description: 'Its fields.', resolve: ({ fields }) => fields }),
    isComplete: t.boolean({
      description: 'Whether nothing required is missing in it, and nothing wrong.',
      resolve: ({ fields }) => fields.every((one) => !one.isMissing && one.problems.length === 0),
    }),
    isEmpty: t.boolean({
      description: 'Whether nothing is filled in it yet.',
      resolve: ({ fields }) => fields.every((one) => one.value === undefined),
    }),
  }),
})

export const TranslatableType = builder.objectRef<TranslatableText>('TranslatableText').implement({
  description: 'A text of an entry beside what it is in the language it is translated to.',
  fields: (t) => ({
    path: t.exposeString('path', { description: 'Its place: `title`, `solution.0.text`.' }),
    source: t.field({
      type: Translation,
      description: 'The text to translate.',
      resolve: (one) => one.source,
    }),
    translation: t.string({
      nullable: true,
      description: 'What it is in that language; null while it lacks.',
      resolve: (one) => one.translation?.text ?? null,
    }),
    isHuman: t.boolean({
      description: 'Whether a person made or checked the translation.',
      resolve: (one) => one.translation !== null && one.translation.origin !== 'machine',
    }),
  }),
})

RevisionType.implement({
  description:
    'What is being written of an entry, beside what is published of it: for its authors, those who review it, and from when it was submitted those who decide about it.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Its id: `revi_…`.' }),
    kind: t.field({ type: WrittenKindEnum, description: 'The kind of the entry.', resolve: kindOf }),
    entryId: t.exposeID('entryId', { description: 'Id of the entry.' }),
    entryPath: t.string({
      nullable: true,
      description: 'Path of the page of the entry, as far as the viewer may see that.',
      resolve: async ({ entryId }, _, ctx) => {
        const heading = await ctx.loaders.heading.load(entryId)
        return heading && pathOf(heading.kind, heading.slug)
      },
    }),
    previewPath: t.string({
      description: 'Path of the page of the entry as it would be with this, for those who may read it.',
      resolve: (row, _, ctx) => previewPathOf(ctx, row),
    }),
    isNew: t.boolean({
      description: 'Whether nothing was published of the entry when it was begun.',
      resolve: ({ base }) => base === null,
    }),
    title: t.field({
      type: Text,
      nullable: true,
      description: 'The title it has here; null while it has none that is right.',
      args: languageArgs,
      resolve: ({ title }, { language }, ctx) => textFor(ctx, title, language),
    }),
    state: t.field({ type: RevisionStateEnum, description: 'Where it is.', resolve: (row) => row.state }),
    turn: t.field({
      type: TurnEnum,
      description: 'Whose turn it is.',
      resolve: async (row, _, ctx) =>
        turnOf({ ...row, openReviews: await ctx.loaders.openReviews.load(row.id) }),
    }),
    version: t.exposeInt('version', {
      description: 'Rises whenever it is saved; to be sent back with what is saved.',
    }),
    createdAt: t.string({
      description: 'When it was begun (ISO 8601, UTC).',
      resolve: (row) => row.createdAt.toISOString(),
    }),
    updatedAt: t.string({
      description: 'When it was last changed.',
      resolve: (row) => row.updatedAt.toISOString(),
    }),
    since: t.string({
      description: 'Since when it is in its state.',
      resolve: (row) => row.since.toISOString(),
    }),
    submittedAt: t.string({
      nullable: true,
      description: 'When it was first submitted.',
      resolve: (row) => iso(row.submittedAt),
    }),
    publishAt: t.string({
      nullable: true,
      description: 'When it is to be published.',
      resolve: (row) => iso(row.publishAt),
    }),
    author: t.field(participant('Who began it.', (row: RevisionRow) => row.createdBy)),
    writers: t.field({
      type: [ParticipantType],
      description: 'Everybody who wrote any of it.',
      resolve: async (row, _, ctx) =>
        await Promise.all((await writersOf(ctx.db, row)).map((id) => ctx.loaders.participant.load(id))),
    }),
    sections: t.field({
      type: [SectionViewType],
      description: 'What it says, section by section.',
      complexity: { field: 1, multiplier: 10 },
      resolve: (row, _, ctx) => sectionsOf(ctx, row),
    }),
    problems: t.field({
      type: [ProblemType],
      description: 'Everything that keeps it from being submitted, by field.',
      resolve: (row, _, ctx): Promise<FieldError[]> => problemsOf(ctx, row),
    }),
    named: t.field({
      type: [NamedThingType],
      description: 'All entries and concepts that its values name by their ids, with their titles.',
      resolve: (row, _, ctx) => namedOf(ctx, row),
    }),
    steps: t.field({
      type: [StepType],
      description: 'The steps on its way, the oldest first.',
      resolve: (row, _, ctx) => ctx.loaders.revisionSteps.load(row.id),
    }),
    remarks: t.field({
      type: [RemarkType],
      description: 'What was remarked on its fields, the oldest first.',
      resolve: (row, _, ctx) => ctx.loaders.remarks.load(row.id),
    }),
    reviews: t.field({
      type: [ReviewType],
      description: 'Who was asked to review it, and what they found.',
      resolve: (row, _, ctx) => ctx.loaders.reviews.load(row.id),
    }),
    checklist: t.field({
      type: [CheckType],
      description: 'The questions its networks ask, with the curators’ answers.',
      resolve: async (row, _, ctx) => checksOf((await ruleFor(ctx.db, row.entryId)).checklist, row.checklist),
    }),
    diff: t.field({
      type: [DifferenceType],
      description: 'What differs from what is published now; for a new entry, all of it.',
      complexity: { field: 50, multiplier: 10 },
      resolve: async (row, _, ctx) =>
        differencesOf(kindOf(row), (await readPublished(ctx.db, row)) ?? {}, row.content),
    }),
    conflicts: t.stringList({
      description:
        'Fields that were changed here and, since it was begun, in what is published: `bringUpToDate` settles them, and until then it is not published.',
      resolve: async (row, _, ctx) => mergeWith(kindOf(row), row, await readPublished(ctx.db, row)).conflicts,
    }),
    duplicates: t.field({
      type: [DuplicateType],
      description: 'Entries that might tell of the same thing, the likeliest first.',
      complexity: { field: 50, multiplier: 5 },
      resolve: (row, _, ctx) => findDuplicates(ctx.db, row),
    }),
    texts: t.field({
      type: [TranslatableType],
      description: 'Its texts beside what they are in a language.',
      args: { language: t.arg.string({ description: 'The language (BCP 47); the reader’s unless told.' }) },
      resolve: (row, { language }, ctx) =>
        translatableIn(row, row.content, language ?? ctx.languages[0] ?? 'en'),
    }),
    viewerCan: t.field({
      type: [RevisionActEnum],
      description: 'Everything the viewer may do with it now.',
      resolve: (row, _, ctx) => actsOf(ctx, row),
    }),
  }),
})

export const RevisionConnection = connectionOf(RevisionType, 'revisions')
