import {
  confirmSecondFactor,
  countAttempt,
  findSecondFactorSetup,
  forgetAttempts,
  hasSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
  type SecondFactorSetup,
  startSecondFactor,
} from '@hansa/auth'
import { Conflict } from '@hansa/domain/errors'
import { codeThrottle } from './account.budgets.ts'
import {
  type AccountContext,
  expired,
  findMember,
  inside,
  refused,
  requireRecent,
  writeAccountTrail,
} from './account.context.ts'
import { letters } from './account.letters.ts'
import { renewSession } from './sign-in.service.ts'

/** How authenticators name the instance. */
const issuer = 'Hansa'

const requireMember = async (ctx: AccountContext) => {
  const { session, browser } = requireRecent(ctx)
  const member = await findMember(ctx.db, session.memberId)
  if (!member) throw expired()
  return { session, browser, member }
}

/**
 * Begins to set a second factor up; what was begun before and not finished is shown again.
 * @throws Conflict when there is one; Unauthenticated, Forbidden, SignInAgain
 */
export const setUpSecondFactor = async (ctx: AccountContext): Promise<SecondFactorSetup> => {
  const { member } = await requireMember(ctx)
  if (await hasSecondFactor(ctx, member.id))
    throw new Conflict('There is a second factor already; remove it first.')
  const labelled = { memberId: member.id, label: member.email ?? '', issuer }
  const begun = await findSecondFactorSetup(ctx, labelled)
  if (begun) return begun
  return await ctx.db.transaction(async (tx) => {
    const within = inside(ctx, tx)
    await writeAccountTrail(within, { action: 'member.second-factor-begun', memberId: member.id })
    return await startSecondFactor(within, labelled)
  })
}

/**
 * Finishes the set-up with a code of the authenticator; gives the recovery codes, which are shown once.
 * @throws InvalidInput when the code is wrong; RateLimited, Unauthenticated, Forbidden, SignInAgain
 */
export const addSecondFactor = async (ctx: AccountContext, code: string): Promise<string[]> => {
  const { session, browser, member } = await requireMember(ctx)
  const throttle = codeThrottle(member.id)
  await countAttempt(ctx, [throttle])
  const codes = await ctx.db.transaction(async (tx) => {
    const within = inside(ctx, tx)
    const made = await confirmSecondFactor(within, member.id, code.replace(/\s/g, ''))
    if (!made) return null
    await renewSession(within, browser, member.id, session.method)
    await writeAccountTrail(within, { action: 'member.second-factor-added', memberId: member.id })
    await letters.notice(within, member, 'second-factor-added')
    return made
  })
  if (!codes) throw refused('code', 'WRONG', 'This code is not right. Wait for the next one and try again.')
  await forgetAttempts(ctx, throttle.key)
  return codes
}

/**
 * Removes the second factor with its recovery codes.
 * @throws Unauthenticated, Forbidden, SignInAgain
 */
export const dropSecondFactor = async (ctx: AccountContext): Promise<void> => {
  const { session, browser, member } = await requireMember(ctx)
  await ctx.db.transaction(async (tx) => {
    const within = inside(ctx, tx)
    const had = await hasSecondFactor(within, member.id)
    await removeSecondFactor(within, member.id)
    if (!had) return
    await renewSession(within, browser, member.id, session.method)
    await writeAccountTrail(within, { action: 'member.second-factor-removed', memberId: member.id })
    await letters.notice(within, member, 'second-factor-removed')
  })
}

/**
 * Makes new recovery codes, which are shown once; the old ones are worth nothing from now on.
 * @throws Conflict without a second factor; Unauthenticated, Forbidden, SignInAgain
 */
export const replaceRecoveryCodes = async (ctx: AccountContext): Promise<string[]> => {
  const { member } = await requireMember(ctx)
  return await ctx.db.transaction(async (tx) => {
    const within = inside(ctx, tx)
    if (!(await hasSecondFactor(within, member.id))) throw new Conflict('There is no second factor.')
    await writeAccountTrail(within, { action: 'member.recovery-codes-renewed', memberId: member.id })
    return await renewRecoveryCodes(within, member.id)
  })
}
