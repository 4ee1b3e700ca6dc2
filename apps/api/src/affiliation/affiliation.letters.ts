import { schema, type Tx } from '@hansa/db'
import { type AffiliationFunction, leadingFunction } from '@hansa/domain/affiliation'
import { and, eq, inArray, isNotNull, ne, type SQL } from 'drizzle-orm'
import type { Acting } from '../audit/trail.ts'
import { notify } from '../notification/notify.ts'
import { type AffiliationRow, subjectAt } from './affiliation.rows.ts'

const { affiliation, member } = schema

/** What somebody else did about where a member belongs. */
export type AffiliationEvent = 'confirmed' | 'refused' | 'ended' | 'handed-over' | 'reviewer'

const path = '/account/affiliations'

const holding = (entryIds: readonly string[], role: AffiliationFunction): SQL | undefined =>
  and(
    inArray(affiliation.entryId, [...entryIds]),
    eq(affiliation.function, role),
    isNotNull(affiliation.confirmedAt),
  )

const select = async (tx: Tx, where: SQL | undefined): Promise<string[]> => {
  const rows = await tx
    .selectDistinct({ id: member.id })
    .from(member)
    .leftJoin(affiliation, eq(affiliation.memberId, member.id))
    .where(and(eq(member.state, 'active'), where))
  return rows.map((row) => row.id)
}

/** Who is to answer: those who lead the entry, else the secretariats of its networks, else administrators. */
const answering = async (tx: Tx, { entryId, memberId }: AffiliationRow): Promise<string[]> => {
  const lead = leadingFunction(entryId)
  const others = ne(member.id, memberId)
  const leaders = lead ? await select(tx, and(holding([entryId], lead), others)) : []
  if (leaders.length > 0) return leaders
  const { networks = [] } = await subjectAt(tx, entryId)
  const curators = await select(tx, and(holding(networks, 'curator'), others))
  return curators.length > 0 ? curators : await select(tx, and(eq(member.isAdministrator, true), others))
}

/** Tells those who answer for an entry that somebody asks to belong to it. */
export const tellAsked = async (
  tx: Tx,
  ctx: Pick<Acting, 'clock' | 'viewer'>,
  row: AffiliationRow,
): Promise<void> =>
  notify(tx, ctx, {
    to: await answering(tx, row),
    about: 'affiliation.asked',
    key: row.id,
    entry: row.entryId,
    path,
    detail: { by: row.memberId },
  })

/** Tells a member that somebody else changed where she belongs. */
export const tellChanged = (
  tx: Tx,
  ctx: Pick<Acting, 'clock' | 'viewer'>,
  { id, memberId, entryId }: Pick<AffiliationRow, 'id' | 'memberId' | 'entryId'>,
  event: AffiliationEvent,
): Promise<void> =>
  notify(tx, ctx, {
    to: [memberId],
    about: `affiliation.${event}`,
    key: `${id} ${ctx.clock.now().toISOString()}`,
    entry: entryId,
    path,
  })
