import {
  countRecoveryCodes,
  hasPassword,
  hasSecondFactor,
  listApiTokens,
  listIdentities,
  listPasskeys,
  listSessions,
} from '@hansa/auth'
import { authorize } from '@hansa/domain/permissions'
import { type AccountContext, findMember, type MemberRow, requireSession } from './account.context.ts'

/** The account of whoever asks; null for a visitor. @throws Forbidden for a token that may not read */
export const findOwnAccount = async (ctx: AccountContext): Promise<MemberRow | null> => {
  if (ctx.viewer.kind !== 'member') return null
  authorize(ctx.viewer, 'account.read', { member: ctx.viewer.id })
  return await findMember(ctx.db, ctx.viewer.id)
}

/** How a member signs in. @throws Unauthenticated, Forbidden for a token */
export const readSignInMeans = async (ctx: AccountContext) => {
  const { memberId } = requireSession(ctx).session
  return {
    hasPassword: await hasPassword(ctx, memberId),
    hasSecondFactor: await hasSecondFactor(ctx, memberId),
    recoveryCodesLeft: await countRecoveryCodes(ctx, memberId),
    passkeys: await listPasskeys(ctx, memberId),
    identities: await listIdentities(ctx, memberId),
  }
}

export type SignInMeans = Awaited<ReturnType<typeof readSignInMeans>>

/** The sessions of the member, with which of them is this one. @throws Unauthenticated, Forbidden for a token */
export const listOwnSessions = async (ctx: AccountContext) => {
  const { session } = requireSession(ctx)
  const sessions = await listSessions(ctx, session.memberId)
  return sessions.map((each) => ({ ...each, isThis: each.id === session.id }))
}

/** The tokens of the member. @throws Unauthenticated, Forbidden for a token */
export const listOwnTokens = async (ctx: AccountContext) =>
  await listApiTokens(ctx, requireSession(ctx).session.memberId)
