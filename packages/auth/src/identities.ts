import { schema } from '@hansa/db'
import { newId } from '@hansa/domain/id'
import { and, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { AuthDeps } from './deps.ts'

/** What names somebody at a provider for ever, and how the provider shows her name, which may change. */
export const ProviderAccount = z.strictObject({ issuer: z.string(), subject: z.string(), label: z.string() })
export type ProviderAccount = z.infer<typeof ProviderAccount>

/** An account at a provider as the member it belongs to sees it. */
export type Identity = ProviderAccount & { id: string; createdAt: Date; lastUsedAt: Date | null }

const { identity } = schema

const isAccount = ({ issuer, subject }: ProviderAccount) =>
  and(eq(identity.issuer, issuer), eq(identity.subject, subject))

/** Whose account at a provider this is, noting that it was used; null when nobody's here. */
export const useIdentity = async (
  { db, clock }: Pick<AuthDeps, 'db' | 'clock'>,
  account: ProviderAccount,
): Promise<string | null> => {
  const [row] = await db
    .update(identity)
    .set({ label: account.label, lastUsedAt: clock.now() })
    .where(isAccount(account))
    .returning({ memberId: identity.memberId })
  return row?.memberId ?? null
}

/** Links an account at a provider to a member: `known` when it was linked to her before, `taken` when to another. */
export const addIdentity = async (
  { db, clock }: Pick<AuthDeps, 'db' | 'clock'>,
  memberId: string,
  account: ProviderAccount,
): Promise<'added' | 'known' | 'taken'> => {
  const added = await db
    .insert(identity)
    .values({ ...account, id: newId('iden'), memberId, createdAt: clock.now() })
    .onConflictDoNothing()
    .returning({ id: identity.id })
  if (added.length > 0) return 'added'
  const [row] = await db.select({ memberId: identity.memberId }).from(identity).where(isAccount(account))
  return row?.memberId === memberId ? 'known' : 'taken'
}

/** The accounts at providers that are linked to a member, the newest first. */
export const listIdentities = ({ db }: Pick<AuthDeps, 'db'>, memberId: string): Promise<Identity[]> =>
  db
    .select({
      id: identity.id,
      issuer: identity.issuer,
      subject: identity.subject,
      label: identity.label,
      createdAt: identity.createdAt,
      lastUsedAt: identity.lastUsedAt,
    })
    .from(identity)
    .where(eq(identity.memberId, memberId))
    .orderBy(desc(identity.createdAt))

/** Unlinks one account of a member; tells whether there was one. */
export const removeIdentity = async (
  { db }: Pick<AuthDeps, 'db'>,
  memberId: string,
  id: string,
): Promise<boolean> => {
  const removed = await db
    .delete(identity)
    .where(and(eq(identity.memberId, memberId), eq(identity.id, id)))
    .returning({ id: identity.id })
  return removed.length > 0
}
