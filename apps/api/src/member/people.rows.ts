import { schema, type Tx } from '@hansa/db'
import { Unauthenticated } from '@hansa/domain/errors'
import { and, eq } from 'drizzle-orm'

const { member } = schema

/** How many active administrators there are; none of them changes until the transaction ends. */
export const countAdministrators = async (tx: Tx): Promise<number> => {
  const rows = await tx
    .select({ id: member.id })
    .from(member)
    .where(and(eq(member.isAdministrator, true), eq(member.state, 'active')))
    .orderBy(member.id)
    .for('update')
  return rows.length
}

/**
 * Lets one change at a time be made to what is a member's own; she stays active until the transaction ends.
 * @throws Unauthenticated when she was suspended or erased since the request began
 */
export const lockActive = async (tx: Tx, id: string): Promise<void> => {
  const rows = await tx
    .select({ id: member.id })
    .from(member)
    .where(and(eq(member.id, id), eq(member.state, 'active')))
    .for('update')
  if (rows.length === 0) throw new Unauthenticated()
}
