import { InvalidInput } from '@hansa/domain/errors'
import { isWrittenKind } from '@hansa/domain/fiche'
import { type Kind, kindNames } from '@hansa/domain/kind'
import { findConcept } from '../concept/concept.reader.ts'
import type { Context } from '../context.ts'
import { previewEntry } from '../curation/preview.service.ts'
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

/** How one entry is asked for. */
type Wanted = {
  slug?: string | null | undefined
  id?: string | null | undefined
  revision?: string | null | undefined
}

/** An entry as it is published, or as one of its revisions says. */
const findOne = async (ctx: Context, kind: Kind, { revision, ...wanted }: Wanted) => {
  if (revision == null) return await findBySlugOrId(ctx, kind, wanted)
  const row = await previewEntry(ctx, revision)
  const { slug, id } = wanted
  return row && row.kind === kind && row.slug === (slug ?? row.slug) && row.id === (id ?? row.id) ? row : null
}

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
        ...(isWrittenKind(kind) && {
          revision: t.arg.id({
            description:
              'Id of a revision of it: the entry as it would be if that were published now, for those who may read the revision; null for everybody else.',
          }),
        }),
      },
      resolve: (_, args: Wanted, ctx) => findOne(ctx, kind, args) as never,
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
