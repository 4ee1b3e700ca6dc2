import { schema } from '@hansa/db'
import { newId } from '@hansa/domain/id'
import type { Scope } from '@hansa/domain/permissions'
import { and, desc, eq, gt, lte } from 'drizzle-orm'
import { type AuthDeps, after } from './deps.ts'
import { hashOf, newSecret } from './secrets.ts'

/** What tokens begin with, so that one in the wrong place is recognised, by people and by scanners of code. */
export const tokenPrefix = 'hansa_'

/** Longest life of a token, in days. */
export const longestTokenDays = 366

/** When it was last used is written at most this often, in seconds. */
const seenEvery = 600

/** A token as its member sees it: never the token itself. */
export type ApiToken = {
  id: string
  name: string
  scopes: Scope[]
  createdAt: Date
  expiresAt: Date
  lastUsedAt: Date | null
}

const { apiToken, member } = schema
const shown = {
  id: apiToken.id,
  name: apiToken.name,
  scopes: apiToken.scopes,
  createdAt: apiToken.createdAt,
  expiresAt: apiToken.expiresAt,
  lastUsedAt: apiToken.lastUsedAt,
}

/** Makes a token, which is shown once; `days` is how long it is good for. */
export const createApiToken = async (
  { db, clock, random }: AuthDeps,
  { memberId, name, scopes, days }: { memberId: string; name: string; scopes: Scope[]; days: number },
): Promise<{ id: string; token: string }> => {
  const token = tokenPrefix + newSecret(random)
  const id = newId('toke')
  await db.insert(apiToken).values({
    id,
    tokenHash: hashOf(token),
    memberId,
    name,
    scopes,
    createdAt: clock.now(),
    expiresAt: after(clock, days * 24 * 3600),
  })
  return { id, token }
}

/** Whose token it is and what it allows, if it is one and its member is active; notes that it was used. */
export const useApiToken = async (
  { db, clock }: Pick<AuthDeps, 'db' | 'clock'>,
  token: string,
): Promise<{ memberId: string; scopes: Scope[] } | null> => {
  const now = clock.now()
  const [row] = await db
    .select({ ...shown, memberId: apiToken.memberId })
    .from(apiToken)
    .innerJoin(member, eq(member.id, apiToken.memberId))
    .where(
      and(eq(apiToken.tokenHash, hashOf(token)), gt(apiToken.expiresAt, now), eq(member.state, 'active')),
    )
  if (!row) return null
  if (!row.lastUsedAt || now.getTime() - row.lastUsedAt.getTime() >= seenEvery * 1000)
    await db.update(apiToken).set({ lastUsedAt: now }).where(eq(apiToken.id, row.id))
  return { memberId: row.memberId, scopes: row.scopes }
}

/** The tokens of a member, the newest first. */
export const listApiTokens = ({ db }: Pick<AuthDeps, 'db'>, memberId: string): Promise<ApiToken[]> =>
  db.select(shown).from(apiToken).where(eq(apiToken.memberId, memberId)).orderBy(desc(apiToken.createdAt))

/** Ends one token of a member; tells whether there was one. */
export const deleteApiToken = async (
  { db }: Pick<AuthDeps, 'db'>,
  memberId: string,
  id: string,
): Promise<boolean> => {
  const ended = await db
    .delete(apiToken)
    .where(and(eq(apiToken.memberId, memberId), eq(apiToken.id, id)))
    .returning({ id: apiToken.id })
  return ended.length > 0
}

/** Removes tokens that expired. */
export const sweepApiTokens = async ({ db, clock }: Pick<AuthDeps, 'db' | 'clock'>): Promise<void> => {
  await db.delete(apiToken).where(lte(apiToken.expiresAt, clock.now()))
}
