import { InvalidInput } from '@hansa/domain/errors'
import type { ObjectRef } from '@pothos/core'
import type { Context } from '../context.ts'
import { type BuilderTypes, builder } from './builder.ts'

/** What is on one page of a list; one cursor per node. */
export type Items<T> = { nodes: T[]; cursors: string[]; hasNextPage: boolean; hasPreviousPage: boolean }

/** One page of a list, read only as far as a client asks: its items, and how many there are on all pages. */
export type Page<T> = { items: () => Promise<Items<T>>; total: () => Promise<number> }

export type PageArgs = { first?: number | null | undefined; after?: string | null | undefined }

type PageInfoShape = Omit<Items<unknown>, 'nodes'>

export const PageInfo = builder.objectRef<PageInfoShape>('PageInfo').implement({
  description: 'Where a page lies in its list (Relay cursor connections).',
  fields: (t) => ({
    hasNextPage: t.exposeBoolean('hasNextPage', { description: 'Whether more follows.' }),
    hasPreviousPage: t.exposeBoolean('hasPreviousPage', { description: 'Whether something comes before.' }),
    startCursor: t.string({
      nullable: true,
      description: 'Cursor of the first item; null on an empty page.',
      resolve: (page) => page.cursors[0] ?? null,
    }),
    endCursor: t.string({
      nullable: true,
      description:
        'Cursor of the last item, to be given as `after` for the next page; null on an empty page.',
      resolve: (page) => page.cursors.at(-1) ?? null,
    }),
  }),
})

/** The connection type of a list, `<Type>Connection`, with its edge type. `things` is the plural used in descriptions. */
export const connectionOf = <T>(node: ObjectRef<BuilderTypes, T>, things: string) => {
  const Edge = builder.objectRef<{ cursor: string; node: T }>(`${node.name}Edge`).implement({
    description: `One of the ${things} on a page.`,
    fields: (t) => ({
      cursor: t.exposeString('cursor', {
        description: 'To be given as `after`: the next page then begins behind this one.',
      }),
      node: t.field({ type: node, description: 'The entry itself.', resolve: (edge) => edge.node as never }),
    }),
  })
  return builder.objectRef<Page<T>>(`${node.name}Connection`).implement({
    description: `A page of ${things}.`,
    fields: (t) => ({
      totalCount: t.int({ description: 'How many there are on all pages.', resolve: (page) => page.total() }),
      edges: t.field({
        type: [Edge],
        complexity: { field: 0, multiplier: 1 },
        description: 'The page, with a cursor for each.',
        resolve: async (page) => {
          const { nodes, cursors } = await page.items()
          return nodes.map((item, i) => ({ node: item, cursor: cursors[i] ?? '' }))
        },
      }),
      nodes: t.field({
        type: [node],
        complexity: { field: 0, multiplier: 1 },
        description: 'The page without cursors.',
        resolve: async (page) => (await page.items()).nodes as never,
      }),
      pageInfo: t.field({
        type: PageInfo,
        description: 'Where this page lies.',
        resolve: (page) => page.items(),
      }),
    }),
  })
}

const defaultFirst = 20

export const pageArgs = builder.args((t) => ({
  first: t.int({ description: 'How many to give: 1 to 100, 20 if not said.' }),
  after: t.string({ description: 'Cursor behind which the page begins; without it, at the beginning.' }),
}))

/**
 * How many items a page has.
 * @throws InvalidInput when it is not between 1 and the limit
 */
export const sizeOf = (args: PageArgs, ctx: Pick<Context, 'limits'>): number => {
  const size = args.first ?? defaultFirst
  if (size >= 1 && size <= ctx.limits.pageSize) return size
  throw new InvalidInput([{ field: 'first', message: `must be between 1 and ${ctx.limits.pageSize}` }])
}

/** The cost of a page: its fields times the number of items asked for. */
export const pageCost = (args: PageArgs) => ({
  field: 1,
  multiplier: Math.min(Math.max(args.first ?? defaultFirst, 1), 1000),
})
