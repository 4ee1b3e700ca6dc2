import { EntryKind } from '../entry/entry.graphql.ts'
import { builder, enumOf } from '../graphql/builder.ts'
import { pageArgs, pageCost } from '../graphql/connection.ts'
import { findCurated, type keptStates, listCurated } from './curated-entries.reader.ts'
import { CuratedEntryConnection, CuratedEntryType } from './curated-entry.graphql.ts'

const KeptStateEnum = enumOf<(typeof keptStates)[number]>(
  'KeptState',
  'States of entries that curators keep.',
  {
    published: 'Everybody sees it.',
    archived: 'It was published, and is not any more.',
  },
)

const CuratedFilterInput = builder.inputType('CuratedFilter', {
  description: 'Which entries to show; everything given must hold.',
  fields: (t) => ({
    kind: t.field({ type: EntryKind, description: 'Of this kind.' }),
    state: t.field({ type: KeptStateEnum, description: 'In this state; published or archived unless told.' }),
    network: t.id({ description: 'Id of a network: what belongs to it.' }),
    isFeatured: t.boolean({ description: 'Those alone that are shown before others.' }),
    text: t.string({ description: 'Words of the title.' }),
  }),
})

builder.queryFields((t) => ({
  curatedEntries: t.field({
    type: CuratedEntryConnection,
    description: 'Published and archived entries that the viewer curates, in order of their titles.',
    args: { filter: t.arg({ type: CuratedFilterInput, description: 'What to show.' }), ...pageArgs },
    complexity: pageCost,
    resolve: (_, { filter, ...args }, ctx) => listCurated(ctx, { ...filter }, args),
  }),
  curatedEntry: t.field({
    type: CuratedEntryType,
    nullable: true,
    description: 'An entry by its id, for those who curate or confirm it; null for anybody else.',
    args: { entry: t.arg.id({ required: true, description: 'Id of the entry.' }) },
    resolve: (_, { entry }, ctx) => findCurated(ctx, entry),
  }),
}))
