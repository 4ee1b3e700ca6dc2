import { schema } from '@hansa/db'
import { leadingFunction } from '@hansa/domain/affiliation'
import { isEntryId } from '@hansa/domain/id'
import { authorize, can, type MemberViewer } from '@hansa/domain/permissions'
import { leads } from '@hansa/domain/roles'
import { and, asc, eq, inArray, isNull, ne, or, type SQL } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { among } from '../entry/entry.loaders.ts'
import { type AffiliationRow, isCurrent, subjectAt } from './affiliation.rows.ts'

const { affiliation, member, membership, network } = schema

type Reading = Pick<Context, 'db' | 'viewer' | 'limits'>

/** An affiliation with the name of its member, for those who answer for the entry: whoever asks them shows them her name. */
export type PersonAt = { affiliation: AffiliationRow; name: string }

const people = ({ db, limits }: Reading, where: SQL | undefined): Promise<PersonAt[]> =>
  db
    .select({ affiliation, name: member.name })
    .from(affiliation)
    .innerJoin(member, eq(member.id, affiliation.memberId))
    .where(and(eq(member.state, 'active'), where))
    .orderBy(asc(affiliation.createdAt), asc(affiliation.id))
    .limit(limits.pageSize)

/**
 * Who belongs to an entry, waits to, or reviews it: the first hundred, the oldest first.
 * @throws Unauthenticated, Forbidden
 */
export const listPeopleAt = async (ctx: Reading, entryId: string): Promise<PersonAt[]> => {
  authorize(ctx.viewer, 'affiliation.list', await subjectAt(ctx.db, entryId))
  return isEntryId(entryId) ? await people(ctx, eq(affiliation.entryId, entryId)) : []
}

/** The condition that a viewer answers for the entry of an affiliation; says in SQL what the rule of `affiliation.decide` says. */
const answeredBy = (db: Context['db'], viewer: MemberViewer): SQL | undefined => {
  if (viewer.isAdministrator) return undefined
  const led = viewer.affiliations.map((one) => one.entryId).filter((id) => leads(viewer, id))
  const curated = led.filter((id) => leadingFunction(id) === 'curator')
  return and(
    ne(affiliation.memberId, viewer.id),
    or(
      among(affiliation.entryId, led),
      inArray(
        affiliation.entryId,
        db
          .select({ id: membership.member })
          .from(membership)
          .where(and(among(membership.entryId, curated), isCurrent())),
      ),
      inArray(
        affiliation.entryId,
        db.select({ id: network.id }).from(network).where(among(network.parent, curated)),
      ),
    ),
  )
}

/**
 * What waits for the viewer's answer: the first hundred, the oldest first. Nothing for a visitor.
 */
export const listToDecide = async (ctx: Reading): Promise<PersonAt[]> => {
  const { viewer } = ctx
  if (viewer.kind !== 'member' || !can(viewer, 'directory.read')) return []
  return await people(ctx, and(isNull(affiliation.confirmedAt), answeredBy(ctx.db, viewer)))
}
