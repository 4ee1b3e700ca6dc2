import { createApiToken, deleteApiToken, endSession, longestTokenDays } from '@hansa/auth'
import { NotFound } from '@hansa/domain/errors'
import { parse } from '@hansa/domain/parse'
import { scopes } from '@hansa/domain/permissions'
import { z } from 'zod'
import {
  type AccountContext,
  expired,
  findMember,
  inside,
  requireRecent,
  requireSession,
  writeAccountTrail,
} from './account.context.ts'
import { letters } from './account.letters.ts'

const NewToken = z.strictObject({
  name: z.string().trim().min(1, 'is empty').max(60, 'is longer than 60 characters'),
  scopes: z.array(z.enum(scopes)).min(1, 'is empty').max(scopes.length),
  days: z.int().min(1, 'is less than a day').max(longestTokenDays, `is more than ${longestTokenDays} days`),
})

/**
 * Makes a token with which a program uses the API in the member's name; it is shown once.
 * @throws InvalidInput; Unauthenticated, Forbidden, SignInAgain
 */
export const makeApiToken = async (ctx: AccountContext, input: unknown): Promise<string> => {
  const { session } = requireRecent(ctx)
  const wanted = parse(NewToken, input)
  return await ctx.db.transaction(async (tx) => {
    const within = inside(ctx, tx)
    const member = await findMember(tx, session.memberId)
    if (!member) throw expired()
    const { id, token } = await createApiToken(within, { memberId: member.id, ...wanted })
    await writeAccountTrail(within, {
      action: 'member.token-created',
      memberId: member.id,
      after: { id, ...wanted },
    })
    await letters.notice(within, member, 'token-created')
    return token
  })
}

/**
 * Ends a token of the member. Ending is always allowed, however long ago she signed in.
 * @throws NotFound, Unauthenticated, Forbidden
 */
export const endApiToken = async (ctx: AccountContext, id: string): Promise<void> => {
  const { memberId } = requireSession(ctx).session
  await ctx.db.transaction(async (tx) => {
    const within = inside(ctx, tx)
    if (!(await deleteApiToken(within, memberId, id))) throw new NotFound('The token')
    await writeAccountTrail(within, { action: 'member.token-ended', memberId, before: { id } })
  })
}

/**
 * Ends one session of the member, of this browser or of another one.
 * @throws NotFound, Unauthenticated, Forbidden
 */
export const endOwnSession = async (ctx: AccountContext, id: string): Promise<void> => {
  const { session, browser } = requireSession(ctx)
  await ctx.db.transaction(async (tx) => {
    const within = inside(ctx, tx)
    if (!(await endSession(within, session.memberId, id))) throw new NotFound('The session')
    await writeAccountTrail(within, {
      action: 'member.session-ended',
      memberId: session.memberId,
      before: { id },
    })
  })
  if (id === session.id) browser.write('session', null)
}
