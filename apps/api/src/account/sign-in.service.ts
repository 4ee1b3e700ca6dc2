import {
  checkPassword,
  countAttempt,
  endSessionOf,
  endSessions,
  findTicket,
  forgetAttempts,
  hasSecondFactor,
  isKnownDevice,
  issueTicket,
  rememberDevice,
  type SignInMethod,
  startSession,
  takeAttemptBack,
  takeTicket,
  useSecondFactor,
} from '@hansa/auth'
import { Email } from '@hansa/domain/member'
import { parse } from '@hansa/domain/parse'
import { z } from 'zod'
import { codeThrottle, letterThrottles, passwordThrottles } from './account.budgets.ts'
import {
  type AccountContext,
  expired,
  findMember,
  findMemberByEmail,
  inside,
  type MemberRow,
  refused,
  requireBrowser,
  requireSession,
  writeAccountTrail,
} from './account.context.ts'
import { languageOf, letters } from './account.letters.ts'
import type { Browser } from './caller.ts'

/** What comes after a first factor: signed in, or the second one. */
export type SignInStep = 'DONE' | 'SECOND_FACTOR'

const SignIn = z.strictObject({ email: Email, password: z.string().max(1000) })
const AskForLink = z.strictObject({ email: Email, next: z.string().max(500).default('') })

/** Signs a member in in this browser, inside the caller's transaction. The session is always a new one. */
export const beginSession = async (
  ctx: AccountContext,
  browser: Browser,
  memberId: string,
  method: SignInMethod,
): Promise<void> => {
  const previous = browser.read('session')
  if (previous !== null) await endSessionOf(ctx, previous)
  const { secret } = await startSession(ctx, { memberId, method, origin: ctx.caller.origin })
  const device = await rememberDevice(ctx, memberId, browser.read('device'))
  await writeAccountTrail(ctx, { action: 'member.signed-in', memberId, actor: memberId, after: { method } })
  browser.write('session', secret)
  browser.write('device', device)
  browser.write('step', null)
}

/** Ends all sessions of a member and begins a new one here: what was stolen before a change is worth nothing after. */
export const renewSession = async (
  ctx: AccountContext,
  browser: Browser,
  memberId: string,
  method: SignInMethod,
): Promise<void> => {
  await endSessions(ctx, memberId)
  const { secret } = await startSession(ctx, { memberId, method, origin: ctx.caller.origin })
  browser.write('session', secret)
}

/** A first factor was shown: signs in, or asks for the second one where there is one. Inside a transaction. */
export const passFirstFactor = async (
  ctx: AccountContext,
  browser: Browser,
  memberId: string,
  method: 'password' | 'link' | 'provider',
): Promise<SignInStep> => {
  if (await hasSecondFactor(ctx, memberId)) {
    browser.write('step', await issueTicket(ctx, 'second-factor', memberId, { method }))
    return 'SECOND_FACTOR'
  }
  await beginSession(ctx, browser, memberId, method)
  return 'DONE'
}

/**
 * Signs in with address and password. Takes the same work and says the same whether or not there is such an account.
 * @throws InvalidInput when they do not fit; RateLimited, AccountsClosed, Forbidden
 */
export const signIn = async (ctx: AccountContext, input: unknown): Promise<SignInStep> => {
  const browser = requireBrowser(ctx)
  const { email, password } = parse(SignIn, input)
  const member = await findMemberByEmail(ctx.db, email)
  const device = browser.read('device')
  const known = await isKnownDevice(ctx, member?.id ?? '', device)
  const { own, network } = passwordThrottles(ctx, email, known ? device : null)
  await countAttempt(ctx, network ? [network, own] : [own])
  if (!(await checkPassword(ctx, member?.id ?? null, password)) || !member) {
    await writeAccountTrail(ctx, { action: 'member.sign-in-failed', memberId: member?.id ?? null })
    throw refused('password', 'WRONG', 'Address and password do not fit together.')
  }
  await forgetAttempts(ctx, own.key)
  if (network) await takeAttemptBack(ctx, network.key)
  return await ctx.db.transaction((tx) => passFirstFactor(inside(ctx, tx), browser, member.id, 'password'))
}

/**
 * Sends a link to sign in with, or a letter that there is no account. The answer is the same.
 * @throws InvalidInput, RateLimited, AccountsClosed, Forbidden
 */
export const requestSignInLink = async (ctx: AccountContext, input: unknown): Promise<void> => {
  requireBrowser(ctx)
  const { email, next } = parse(AskForLink, input)
  await countAttempt(ctx, letterThrottles(ctx, email))
  await ctx.db.transaction(async (tx) => {
    const within = inside(ctx, tx)
    const member = await findMemberByEmail(tx, email)
    if (member)
      await letters.signInLink(within, member, await issueTicket(within, 'sign-in', member.id, {}), next)
    else await letters.noAccount(within, { email, language: languageOf(ctx) })
    await writeAccountTrail(within, { action: 'member.link-requested', memberId: member?.id ?? null })
  })
}

/** Whom a link would sign in; null when it is not good any more. Looking does not use it up. */
export const findLinkMember = async (ctx: AccountContext, secret: string): Promise<MemberRow | null> => {
  const ticket = await findTicket(ctx, 'sign-in', secret)
  return ticket?.memberId ? await findMember(ctx.db, ticket.memberId) : null
}

/**
 * Signs in with a link.
 * @throws InvalidInput when it is not good any more; AccountsClosed, Forbidden
 */
export const signInWithLink = async (ctx: AccountContext, secret: string): Promise<SignInStep> => {
  const browser = requireBrowser(ctx)
  return await ctx.db.transaction(async (tx) => {
    const within = inside(ctx, tx)
    const ticket = await takeTicket(within, 'sign-in', secret)
    const member = ticket?.memberId ? await findMember(tx, ticket.memberId) : null
    if (!member) throw expired()
    return await passFirstFactor(within, browser, member.id, 'link')
  })
}

/**
 * The second step of signing in: a code of the authenticator, or a recovery code.
 * @throws InvalidInput for a wrong code, or when the first step is too long ago; RateLimited, AccountsClosed, Forbidden
 */
export const signInWithCode = async (ctx: AccountContext, code: string): Promise<void> => {
  const browser = requireBrowser(ctx)
  const secret = browser.read('step') ?? ''
  const step = await findTicket(ctx, 'second-factor', secret)
  const memberId = step?.memberId ?? null
  if (!step || memberId === null) throw refused('code', 'EXPIRED', 'This took too long. Sign in again.')
  const throttle = codeThrottle(memberId)
  await countAttempt(ctx, [throttle])
  const done = await ctx.db.transaction(async (tx) => {
    const within = inside(ctx, tx)
    const member = await findMember(tx, memberId)
    const used = member && (await useSecondFactor(within, memberId, code))
    if (!used || !(await takeTicket(within, 'second-factor', secret))) return false
    if (used === 'recovery-code') await letters.notice(within, member, 'recovery-code-used')
    await beginSession(within, browser, memberId, step.payload.method)
    return true
  })
  if (!done) {
    await writeAccountTrail(ctx, { action: 'member.code-failed', memberId })
    throw refused('code', 'WRONG', 'This code is not right, or was used already.')
  }
  await forgetAttempts(ctx, throttle.key)
}

/** Ends the session of this browser; nothing happens where there is none. */
export const signOut = async (ctx: AccountContext): Promise<void> => {
  const { browser, session } = ctx.caller
  const secret = browser?.read('session') ?? null
  if (!browser || secret === null) return
  await ctx.db.transaction(async (tx) => {
    await endSessionOf({ ...ctx, db: tx }, secret)
    if (session)
      await writeAccountTrail(inside(ctx, tx), { action: 'member.signed-out', memberId: session.memberId })
  })
  browser.write('session', null)
}

/**
 * Ends all sessions of the member, this one too.
 * @throws Unauthenticated, Forbidden
 */
export const signOutEverywhere = async (ctx: AccountContext): Promise<void> => {
  const { session, browser } = requireSession(ctx)
  await ctx.db.transaction(async (tx) => {
    await endSessions({ ...ctx, db: tx }, session.memberId)
    await writeAccountTrail(inside(ctx, tx), {
      action: 'member.signed-out-everywhere',
      memberId: session.memberId,
    })
  })
  browser.write('session', null)
}
