import type { Kind } from '@hansa/domain/kind'
import type { Context } from '../context.ts'
import { type Page, type PageArgs, pageArgs, pageCost } from '../graphql/connection.ts'
import { reads, readsOf } from '../graphql/shown-columns.ts'
import { listRelated, loadEntries, loadEntry, loadLinked } from './entry.reader.ts'
import { type RelationName, relations } from './entry.relations.ts'
import { connections, type EntryRow, types } from './entry.types.ts'

/** A field that refers to one entry; null when there is none or the viewer may not see it. */
export const one = <K extends Kind, P>(
  kind: K,
  description: string,
  pick: (parent: P) => string | null | undefined,
) => ({
  type: types[kind],
  nullable: true as const,
  description,
  ...readsOf(pick),
  resolve: (parent: P, _args: object, ctx: Context): Promise<EntryRow<K> | null> =>
    loadEntry(ctx, kind, pick(parent)),
})

/** A field that lists the entries that a field of the entry links to, in the order given there. */
export const many = <K extends Kind>(kind: K, description: string, field: string) => ({
  type: [types[kind]] as [(typeof types)[K]],
  description,
  ...reads(),
  resolve: async (parent: { id: string }, _args: object, ctx: Context): Promise<EntryRow<K>[]> => {
    const links = await loadLinked(ctx, parent.id, field)
    return loadEntries(
      ctx,
      kind,
      links.map((link) => link.toId),
    )
  },
})

type RelationKind<R extends RelationName> = (typeof relations)[R]['kind']

/** A connection of the entries that refer to this one. */
export const related = <R extends RelationName>(relation: R, description: string) => ({
  type: connections[relations[relation].kind] as (typeof connections)[RelationKind<R>],
  description,
  args: pageArgs,
  complexity: pageCost,
  ...reads(),
  resolve: (parent: { id: string }, args: PageArgs, ctx: Context): Page<EntryRow<RelationKind<R>>> =>
    listRelated(ctx, relation, parent.id, args),
})
