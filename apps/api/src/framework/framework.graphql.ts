import type {
  Assessment,
  Commitment,
  commitmentStatuses,
  FrameworkItem,
  frameworkItemTypes,
} from '@hansa/domain/framework'
import { concept, conceptsById } from '../concept/concept.fields.ts'
import type { Context } from '../context.ts'
import { one, related } from '../entry/entry.fields.ts'
import { Entry, Node, SourceType } from '../entry/entry.graphql.ts'
import { findEntry, loadEntry } from '../entry/entry.reader.ts'
import { type EntryRow, types } from '../entry/entry.types.ts'
import { builder, enumOf } from '../graphql/builder.ts'
import { requiredText, text } from '../graphql/text.ts'
import type { AssessmentRow, CommitmentRow, ItemRow } from './framework.loaders.ts'
import { FrameworkItemType, loadItem, loadItemsBelow } from './framework-item.ts'

/** Rows are read only when both ends are visible, so an end that is missing is a fault. */
const present = <T>(row: T | null, id: string): T => {
  if (row === null) throw new Error(`No entry ${id}`)
  return row
}

const loadFramework = async (ctx: Context, id: string) => present(await loadEntry(ctx, 'framework', id), id)
const loadSubject = async (ctx: Context, id: string) => present(await findEntry(ctx, id), id)

const FrameworkItemKind = enumOf<FrameworkItem['type']>(
  'FrameworkItemType',
  'What an item of a framework is.',
  {
    role: 'A role that a member takes.',
    dimension: 'A dimension of an index.',
    area: 'A policy area of an index.',
    module: 'A module of a programme.',
    indicator: 'An indicator.',
    commitment: 'A commitment to be signed.',
    point: 'A point of a plan.',
    principle: 'A principle.',
  } satisfies Record<(typeof frameworkItemTypes)[number], string>,
)

FrameworkItemType.implement({
  description: 'One item in the tree of a framework.',
  fields: (t) => ({
    framework: t.field({
      type: types.framework,
      description: 'The framework it belongs to.',
      resolve: (row, _, ctx) => loadFramework(ctx, row.entryId),
    }),
    key: t.exposeString('key', { description: 'Its key within the framework.' }),
    type: t.field({ type: FrameworkItemKind, description: 'What it is.', resolve: (row) => row.type }),
    title: t.field(requiredText('What it says, or its name.', (row: ItemRow) => row.title)),
    description: t.field(text('What it means.', (row: ItemRow) => row.description)),
    policyAreas: t.field(conceptsById('The policy areas it is about.', (row: ItemRow) => row.policyAreas)),
    scored: t.exposeBoolean('scored', { description: 'Whether assessments give it a score.' }),
    parent: t.field({
      type: FrameworkItemType,
      nullable: true,
      description: 'The item above it; null at the top.',
      resolve: (row, _, ctx) => loadItem(ctx, row.entryId, row.parent),
    }),
    children: t.field({
      type: [FrameworkItemType],
      description: 'The items below it, in order.',
      resolve: (row, _, ctx) => loadItemsBelow(ctx, row.entryId, row.key),
    }),
  }),
})

const ScoreType = builder.objectRef<{ item: ItemRow; score: number }>('Score').implement({
  description: 'The score of one item in an assessment.',
  fields: (t) => ({
    item: t.field({ type: FrameworkItemType, description: 'The item.', resolve: (row) => row.item }),
    score: t.exposeFloat('score', { description: 'From 0 to 100.' }),
  }),
})

const loadScores = async (
  ctx: Context,
  { entryId, scores }: Pick<Assessment, 'scores'> & { entryId: string },
) => {
  const items = new Map((await ctx.loaders.items.load(entryId)).map((item) => [item.key, item]))
  return scores.flatMap(({ item: key, score }) => {
    const item = items.get(key)
    return item ? [{ item, score }] : []
  })
}

export const AssessmentType = builder.objectRef<AssessmentRow>('Assessment').implement({
  description: 'Scores of a city, a country or a group of members under a framework, at a date, by somebody.',
  fields: (t) => ({
    framework: t.field({
      type: types.framework,
      description: 'The framework.',
      resolve: (row, _, ctx) => loadFramework(ctx, row.entryId),
    }),
    subject: t.field({
      type: Entry,
      description: 'The city, country or network assessed.',
      resolve: (row, _, ctx) => loadSubject(ctx, row.subject),
    }),
    label: t.exposeString('label', {
      nullable: true,
      description: 'What it shows, when not one place: "average of 34 cities".',
    }),
    date: t.exposeString('date', { nullable: true, description: 'When, as precise as is known.' }),
    by: t.exposeString('by', { nullable: true, description: 'Who assessed.' }),
    overall: t.exposeFloat('overall', { nullable: true, description: 'The overall score, from 0 to 100.' }),
    scores: t.field({
      type: [ScoreType],
      description: 'The scores of single items.',
      resolve: (row, _, ctx) => loadScores(ctx, row),
    }),
    source: t.field({ type: SourceType, description: 'Where it was read.', resolve: (row) => row.source }),
  }),
})

const CommitmentStatus = enumOf<Commitment['status']>('CommitmentStatus', 'What became of a commitment.', {
  signed: 'Signed.',
  'in-progress': 'Work on it has begun.',
  fulfilled: 'Fulfilled.',
  withdrawn: 'Withdrawn.',
  'not-stated': 'The source does not say.',
} satisfies Record<(typeof commitmentStatuses)[number], string>)

export const CommitmentType = builder.objectRef<CommitmentRow>('Commitment').implement({
  description: 'A signature under a framework or one of its items, with what is known of its fulfilment.',
  fields: (t) => ({
    framework: t.field({
      type: types.framework,
      description: 'The framework.',
      resolve: (row, _, ctx) => loadFramework(ctx, row.entryId),
    }),
    subject: t.field({
      type: Entry,
      description: 'Who committed itself.',
      resolve: (row, _, ctx) => loadSubject(ctx, row.subject),
    }),
    item: t.field({
      type: FrameworkItemType,
      nullable: true,
      description: 'The item; null for the framework as a whole.',
      resolve: (row, _, ctx) => loadItem(ctx, row.entryId, row.item),
    }),
    since: t.exposeString('since', { nullable: true, description: 'Since when, as precise as is known.' }),
    status: t.field({
      type: CommitmentStatus,
      description: 'What became of it.',
      resolve: (row) => row.status,
    }),
    note: t.exposeString('note', { nullable: true, description: 'What else the source says.' }),
    source: t.field({
      type: SourceType,
      nullable: true,
      description: 'The source that says so.',
      resolve: (row) => row.source,
    }),
  }),
})

/** The assessments of a city, country or network. */
export const assessments = {
  type: [AssessmentType] as [typeof AssessmentType],
  description: 'How it was assessed under frameworks, the newest first.',
  resolve: (parent: { id: string }, _args: object, ctx: Context) => ctx.loaders.assessmentsOf.load(parent.id),
}

/** The commitments of a city, country, organisation or network. */
export const commitments = {
  type: [CommitmentType] as [typeof CommitmentType],
  description: 'What it has signed.',
  resolve: (parent: { id: string }, _args: object, ctx: Context) => ctx.loaders.commitmentsOf.load(parent.id),
}

type Row = EntryRow<'framework'>

types.framework.implement({
  description: 'A charter, plan of action or index that a network or body owns: a tree of items.',
  interfaces: [Node, Entry],
  fields: (t) => ({
    name: t.field(requiredText('Its name; the same as `title`.', (row: Row) => row.title)),
    type: t.field(concept('What kind of framework it is.', 'type')),
    network: t.field(one('network', 'The network that owns it.', (row: Row) => row.network)),
    organisation: t.field(
      one('organisation', 'The organisation that owns it.', (row: Row) => row.organisation),
    ),
    owner: t.exposeString('owner', {
      nullable: true,
      description: 'Who owns it, in the words of the source.',
    }),
    adopted: t.exposeString('adopted', { nullable: true, description: 'When it was adopted.' }),
    ended: t.exposeString('ended', { nullable: true, description: 'When it ceased to be used.' }),
    items: t.field({
      type: [FrameworkItemType],
      description: 'Its topmost items, in order; each has its `children`.',
      resolve: (row, _, ctx) => loadItemsBelow(ctx, row.id, null),
    }),
    itemCount: t.int({
      description: 'How many items it has on all levels.',
      resolve: async (row, _, ctx) => (await ctx.loaders.items.load(row.id)).length,
    }),
    assessments: t.field({
      type: [AssessmentType],
      description: 'Who was assessed under it, the newest first.',
      resolve: (row, _, ctx) => ctx.loaders.assessmentsUnder.load(row.id),
    }),
    commitments: t.field({
      type: [CommitmentType],
      description: 'Who has signed it, or items of it.',
      resolve: (row, _, ctx) => ctx.loaders.commitmentsUnder.load(row.id),
    }),
    visits: t.field(related('visitsOnFramework', 'Reviews that used it.')),
  }),
})
