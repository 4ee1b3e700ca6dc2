import { schema, type Tx, writeOutbox } from '@hansa/db'
import { kindOfId } from '@hansa/domain/kind'
import { actorOf } from '@hansa/domain/permissions'
import type { Context } from '../context.ts'

/** What a service needs to know of whoever acts. */
export type Acting = Pick<Context, 'db' | 'clock' | 'viewer' | 'caller'>

/** What was done to an entry or a member. */
export type Change = {
  action: string
  /** Id of the entry or member it was done to. */
  entryId: string
  /** The member it concerns besides, when it was done to an entry. */
  memberId?: string
  before?: unknown
  after?: unknown
}

/** Writes the audit record of a change, and its event, into the transaction that makes it. */
export const writeTrail = async (
  tx: Tx,
  { clock, viewer, caller }: Omit<Acting, 'db'>,
  { action, entryId, memberId, before = null, after = null }: Change,
): Promise<void> => {
  await tx.insert(schema.audit).values({
    at: clock.now(),
    actor: actorOf(viewer),
    action,
    entryId,
    memberId: memberId ?? null,
    before,
    after,
    origin: caller.origin,
  })
  // What happens between a member and an entry changes the member: the entry's own record stays as it is.
  const changed = memberId ?? entryId
  await writeOutbox(tx, [{ entryId: changed, entryKind: kindOfId(changed) ?? 'member', event: action }])
}
