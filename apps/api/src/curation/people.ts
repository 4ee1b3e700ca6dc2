import { type Db, schema } from '@hansa/db'
import type { AffiliationFunction } from '@hansa/domain/affiliation'
import { leadingFunction } from '@hansa/domain/affiliation'
import { and, eq, inArray, isNotNull, or, type SQL } from 'drizzle-orm'
import { subjectAt } from '../affiliation/affiliation.rows.ts'

const { affiliation, member, review } = schema

const activeWith = async (db: Db, where: SQL | undefined): Promise<string[]> => {
  const rows = await db
    .selectDistinct({ id: member.id })
    .from(member)
    .leftJoin(affiliation, eq(affiliation.memberId, member.id))
    .where(and(eq(member.state, 'active'), where))
    .orderBy(member.id)
  return rows.map(({ id }) => id)
}

const holding = (entryIds: readonly string[], role: AffiliationFunction): SQL | undefined =>
  and(
    inArray(affiliation.entryId, [...entryIds]),
    eq(affiliation.function, role),
    isNotNull(affiliation.confirmedAt),
  )

/** Who decides about an entry: the secretariats of its networks, where there are none administrators. */
export const curatorsOf = async (db: Db, entryId: string): Promise<string[]> => {
  const { networks = [] } = await subjectAt(db, entryId)
  const own = leadingFunction(entryId) === 'curator' ? [entryId, ...networks] : networks
  const curators = own.length > 0 ? await activeWith(db, holding(own, 'curator')) : []
  return curators.length > 0 ? curators : await activeWith(db, eq(member.isAdministrator, true))
}

/**
 * Who can say whether an entry still holds: who leads it or the organisation that leads it, and who began it; where there is
 * nobody, those who decide about it.
 */
export const keepersOf = async (db: Db, entryId: string): Promise<string[]> => {
  const { ledBy = [] } = await subjectAt(db, entryId)
  const lead = leadingFunction(entryId)
  const keepers = await activeWith(
    db,
    or(
      holding([entryId], 'author'),
      lead ? holding([entryId], lead) : undefined,
      ledBy.length > 0 ? holding(ledBy, 'editor') : undefined,
    ),
  )
  return keepers.length > 0 ? keepers : await curatorsOf(db, entryId)
}

/** Who was asked to review a revision. */
export const reviewersOf = async (db: Db, revisionId: string): Promise<string[]> => {
  const rows = await db
    .select({ id: review.reviewerId })
    .from(review)
    .innerJoin(member, eq(member.id, review.reviewerId))
    .where(and(eq(review.revisionId, revisionId), eq(member.state, 'active')))
    .orderBy(review.reviewerId)
  return rows.map(({ id }) => id)
}
