import { schema } from '@hansa/db'
import { and, eq, lte } from 'drizzle-orm'
import { type AuthDeps, after } from './deps.ts'
import { hashOf, newSecret } from './secrets.ts'

/** A browser that does not come back for so many seconds is forgotten. */
export const deviceLife = 400 * 24 * 3600

const { knownDevice } = schema

/** Whether a member has signed in from this browser before. */
export const isKnownDevice = async (
  { db }: Pick<AuthDeps, 'db'>,
  memberId: string,
  secret: string | null,
): Promise<boolean> => {
  if (secret === null) return false
  const rows = await db
    .select({ id: knownDevice.idHash })
    .from(knownDevice)
    .where(and(eq(knownDevice.idHash, hashOf(secret)), eq(knownDevice.memberId, memberId)))
  return rows.length > 0
}

/**
 * Remembers the browser of a member who has just signed in.
 * @param known the secret the browser has, if it has one
 * @returns the secret it is to keep; always a new one where the browser was unknown to this member
 */
export const rememberDevice = async (
  deps: AuthDeps,
  memberId: string,
  known: string | null,
): Promise<string> => {
  // A secret that somebody else could have put there must not become one that is trusted.
  const secret =
    known !== null && (await isKnownDevice(deps, memberId, known)) ? known : newSecret(deps.random)
  const values = { idHash: hashOf(secret), memberId, lastSeenAt: deps.clock.now() }
  await deps.db
    .insert(knownDevice)
    .values(values)
    .onConflictDoUpdate({
      target: [knownDevice.idHash, knownDevice.memberId],
      set: { lastSeenAt: values.lastSeenAt },
    })
  return secret
}

/** Forgets all browsers of a member. */
export const forgetDevices = async ({ db }: Pick<AuthDeps, 'db'>, memberId: string): Promise<void> => {
  await db.delete(knownDevice).where(eq(knownDevice.memberId, memberId))
}

/** Removes browsers that did not come back. */
export const sweepDevices = async ({ db, clock }: Pick<AuthDeps, 'db' | 'clock'>): Promise<void> => {
  await db.delete(knownDevice).where(lte(knownDevice.lastSeenAt, after(clock, -deviceLife)))
}
