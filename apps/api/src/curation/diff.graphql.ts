import { kindOfId } from '@hansa/domain/kind'
import { builder } from '../graphql/builder.ts'
import type { Difference, Piece } from './diff.ts'
import type { Duplicate } from './duplicates.reader.ts'
import { NamedThingType, PieceKindEnum } from './revision.types.ts'

const PieceType = builder.objectRef<Piece>('DiffPiece').implement({
  description: 'Some words of a text.',
  fields: (t) => ({
    kind: t.field({
      type: PieceKindEnum,
      description: 'In which version they stand.',
      resolve: (one) => one.kind,
    }),
    text: t.exposeString('text', { description: 'The words.' }),
  }),
})

const named = (id: string) => ({ id, type: kindOfId(id) ? ('entry' as const) : ('concept' as const) })

export const DifferenceType = builder.objectRef<Difference>('Difference').implement({
  description: 'What differs at one place from what is published.',
  fields: (t) => ({
    path: t.exposeString('path', {
      description: 'The place: `challenge`, `solution.0.text`, `policyAreas`.',
    }),
    language: t.exposeString('language', { nullable: true, description: 'The language of a text.' }),
    pieces: t.field({
      type: [PieceType],
      description: 'Old and new text in one, word by word; empty for what is named.',
      resolve: (one) => one.pieces,
    }),
    added: t.field({
      type: [NamedThingType],
      description: 'Entries and concepts that are named now.',
      resolve: (one) => one.added.map(named),
    }),
    removed: t.field({
      type: [NamedThingType],
      description: 'Entries and concepts that are not named any more.',
      resolve: (one) => one.removed.map(named),
    }),
  }),
})

export const DuplicateType = builder.objectRef<Duplicate>('DuplicateCandidate').implement({
  description: 'An entry that might tell of the same thing.',
  fields: (t) => ({
    entry: t.field({
      type: NamedThingType,
      description: 'The entry.',
      resolve: ({ entryId }) => ({ id: entryId, type: 'entry' as const }),
    }),
    score: t.exposeFloat('score', { description: 'How much speaks for it, 0 to 1.' }),
    title: t.exposeFloat('title', { description: 'How alike the titles are, 0 to 1.' }),
    text: t.exposeFloat('text', { description: 'How alike the summaries are, 0 to 1.' }),
    sameCity: t.exposeBoolean('sameCity', { description: 'Whether both are from one city.' }),
  }),
})
