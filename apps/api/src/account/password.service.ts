import {
  countAttempt,
  endSessions,
  endTickets,
  findTicket,
  hashPassword,
  issueTicket,
  newPassword,
  setPassword,
  takeTicket,
} from '@hansa/auth'
import { Email } from '@hansa/domain/member'
import { parse } from '@hansa/domain/parse'
import { z } from 'zod'
import { letterThrottles } from './account.budgets.ts'
import {
  type AccountContext,
  expired,
  findMember,
  findMemberByEmail,
  inside,
  type MemberRow,
  requireBrowser,
  requireRecent,
  writeAccountTrail,
} from './account.context.ts'
import { languageOf, letters } from './account.letters.ts'
import { knownWords } from './join.service.ts'
import { passFirstFactor, renewSession, type SignInStep } from './sign-in.service.ts'

const Address = z.strictObject({ email: Email })

/**
 * Sends a link with which a new password can be chosen, or a letter that there is no account. The answer is the same.
 * @throws InvalidInput, RateLimited, AccountsClosed, Forbidden
 */
export const requestPasswordReset = async (ctx: AccountContext, input: unknown): Promise<void> => {
  requireBrowser(ctx)
  const { email } = parse(Address, input)
  await countAttempt(ctx, letterThrottles(ctx, email))
  await ctx.db.transaction(async (tx) => {
    const within = inside(ctx, tx)
    const member = await findMemberByEmail(tx, email)
    if (member)
      await letters.resetPassword(within, member, await issueTicket(within, 'reset-password', member.id, {}))
    else await letters.noAccount(within, { email, language: languageOf(ctx) })
    await writeAccountTrail(within, { action: 'member.reset-requested', memberId: member?.id ?? null })
  })
}

const parseNewPassword = ({ name, email }: MemberRow, password: string): string =>
  parse(z.strictObject({ password: newPassword(knownWords(name, email ?? '')) }), { password }).password

/** Whose password a link would set; null when it is not good any more. Looking does not use it up. */
export const findResetMember = async (ctx: AccountContext, secret: string): Promise<MemberRow | null> => {
  const ticket = await findTicket(ctx, 'reset-password', secret)
  return ticket?.memberId ? await findMember(ctx.db, ticket.memberId) : null
}

/**
 * Sets a new password with a link, ends all sessions and open links of the member, and signs her in. The second factor
 * stays: whoever only has the mailbox does not get past it.
 * @throws InvalidInput for a password that will not do, or a link that is not good any more; AccountsClosed, Forbidden
 */
export const resetPassword = async (
  ctx: AccountContext,
  { secret, password }: { secret: string; password: string },
): Promise<SignInStep> => {
  const browser = requireBrowser(ctx)
  const member = await findResetMember(ctx, secret)
  if (!member) throw expired()
  const made = await hashPassword(parseNewPassword(member, password))
  return await ctx.db.transaction(async (tx) => {
    const within = inside(ctx, tx)
    if (!(await takeTicket(within, 'reset-password', secret))) throw expired()
    await setPassword(within, member.id, made)
    await endSessions(within, member.id)
    await endTickets(within, member.id)
    await writeAccountTrail(within, {
      action: 'member.password-reset',
      memberId: member.id,
      actor: member.id,
    })
    await letters.notice(within, member, 'password-changed')
    return await passFirstFactor(within, browser, member.id, 'link')
  })
}

/**
 * Sets or changes the password of the member who is signed in, and signs her out everywhere else.
 * @throws InvalidInput; Unauthenticated, Forbidden, SignInAgain
 */
export const changePassword = async (ctx: AccountContext, password: string): Promise<void> => {
  const { session, browser } = requireRecent(ctx)
  const member = await findMember(ctx.db, session.memberId)
  if (!member) throw expired()
  const made = await hashPassword(parseNewPassword(member, password))
  await ctx.db.transaction(async (tx) => {
    const within = inside(ctx, tx)
    await setPassword(within, member.id, made)
    await endTickets(within, member.id)
    await renewSession(within, browser, member.id, session.method)
    await writeAccountTrail(within, { action: 'member.password-changed', memberId: member.id })
    await letters.notice(within, member, 'password-changed')
  })
}
