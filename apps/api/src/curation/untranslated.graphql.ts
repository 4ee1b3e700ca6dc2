import { pathOf } from '@hansa/domain/kind'
import { builder } from '../graphql/builder.ts'
import { connectionOf, pageArgs, pageCost } from '../graphql/connection.ts'
import { requiredText } from '../graphql/text.ts'
import { WrittenKindEnum } from './fiche.graphql.ts'
import { RevisionType } from './revision.ref.ts'
import {
  listContentLanguages,
  listUntranslated,
  readableOpen,
  type Untranslated,
} from './untranslated.reader.ts'

const UntranslatedType = builder.objectRef<Untranslated>('UntranslatedEntry').implement({
  description: 'A published entry some of whose texts lack a language, or have it from a machine alone.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Its id.' }),
    kind: t.field({ type: WrittenKindEnum, description: 'Its kind.', resolve: ({ kind }) => kind }),
    title: t.field(requiredText('Its title.', (row: Untranslated) => row.title)),
    path: t.string({ description: 'Path of its page.', resolve: (row) => pathOf(row.kind, row.slug) }),
    texts: t.exposeInt('texts', {
      description: 'How many of its texts lack the language: `textsToTranslate` says which.',
    }),
    revision: t.field({
      type: RevisionType,
      nullable: true,
      description: 'What is being written of it; null when there is nothing that the viewer may read.',
      resolve: (row, _, ctx) => readableOpen(ctx, row),
    }),
    isBeingImproved: t.boolean({
      description: 'Whether somebody is improving it: then nobody else can begin to.',
      resolve: ({ open }) => open !== null,
    }),
  }),
})

const UntranslatedConnection = connectionOf(UntranslatedType, 'entries to translate')

builder.queryFields((t) => ({
  entriesToTranslate: t.field({
    type: UntranslatedConnection,
    description:
      'Published entries that lack a language, or have it from a machine alone, in order of their titles: those the viewer speaks for, curates or wrote some of; for administrators all.',
    args: {
      language: t.arg.string({ required: true, description: 'The language (BCP 47).' }),
      kind: t.arg({ type: WrittenKindEnum, description: 'Of this kind.' }),
      ...pageArgs,
    },
    complexity: pageCost,
    resolve: (_, { language, kind, ...args }, ctx) => listUntranslated(ctx, { language, kind }, args),
  }),
  contentLanguages: t.field({
    type: ['String'],
    description: 'Languages (BCP 47) in which published entries are written, what most are written in first.',
    complexity: 10,
    resolve: (_, __, ctx) => listContentLanguages(ctx),
  }),
}))
