import { schema } from '@hansa/db'
import { visibleTo } from '@hansa/domain/permissions'
import DataLoader from 'dataloader'
import { and, asc, eq, getTableColumns, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { among, grouped, maxBatchSize, type Reader } from '../entry/entry.loaders.ts'

const { entry, membership } = schema

export type MembershipRow = typeof membership.$inferSelect

/** Memberships of which the viewer may see both ends. */
const selectMemberships = ({ db, viewer }: Reader, by: 'entryId' | 'member', ids: readonly string[]) => {
  const network = alias(entry, 'network_entry')
  const member = alias(entry, 'member_entry')
  const states = visibleTo(viewer)
  return db
    .select(getTableColumns(membership))
    .from(membership)
    .innerJoin(network, and(eq(network.id, membership.entryId), inArray(network.state, states)))
    .innerJoin(member, and(eq(member.id, membership.member), inArray(member.state, states)))
    .where(among(membership[by], ids))
    .orderBy(asc(membership.entryId), asc(membership.position))
}

/** Batched reads of memberships, from either end. */
export const createMembershipLoaders = (reader: Reader) => ({
  members: new DataLoader(
    async (ids: readonly string[]) =>
      grouped(ids, await selectMemberships(reader, 'entryId', ids), (row) => row.entryId),
    { maxBatchSize },
  ),
  memberOf: new DataLoader(
    async (ids: readonly string[]) =>
      grouped(ids, await selectMemberships(reader, 'member', ids), (row) => row.member),
    { maxBatchSize },
  ),
})
