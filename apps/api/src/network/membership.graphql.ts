import type { Membership, membershipRoles } from '@hansa/domain/network'
import type { Context } from '../context.ts'
import { Entry, SourceType } from '../entry/entry.graphql.ts'
import { findEntry, loadEntry } from '../entry/entry.reader.ts'
import { types } from '../entry/entry.types.ts'
import { builder, enumOf } from '../graphql/builder.ts'
import type { MembershipRow } from './membership.loaders.ts'

const MembershipRole = enumOf<Membership['role']>('MembershipRole', 'What a member is in a network.', {
  member: 'A member.',
  founder: 'One of those who founded it.',
  partner: 'A partner of a programme or project.',
  'case-study': 'A place the network studied.',
  observer: 'An observer.',
  lead: 'The one that leads.',
} satisfies Record<(typeof membershipRoles)[number], string>)

/** Rows are read only when both ends are visible, so an end that is missing is a fault. */
const present = <T>(row: T | null, id: string): T => {
  if (row === null) throw new Error(`No entry ${id}`)
  return row
}

export const MembershipType = builder.objectRef<MembershipRow>('Membership').implement({
  description: 'That a city, organisation, country or network belongs, or belonged, to a network.',
  fields: (t) => ({
    network: t.field({
      type: types.network,
      description: 'The network.',
      resolve: async (row, _, ctx) => present(await loadEntry(ctx, 'network', row.entryId), row.entryId),
    }),
    member: t.field({
      type: Entry,
      description: 'The member.',
      resolve: async (row, _, ctx) => present(await findEntry(ctx, row.member), row.member),
    }),
    role: t.field({
      type: MembershipRole,
      description: 'What it is in the network.',
      resolve: (row) => row.role,
    }),
    since: t.exposeString('since', { nullable: true, description: 'Since when, as precise as is known.' }),
    until: t.exposeString('until', {
      nullable: true,
      description: 'Until when; null while it lasts or is not known.',
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

/** The memberships of a city, organisation, country or network in networks. */
export const memberships = {
  type: [MembershipType] as [typeof MembershipType],
  description: 'The networks it belongs, or belonged, to.',
  resolve: (parent: { id: string }, _args: object, ctx: Context) => ctx.loaders.memberOf.load(parent.id),
}
