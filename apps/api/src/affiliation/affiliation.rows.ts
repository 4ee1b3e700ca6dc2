import { type Db, schema, type Tx } from '@hansa/db'
import { type AffiliationFunction, leadingFunction } from '@hansa/domain/affiliation'
import type { EntryState } from '@hansa/domain/entry'
import { isEntryId, isIdOf } from '@hansa/domain/id'
import type { Subject } from '@hansa/domain/permissions'
import { and, count, eq, isNotNull, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { among } from '../entry/entry.loaders.ts'
import { amongWriters } from '../entry/entry.locks.ts'

const { affiliation, entry, entryLink, event, member, membership, network, practice, resource } = schema

export type AffiliationRow = typeof affiliation.$inferSelect

/** A condition that a membership of a network has not ended. One that ends this year, with no day said, counts as ended. */
export const isCurrent = (until: SQLWrapper = membership.until): SQL =>
  sql`(${until} is null or ${until} > to_char(now() at time zone 'UTC', 'YYYY-MM-DD'))`

/**
 * The networks whose secretariats have a say about entries: those they are members of today, their parents, those practices
 * name, the ones of events and resources.
 */
export const networksOfAll = async (db: Db, entryIds: readonly string[]): Promise<Map<string, string[]>> => {
  const belonging = db
    .select({ of: membership.member, id: membership.entryId })
    .from(membership)
    .where(and(among(membership.member, entryIds), isCurrent()))
  const parent = db
    .select({ of: network.id, id: sql<string>`${network.parent}` })
    .from(network)
    .where(and(among(network.id, entryIds), isNotNull(network.parent)))
  const named = db
    .select({ of: entryLink.fromId, id: entryLink.toId })
    .from(entryLink)
    .where(and(among(entryLink.fromId, entryIds), eq(entryLink.field, 'networks')))
  const ofEvent = db
    .select({ of: event.id, id: sql<string>`${event.network}` })
    .from(event)
    .where(and(among(event.id, entryIds), isNotNull(event.network)))
  const ofResource = db
    .select({ of: resource.id, id: sql<string>`${resource.network}` })
    .from(resource)
    .where(and(among(resource.id, entryIds), isNotNull(resource.network)))
  const rows = await belonging.union(parent).union(named).union(ofEvent).union(ofResource)
  return new Map([...Map.groupBy(rows, ({ of }) => of)].map(([of, all]) => [of, all.map(({ id }) => id)]))
}

const networksOf = async (db: Db, entryId: string): Promise<string[]> =>
  (await networksOfAll(db, [entryId])).get(entryId) ?? []

/** A condition that one of some networks has a say about an entry: says in SQL what `networksOf` says of one entry. */
export const isOfNetworks = (entryId: SQLWrapper, networkIds: readonly string[]): SQL => {
  const ids = sql.param([...networkIds])
  return sql`(${entryId} = any(${ids})
    or exists (select from ${membership} where ${membership.member} = ${entryId} and ${membership.entryId} = any(${ids}) and ${isCurrent()})
    or exists (select from ${network} where ${network.id} = ${entryId} and ${network.parent} = any(${ids}))
    or exists (select from ${entryLink} where ${entryLink.fromId} = ${entryId} and ${entryLink.field} = 'networks' and ${entryLink.toId} = any(${ids}))
    or exists (select from ${event} where ${event.id} = ${entryId} and ${event.network} = any(${ids}))
    or exists (select from ${resource} where ${resource.id} = ${entryId} and ${resource.network} = any(${ids})))`
}

/** The state of an entry, and the organisations that lead it: the one a practice names. */
const factsOf = async (db: Db, entryId: string): Promise<Pick<Subject, 'state' | 'ledBy'>> => {
  const [row] = await db
    .select({ state: entry.state, leader: practice.leadOrganisation })
    .from(entry)
    .leftJoin(practice, eq(practice.id, entry.id))
    .where(eq(entry.id, entryId))
  return { ...(row && { state: row.state }), ledBy: row?.leader ? [row.leader] : [] }
}

/** An entry as the rules see it, with the member who is acted on there. */
export const subjectAt = async (db: Db, entryId: string, memberId?: string): Promise<Subject> => {
  const subject = { entry: entryId, ...(memberId !== undefined && { member: memberId }) }
  if (!isEntryId(entryId)) return { ...subject, networks: [], ledBy: [] }
  return { ...subject, ...(await factsOf(db, entryId)), networks: await networksOf(db, entryId) }
}

/** An affiliation by its id; null when there is none. */
export const findAffiliation = async (db: Db, id: string): Promise<AffiliationRow | null> => {
  if (!isIdOf('affi', id)) return null
  const [row] = await db.select().from(affiliation).where(eq(affiliation.id, id))
  return row ?? null
}

/** Lets one change at a time be made to who belongs to an entry; the entry's state, or null when there is none. */
export const lockEntry = async (tx: Tx, entryId: string): Promise<EntryState | null> => {
  await amongWriters(tx)
  const [row] = await tx.select({ state: entry.state }).from(entry).where(eq(entry.id, entryId)).for('update')
  return row?.state ?? null
}

/** How many active members lead an entry. Meaningful while the entry is locked. */
export const countLeaders = async (db: Db, entryId: string): Promise<number> => {
  const lead = leadingFunction(entryId)
  if (!lead) return 0
  const [row] = await db
    .select({ count: count() })
    .from(affiliation)
    .innerJoin(member, eq(member.id, affiliation.memberId))
    .where(
      and(
        eq(affiliation.entryId, entryId),
        eq(affiliation.function, lead),
        isNotNull(affiliation.confirmedAt),
        eq(member.state, 'active'),
      ),
    )
  return row?.count ?? 0
}

const ofMemberAt = (memberId: string, entryId: string, role: AffiliationFunction) =>
  and(eq(affiliation.memberId, memberId), eq(affiliation.entryId, entryId), eq(affiliation.function, role))

/** Removes what a member is at an entry in one function. */
export const removeFunction = async (
  tx: Tx,
  memberId: string,
  entryId: string,
  role: AffiliationFunction,
): Promise<void> => {
  await tx.delete(affiliation).where(ofMemberAt(memberId, entryId, role))
}

/** Whether an active member belongs to an entry, in whatever function, confirmed. She stays active until the transaction ends. */
export const belongsTo = async (tx: Tx, memberId: string, entryId: string): Promise<boolean> => {
  const rows = await tx
    .select({ id: affiliation.id })
    .from(affiliation)
    .innerJoin(member, eq(member.id, affiliation.memberId))
    .where(
      and(
        eq(affiliation.memberId, memberId),
        eq(affiliation.entryId, entryId),
        isNotNull(affiliation.confirmedAt),
        eq(member.state, 'active'),
      ),
    )
    .for('share')
  return rows.length > 0
}
