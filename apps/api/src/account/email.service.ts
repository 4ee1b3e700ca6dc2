import { countAttempt, endTickets, findTicket, issueTicket, takeTicket } from '@hansa/auth'
import { schema } from '@hansa/db'
import { Email } from '@hansa/domain/member'
import { parse } from '@hansa/domain/parse'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { letterThrottles } from './account.budgets.ts'
import {
  type AccountContext,
  expired,
  findMember,
  findMemberByEmail,
  inside,
  requireRecent,
  writeAccountTrail,
} from './account.context.ts'
import { letters } from './account.letters.ts'

const Address = z.strictObject({ email: Email })
const { member: table } = schema

/**
 * Sends a letter to the address a member wants to have; it counts once she opened it there. When somebody has that address
 * already, he is told; the answer is the same.
 * @throws InvalidInput, RateLimited; Unauthenticated, Forbidden, SignInAgain
 */
export const requestEmailChange = async (ctx: AccountContext, input: unknown): Promise<void> => {
  const { session } = requireRecent(ctx)
  const { email } = parse(Address, input)
  await countAttempt(ctx, letterThrottles(ctx, email))
  await ctx.db.transaction(async (tx) => {
    const within = inside(ctx, tx)
    const member = await findMember(tx, session.memberId)
    const owner = await findMemberByEmail(tx, email)
    if (!member) throw expired()
    if (owner) await letters.accountExists(within, owner)
    else {
      const secret = await issueTicket(within, 'change-email', member.id, { email })
      await letters.changeEmail(within, member, email, secret)
    }
    await writeAccountTrail(within, { action: 'member.email-change-requested', memberId: member.id })
  })
}

/** Which address a link would set; null when it is not good any more. Looking does not use it up. */
export const findNewEmail = async (ctx: AccountContext, secret: string): Promise<string | null> =>
  (await findTicket(ctx, 'change-email', secret))?.payload.email ?? null

/**
 * Sets the new address with the link sent there, and tells the old one.
 * @throws InvalidInput when the link is not good any more
 */
export const confirmEmailChange = async (ctx: AccountContext, secret: string): Promise<void> => {
  await ctx.db.transaction(async (tx) => {
    const within = inside(ctx, tx)
    const ticket = await takeTicket(within, 'change-email', secret)
    const member = ticket?.memberId ? await findMember(tx, ticket.memberId) : null
    if (!ticket || !member) throw expired()
    const { email } = ticket.payload
    if ((await tx.$count(table, eq(table.email, email))) > 0) throw expired()
    await tx.update(table).set({ email, updatedAt: ctx.clock.now() }).where(eq(table.id, member.id))
    // Links on their way to the old address must not open the account any more.
    await endTickets(within, member.id)
    await writeAccountTrail(within, {
      action: 'member.email-changed',
      memberId: member.id,
      actor: member.id,
      before: { email: member.email },
      after: { email },
      event: true,
    })
    await letters.notice(within, member, 'email-changed')
  })
}
