import {
  addPasskey,
  countAttempt,
  type RelyingParty,
  removePasskey,
  startPasskey,
  startPasskeySignIn,
  usePasskey,
} from '@hansa/auth'
import { NotFound } from '@hansa/domain/errors'
import { parse } from '@hansa/domain/parse'
import { z } from 'zod'
import { beginningThrottle } from './account.budgets.ts'
import {
  type AccountContext,
  expired,
  findMember,
  inside,
  refused,
  requireBrowser,
  requireRecent,
  writeAccountTrail,
} from './account.context.ts'
import { letters } from './account.letters.ts'
import { beginSession } from './sign-in.service.ts'

const Name = z.strictObject({
  name: z.string().trim().min(1, 'is empty').max(60, 'is longer than 60 characters'),
})

const partyOf = ({ publicUrl }: AccountContext): RelyingParty => ({ origin: publicUrl, name: 'Hansa' })

const requireMember = async (ctx: AccountContext) => {
  const { session } = requireRecent(ctx)
  const member = await findMember(ctx.db, session.memberId)
  if (!member) throw expired()
  return member
}

/**
 * Begins to add a passkey; gives what the browser needs, as JSON.
 * @throws Unauthenticated, Forbidden, SignInAgain
 */
export const beginPasskey = async (ctx: AccountContext): Promise<string> => {
  const { id, name, email } = await requireMember(ctx)
  return await startPasskey(ctx, partyOf(ctx), { memberId: id, name, email: email ?? '' })
}

/**
 * Adds the passkey a browser made.
 * @throws InvalidInput when its answer does not hold; Unauthenticated, Forbidden, SignInAgain
 */
export const keepPasskey = async (
  ctx: AccountContext,
  { name, answer }: { name: string; answer: string },
): Promise<void> => {
  const member = await requireMember(ctx)
  const parsed = parse(Name, { name })
  await ctx.db.transaction(async (tx) => {
    const within = inside(ctx, tx)
    const added = await addPasskey(within, partyOf(ctx), { memberId: member.id, name: parsed.name, answer })
    if (!added) throw refused('answer', 'WRONG', 'The passkey could not be added. Try again.')
    await writeAccountTrail(within, { action: 'member.passkey-added', memberId: member.id, after: parsed })
    await letters.notice(within, member, 'passkey-added')
  })
}

/**
 * Removes a passkey of the member.
 * @throws NotFound, Unauthenticated, Forbidden, SignInAgain
 */
export const dropPasskey = async (ctx: AccountContext, id: string): Promise<void> => {
  const member = await requireMember(ctx)
  await ctx.db.transaction(async (tx) => {
    const within = inside(ctx, tx)
    if (!(await removePasskey(within, member.id, id))) throw new NotFound('The passkey')
    await writeAccountTrail(within, { action: 'member.passkey-removed', memberId: member.id })
    await letters.notice(within, member, 'passkey-removed')
  })
}

/**
 * Begins to sign in with a passkey; gives what the browser needs, as JSON.
 * @throws RateLimited, AccountsClosed, Forbidden
 */
export const beginPasskeySignIn = async (ctx: AccountContext): Promise<string> => {
  requireBrowser(ctx)
  await countAttempt(ctx, [beginningThrottle(ctx)])
  return await startPasskeySignIn(ctx, partyOf(ctx))
}

/**
 * Signs in with a passkey. The device has checked the person, so there is no second step.
 * @throws InvalidInput when the answer does not hold; RateLimited, AccountsClosed, Forbidden
 */
export const signInWithPasskey = async (ctx: AccountContext, answer: string): Promise<void> => {
  const browser = requireBrowser(ctx)
  await countAttempt(ctx, [beginningThrottle(ctx)])
  await ctx.db.transaction(async (tx) => {
    const within = inside(ctx, tx)
    const memberId = await usePasskey(within, partyOf(ctx), answer)
    if (memberId === null)
      throw refused('answer', 'WRONG', 'This passkey is not known here, or took too long.')
    await beginSession(within, browser, memberId, 'passkey')
  })
}
