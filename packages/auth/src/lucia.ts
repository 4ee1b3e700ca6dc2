import { type Clock, type Db, schema } from '@hansa/db'
import { newId } from '@hansa/domain/id'
import type { Origin } from '@hansa/domain/origin'
import { and, eq, lte, ne, or } from 'drizzle-orm'
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from 'lucia'
import { type AuthDeps, after } from './deps.ts'
import { hashOf, newSecret } from './secrets.ts'

/*
 * Sessions, and the only file that knows Lucia (docs/decisions/071-signing-in.md). Lucia decides when a session is
 * over or renewed; the adapter keeps the rows. Lucia is handed the secret, the rows have its SHA-256.
 */

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<Attributes>
    DatabaseSessionAttributes: Attributes
  }
}

export type SignInMethod = 'password' | 'link' | 'passkey' | 'provider'

/** One browser that is signed in; `id` names it to its member and is no secret. */
export type Session = {
  id: string
  memberId: string
  method: SignInMethod
  network: string
  device: string
  createdAt: Date
  lastSeenAt: Date
}

/** Lucia calls its secret `id`, so the public one has another name here. */
type Attributes = Omit<Session, 'id' | 'memberId'> & { publicId: string; endsAt: Date }

/** A session ends after so many seconds without use, and in any case after so many. */
export const sessionLife = { idle: 14 * 24 * 3600, whole: 90 * 24 * 3600 } as const

/** When it was last used is written at most this often, in seconds. */
const seenEvery = 600

const { session, member } = schema

/** Sessions need no randomness once they have begun. */
type Kept = Pick<AuthDeps, 'db' | 'clock'>

const toSession = (memberId: string, attributes: Attributes): Session => {
  const { publicId, method, network, device, createdAt, lastSeenAt } = attributes
  return { id: publicId, memberId, method, network, device, createdAt, lastSeenAt }
}

const attributesOf = (row: typeof session.$inferSelect): Attributes => ({
  publicId: row.publicId,
  method: row.method,
  network: row.network,
  device: row.device,
  createdAt: row.createdAt,
  lastSeenAt: row.lastSeenAt,
  endsAt: row.endsAt,
})

/** Lucia's time is the computer's; ours is handed in. A moment keeps its distance from now on the way. */
const between = (clock: Clock) => {
  const ahead = clock.now().getTime() - Date.now()
  return {
    toLucia: (ours: Date) => new Date(ours.getTime() - ahead),
    toOurs: (lucias: Date) => new Date(lucias.getTime() + ahead),
  }
}

const createAdapter = (db: Db, clock: Clock): Adapter => {
  const { toLucia, toOurs } = between(clock)
  const toDatabaseSession = (id: string, row: typeof session.$inferSelect): DatabaseSession => ({
    id,
    userId: row.memberId,
    expiresAt: toLucia(new Date(Math.min(row.expiresAt.getTime(), row.endsAt.getTime()))),
    attributes: attributesOf(row),
  })
  return {
    async getSessionAndUser(id) {
      const [row] = await db
        .select({ session, state: member.state })
        .from(session)
        .innerJoin(member, eq(member.id, session.memberId))
        .where(eq(session.idHash, hashOf(id)))
      if (!row) return [null, null]
      const user = row.state === 'active' ? { id: row.session.memberId, attributes: {} } : null
      return [toDatabaseSession(id, row.session), user]
    },
    async getUserSessions(memberId) {
      const rows = await db.select().from(session).where(eq(session.memberId, memberId))
      return rows.map((row) => toDatabaseSession(row.idHash, row))
    },
    async setSession({ id, userId, expiresAt, attributes }) {
      const row = { ...attributes, idHash: hashOf(id), memberId: userId, expiresAt: toOurs(expiresAt) }
      await db.insert(session).values(row)
    },
    async updateSessionExpiration(id, expiresAt) {
      await db
        .update(session)
        .set({ expiresAt: toOurs(expiresAt) })
        .where(eq(session.idHash, hashOf(id)))
    },
    async deleteSession(id) {
      await db.delete(session).where(eq(session.idHash, hashOf(id)))
    },
    async deleteUserSessions(memberId) {
      await db.delete(session).where(eq(session.memberId, memberId))
    },
    async deleteExpiredSessions() {
      const now = clock.now()
      await db.delete(session).where(or(lte(session.expiresAt, now), lte(session.endsAt, now)))
    },
  }
}

const luciaOn = ({ db, clock }: Kept) =>
  new Lucia<Attributes>(createAdapter(db, clock), {
    sessionExpiresIn: new TimeSpan(sessionLife.idle, 's'),
    getSessionAttributes: (attributes) => attributes,
  })

/** Begins a session and gives its secret, which is nowhere stored. */
export const startSession = async (
  deps: AuthDeps,
  { memberId, method, origin }: { memberId: string; method: SignInMethod; origin: Origin },
): Promise<{ secret: string; session: Session }> => {
  const now = deps.clock.now()
  const attributes: Attributes = {
    ...origin,
    publicId: newId('sess'),
    method,
    createdAt: now,
    lastSeenAt: now,
    endsAt: after(deps.clock, sessionLife.whole),
  }
  const secret = newSecret(deps.random)
  await luciaOn(deps).createSession(memberId, attributes, { sessionId: secret })
  return { secret, session: toSession(memberId, attributes) }
}

/** The session of a secret, if it still is one; notes that it was used. */
export const useSession = async (deps: Kept, secret: string): Promise<Session | null> => {
  const { session: found } = await luciaOn(deps).validateSession(secret)
  if (!found) return null
  const now = deps.clock.now()
  if (now.getTime() - found.lastSeenAt.getTime() >= seenEvery * 1000)
    await deps.db
      .update(session)
      .set({ lastSeenAt: now })
      .where(eq(session.idHash, hashOf(secret)))
  return toSession(found.userId, found)
}

/** Ends the session of a secret; nothing happens when there is none. */
export const endSessionOf = (deps: Kept, secret: string): Promise<void> =>
  luciaOn(deps).invalidateSession(secret)

/** Ends all sessions of a member. */
export const endSessions = (deps: Kept, memberId: string): Promise<void> =>
  luciaOn(deps).invalidateUserSessions(memberId)

/** Ends all sessions of a member but one. */
export const endOtherSessions = async ({ db }: Pick<AuthDeps, 'db'>, kept: Session): Promise<void> => {
  await db.delete(session).where(and(eq(session.memberId, kept.memberId), ne(session.publicId, kept.id)))
}

/** Ends one session of a member by its public id; tells whether there was one. */
export const endSession = async (
  { db }: Pick<AuthDeps, 'db'>,
  memberId: string,
  id: string,
): Promise<boolean> => {
  const ended = await db
    .delete(session)
    .where(and(eq(session.memberId, memberId), eq(session.publicId, id)))
    .returning({ id: session.publicId })
  return ended.length > 0
}

/** The sessions of a member that are not over, the one used last first. */
export const listSessions = async (deps: Kept, memberId: string): Promise<Session[]> => {
  const rows = await deps.db.select().from(session).where(eq(session.memberId, memberId))
  const now = deps.clock.now()
  return rows
    .filter((row) => row.expiresAt > now && row.endsAt > now)
    .map((row) => toSession(row.memberId, attributesOf(row)))
    .sort((a, b) => b.lastSeenAt.getTime() - a.lastSeenAt.getTime())
}

/** Removes the rows of sessions that are over. */
export const sweepSessions = (deps: Kept): Promise<void> => luciaOn(deps).deleteExpiredSessions()
