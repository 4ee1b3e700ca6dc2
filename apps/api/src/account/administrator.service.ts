import { issueTicket } from '@hansa/auth'
import { schema } from '@hansa/db'
import { Email } from '@hansa/domain/member'
import { parse } from '@hansa/domain/parse'
import { authorize } from '@hansa/domain/permissions'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { type AccountContext, findMemberByEmail, inside, writeAccountTrail } from './account.context.ts'

/** What making an administrator from the command line needs. */
export type AdministratorDeps = Pick<AccountContext, 'db' | 'clock' | 'random' | 'publicUrl'>

/**
 * Makes somebody an administrator: a member at once, anybody else once she has joined with the link. For whoever runs the
 * instance; nobody who is only signed in can do it.
 * @returns the one-time link, good for a day; null for a member, who needs none
 * @throws InvalidInput for an address that is none
 */
export const createAdministrator = async (
  deps: AdministratorDeps,
  address: string,
): Promise<string | null> => {
  const ctx: AccountContext = {
    ...deps,
    viewer: { kind: 'system', name: 'operator' },
    caller: { origin: { network: 'unknown', device: 'command line' }, session: null, browser: null },
    accounts: 'open',
    languages: [],
  }
  authorize(ctx.viewer, 'account.change')
  const { email } = parse(z.strictObject({ email: Email }), { email: address })
  return await ctx.db.transaction(async (tx) => {
    const within = inside(ctx, tx)
    const member = await findMemberByEmail(tx, email)
    const action = member ? 'member.made-administrator' : 'member.administrator-invited'
    await writeAccountTrail(within, { action, memberId: member?.id ?? null, event: member !== null })
    if (member) {
      const change = { isAdministrator: true, updatedAt: ctx.clock.now() }
      await tx.update(schema.member).set(change).where(eq(schema.member.id, member.id))
      return null
    }
    const payload = { name: email, email, language: 'en', isAdministrator: true }
    return `${ctx.publicUrl}/join/confirm?secret=${await issueTicket(within, 'join', null, payload)}`
  })
}
