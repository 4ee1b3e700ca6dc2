import { InvalidInput } from '@hansa/domain/errors'
import { type Kind, kindNames } from '@hansa/domain/kind'
import { findConcept } from '../concept/concept.reader.ts'
import type { Context } from '../context.ts'
import { builder } from '../graphql/builder.ts'
import { pageArgs, pageCost } from '../graphql/connection.ts'
import { Entry, EntryKind, Node } from './entry.graphql.ts'
import { findBySlug, findBySlugOrId, followEntry, listEntries } from './entry.reader.ts'
import { connections, queryNames, types } from './entry.types.ts'

const findNode = async (ctx: Context, id: string) =>
  (await followEntry(ctx, id)) ?? (await findConcept(ctx, id))

builder.queryFields((t) => ({
  node: t.field({
    type: Node,
    nullable: true,
    description:
      'An entry or concept by its id; null when there is none. The id of an entry that was merged into another gives that one.',
    args: { id: t.arg.id({ required: true, description: 'Its id: `prac_…`, `policy-area/housing`.' }) },
    resolve: (_, { id }, ctx) => findNode(ctx, id),
  }),
  nodes: t.field({
    type: [Node],
    nullable: { list: false, items: true },
    description: 'Entries or concepts by their ids, in that order; null where there is none.',
    args: { ids: t.arg.idList({ required: true, description: 'Their ids, at most 100.' }) },
    complexity: ({ ids }) => ({ field: 1, multiplier: ids.length }),
    resolve: (_, { ids }, ctx) => {
      if (ids.length > ctx.limits.pageSize)
        throw new InvalidInput([{ field: 'ids', message: `are more than ${ctx.limits.pageSize}` }])
      return Promise.all(ids.map((id) => findNode(ctx, id)))
    },
  }),
  entry: t.field({
    type: Entry,
    nullable: true,
    description:
      'An entry of a kind by its slug; null when there is none. A slug it had before finds it too: then its `slug` differs from the one asked for.',
    args: {
      kind: t.arg({ type: EntryKind, required: true, description: 'Its kind.' }),
      slug: t.arg.string({ required: true, description: 'Its slug, or one it had before.' }),
    },
    resolve: (_, { kind, slug }, ctx) => findBySlug(ctx, kind, slug),
  }),
}))

/** One query for an entry and one for all entries of every kind. */
const addQueries = <K extends Kind>(kind: K) => {
  const { one, many } = queryNames[kind]
  const words = kind.replace('-', ' ')
  builder.queryField(one, (t) =>
    t.field({
      type: types[kind],
      nullable: true,
      description: `A ${words} by its slug or its id; null when there is none. A slug it had before finds it too: then its \`slug\` differs from the one asked for.`,
      args: {
        slug: t.arg.string({ description: 'Its slug, or one it had before. Give either this or an id.' }),
        id: t.arg.id({ description: 'Its id. Give either this or a slug.' }),
      },
      resolve: (_, args, ctx) => findBySlugOrId(ctx, kind, args) as never,
    }),
  )
  builder.queryField(many, (t) =>
    t.field({
      type: connections[kind],
      description: `All entries of the kind ${words}, in order of their titles. To filter them, use \`search\`.`,
      args: pageArgs,
      complexity: pageCost,
      resolve: (_, args, ctx) => listEntries(ctx, kind, args) as never,
    }),
  )
}

for (const kind of kindNames) addQueries(kind)
