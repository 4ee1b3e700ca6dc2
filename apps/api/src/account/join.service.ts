import {
  addIdentity,
  countAttempt,
  findTicket,
  hashPassword,
  issueTicket,
  newPassword,
  setPassword,
  takeTicket,
} from '@hansa/auth'
import { type Db, schema } from '@hansa/db'
import { newId } from '@hansa/domain/id'
import { Email, MemberName, memberPrefix } from '@hansa/domain/member'
import { parse } from '@hansa/domain/parse'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { letterThrottles } from './account.budgets.ts'
import {
  type AccountContext,
  expired,
  findMemberByEmail,
  inside,
  requireBrowser,
  writeAccountTrail,
} from './account.context.ts'
import { languageOf, letters } from './account.letters.ts'
import { beginSession } from './sign-in.service.ts'

const Join = z.strictObject({ name: MemberName, email: Email })

/** What somebody who knows a member would try first as her password. */
export const knownWords = (name: string, email: string): string[] => [email, ...email.split('@'), name]

/**
 * Sends a letter with which somebody can join: she has an account only once she has shown that the address is hers. To the
 * owner of an address that has one already goes another letter; the answer is the same.
 * @throws InvalidInput, RateLimited, AccountsClosed, Forbidden
 */
export const join = async (ctx: AccountContext, input: unknown): Promise<void> => {
  requireBrowser(ctx)
  const { name, email } = parse(Join, input)
  await countAttempt(ctx, letterThrottles(ctx, email))
  const language = languageOf(ctx)
  await ctx.db.transaction(async (tx) => {
    const within = inside(ctx, tx)
    const member = await findMemberByEmail(tx, email)
    const payload = { name, email, language, isAdministrator: false }
    if (member) await letters.accountExists(within, member)
    else await letters.join(within, payload, await issueTicket(within, 'join', null, payload))
    await writeAccountTrail(within, { action: 'member.join-requested', memberId: member?.id ?? null })
  })
}

/** Whether an address has been taken by anybody, suspended members included. */
export const isTaken = async (db: Db, email: string): Promise<boolean> =>
  (await db.$count(schema.member, eq(schema.member.email, email))) > 0

/** Who would join with the secret of a letter; null when it is not good any more. Looking does not use it up. */
export const findJoiner = async (
  ctx: AccountContext,
  secret: string,
): Promise<{ name: string; email: string } | null> => {
  const ticket = await findTicket(ctx, 'join', secret)
  return ticket ? { name: ticket.payload.name, email: ticket.payload.email } : null
}

/**
 * Makes the account of somebody who has shown that the address is hers, by a letter or by a provider, and signs her in.
 * Without a password she signs in with links by mail, or with that provider.
 * @throws InvalidInput for a password that will not do, or a link that is not good any more; AccountsClosed, Forbidden
 */
export const confirmJoin = async (
  ctx: AccountContext,
  { secret, password }: { secret: string; password: string },
): Promise<void> => {
  const browser = requireBrowser(ctx)
  const ticket = await findTicket(ctx, 'join', secret)
  if (!ticket) throw expired()
  const { name, email, language, isAdministrator, identity } = ticket.payload
  const rule = newPassword(knownWords(name, email))
  const chosen = password === '' ? null : parse(z.strictObject({ password: rule }), { password }).password
  const made = chosen === null ? null : await hashPassword(chosen)
  await ctx.db.transaction(async (tx) => {
    const within = inside(ctx, tx)
    if (!(await takeTicket(within, 'join', secret)) || (await isTaken(tx, email))) throw expired()
    const id = newId(memberPrefix)
    const now = ctx.clock.now()
    const values = { id, name, email, language, isAdministrator, createdAt: now, updatedAt: now }
    await tx.insert(schema.member).values(values)
    if (made !== null) await setPassword(within, id, made)
    if (identity && (await addIdentity(within, id, identity)) !== 'added') throw expired()
    await writeAccountTrail(within, {
      action: 'member.joined',
      memberId: id,
      actor: id,
      after: { name, email, language, isAdministrator },
      event: true,
    })
    await beginSession(within, browser, id, identity ? 'provider' : 'link')
  })
}
