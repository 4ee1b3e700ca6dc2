import { builder } from '../graphql/builder.ts'
import type { RemarkRow } from './curation.loaders.ts'
import { participant, RemarkStateEnum } from './revision.types.ts'

const ReplyType = builder.objectRef<RemarkRow['replies'][number]>('RemarkReply').implement({
  description: 'What somebody replied to a remark.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'Her words.' }),
    at: t.exposeString('at', { description: 'When (ISO 8601, UTC).' }),
    by: t.field(participant('Who.', (row: RemarkRow['replies'][number]) => row.by)),
  }),
})

const SuggestionType = builder.objectRef<{ language: string; text: string }>('Suggestion').implement({
  description: 'A text that somebody would put into a field.',
  fields: (t) => ({
    language: t.exposeString('language', { description: 'Its language (BCP 47).' }),
    text: t.exposeString('text', { description: 'The text.' }),
  }),
})

export const RemarkType = builder.objectRef<RemarkRow>('Remark').implement({
  description: 'What a reviewer or curator remarks on a field.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Its id: `rmrk_…`.' }),
    field: t.exposeString('field', {
      description: 'Path of what it is about: `challenge`, `solution.0.text`.',
    }),
    text: t.exposeString('text', { description: 'Her words.' }),
    suggestion: t.field({
      type: SuggestionType,
      nullable: true,
      description: 'What she would write there.',
      resolve: (row) => row.suggestion,
    }),
    state: t.field({
      type: RemarkStateEnum,
      description: 'Whether it is dealt with.',
      resolve: (row) => row.state,
    }),
    by: t.field(participant('Who made it.', (row: RemarkRow) => row.createdBy)),
    at: t.string({ description: 'When (ISO 8601, UTC).', resolve: (row) => row.createdAt.toISOString() }),
    replies: t.field({ type: [ReplyType], description: 'What was replied.', resolve: (row) => row.replies }),
  }),
})
