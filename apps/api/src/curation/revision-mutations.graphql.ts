import { builder } from '../graphql/builder.ts'
import { WrittenKindEnum } from './fiche.graphql.ts'
import { holdRevision, publishRevision } from './publish.service.ts'
import { bringUpToDate, improveEntry, saveFields, startEntry } from './revision.service.ts'
import { RevisionOutcomeType, revisionOutcomeOf } from './revision-outcome.graphql.ts'
import { type PlainStep, stepRevision } from './step.service.ts'
import { saveTranslation } from './translation.service.ts'

const idArg = 'Id of the revision.'
const versionArg = 'The version that was loaded.'

builder.mutationFields((t) => ({
  startEntry: t.field({
    type: RevisionOutcomeType,
    description:
      'Begins a new entry with what is known of it so far. It is seen by its authors alone until it was submitted, accepted and published.',
    args: {
      kind: t.arg({ type: WrittenKindEnum, required: true, description: 'Its kind.' }),
      values: t.arg.string({
        required: true,
        description:
          'What is known, as a JSON object of fields: at least a title, and what the kind cannot be without (`fiche.short`).',
      }),
    },
    resolve: (_, args, ctx) => revisionOutcomeOf(() => startEntry(ctx, args)),
  }),
  improveEntry: t.field({
    type: RevisionOutcomeType,
    description:
      'Begins to improve an entry beside what is published of it; any member may, and its curators decide. An entry has one revision under way at most: who has it is told.',
    args: { entry: t.arg.id({ required: true, description: 'Id of the entry.' }) },
    resolve: (_, { entry }, ctx) => revisionOutcomeOf(() => improveEntry(ctx, entry)),
  }),
  saveRevision: t.field({
    type: RevisionOutcomeType,
    description:
      'Saves some fields of a revision, right or not: what is wrong with them stands at each field. What somebody else changed since it was loaded is never overwritten: then nothing is saved, and `clashes` tells what she wrote.',
    args: {
      id: t.arg.id({ required: true, description: idArg }),
      version: t.arg.int({ required: true, description: versionArg }),
      values: t.arg.string({
        required: true,
        description: 'The fields, as a JSON object; null, an empty text or an empty list takes one out.',
      }),
    },
    resolve: (_, args, ctx) => revisionOutcomeOf(() => saveFields(ctx, args)),
  }),
  bringUpToDate: t.field({
    type: RevisionOutcomeType,
    description:
      'Takes over what was published since a revision was begun; what was changed here stays, but for the fields `theirs`.',
    args: {
      id: t.arg.id({ required: true, description: idArg }),
      version: t.arg.int({ required: true, description: versionArg }),
      theirs: t.arg.stringList({
        required: true,
        description: 'Fields in conflict of which what is published is taken.',
      }),
    },
    resolve: (_, args, ctx) => revisionOutcomeOf(() => bringUpToDate(ctx, args)),
  }),
  saveTranslation: t.field({
    type: RevisionOutcomeType,
    description:
      'Saves texts of a revision in one language, as a person translated them. Those in other languages stay.',
    args: {
      id: t.arg.id({ required: true, description: idArg }),
      version: t.arg.int({ required: true, description: versionArg }),
      language: t.arg.string({ required: true, description: 'The language (BCP 47).' }),
      texts: t.arg({ type: [TextInput], required: true, description: 'The texts.' }),
    },
    resolve: (_, args, ctx) => revisionOutcomeOf(() => saveTranslation(ctx, args)),
  }),
  publishRevision: t.field({
    type: RevisionOutcomeType,
    description:
      'Publishes an accepted revision, now or at a time. Refused where the entry was changed meanwhile in the same fields; the problems name them.',
    args: {
      id: t.arg.id({ required: true, description: idArg }),
      at: t.arg.string({ description: 'When (ISO 8601); now unless told.' }),
    },
    resolve: (_, args, ctx) => revisionOutcomeOf(() => publishRevision(ctx, args)),
  }),
  holdRevision: t.field({
    type: RevisionOutcomeType,
    description: 'Takes the time back at which a revision was to be published.',
    args: { id: t.arg.id({ required: true, description: idArg }) },
    resolve: (_, { id }, ctx) => revisionOutcomeOf(() => holdRevision(ctx, id)),
  }),
}))

const TextInput = builder.inputType('TranslatedTextInput', {
  description: 'A text in the language that is translated to.',
  fields: (t) => ({
    path: t.string({ required: true, description: 'Its place: `title`, `solution.0.text`.' }),
    text: t.string({ required: true, description: 'The text; an empty one takes it out.' }),
  }),
})

/** The steps that change nothing but the state; each a mutation of its own. */
const mutations: Readonly<Record<PlainStep, { name: string; description: string; reason: string }>> = {
  submit: {
    name: 'submitRevision',
    description: 'Submits a revision to its curators. What is missing or wrong is told by field.',
    reason: 'What to tell them.',
  },
  withdraw: { name: 'withdrawRevision', description: 'Gives a revision up.', reason: 'Why.' },
  take_up: {
    name: 'takeUpRevision',
    description: 'Begins to review what was submitted, as a curator.',
    reason: 'A note.',
  },
  request_changes: {
    name: 'requestChanges',
    description: 'Asks the authors for changes.',
    reason: 'What they are to change; required.',
  },
  accept: {
    name: 'acceptRevision',
    description:
      'Accepts a revision. Its checklist must be complete, and nobody accepts what she wrote any of.',
    reason: 'A note.',
  },
  reject: {
    name: 'rejectRevision',
    description: 'Rejects a revision. That touches neither its authors’ accounts nor other entries.',
    reason: 'Why; required.',
  },
  release: {
    name: 'releaseRevision',
    description: 'Gives up a draft that nobody goes on with, so that others can improve the entry.',
    reason: 'Why; required.',
  },
}

for (const [step, { name, description, reason }] of Object.entries(mutations) as [
  PlainStep,
  (typeof mutations)[PlainStep],
][])
  builder.mutationField(name, (t) =>
    t.field({
      type: RevisionOutcomeType,
      description,
      args: {
        id: t.arg.id({ required: true, description: idArg }),
        reason: t.arg.string({ description: reason }),
      },
      resolve: (_, args, ctx) => revisionOutcomeOf(() => stepRevision(ctx, { ...args, step })),
    }),
  )
