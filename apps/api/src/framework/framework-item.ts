import type { Context } from '../context.ts'
import { builder } from '../graphql/builder.ts'
import type { ItemRow } from './framework.loaders.ts'

export const FrameworkItemType = builder.objectRef<ItemRow>('FrameworkItem')

/** An item of a framework by its key; null when the framework has none of that key. */
export const loadItem = async (
  ctx: Pick<Context, 'loaders'>,
  frameworkId: string,
  key: string | null | undefined,
): Promise<ItemRow | null> =>
  key ? ((await ctx.loaders.items.load(frameworkId)).find((item) => item.key === key) ?? null) : null

/** The items below one of a framework, or its topmost ones, in order. */
export const loadItemsBelow = async (
  ctx: Pick<Context, 'loaders'>,
  frameworkId: string,
  parent: string | null,
): Promise<ItemRow[]> =>
  (await ctx.loaders.items.load(frameworkId)).filter((item) => (item.parent ?? null) === parent)
