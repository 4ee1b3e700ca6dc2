import {
  countAttempt,
  isAnswerTo,
  issueTicket,
  type Provider,
  ProviderFailure,
  type ProviderPerson,
  takeTicket,
  useIdentity,
} from '@hansa/auth'
import { NotFound } from '@hansa/domain/errors'
import { Email, MemberName } from '@hansa/domain/member'
import { parse } from '@hansa/domain/parse'
import { z } from 'zod'
import type { Context } from '../context.ts'
import { beginningThrottle } from './account.budgets.ts'
import {
  type AccountContext,
  findMember,
  inside,
  refused,
  requireBrowser,
  requireRecent,
  writeAccountTrail,
} from './account.context.ts'
import { languageOf } from './account.letters.ts'
import type { Browser } from './caller.ts'
import { accountOf, linkIdentity } from './identity.service.ts'
import { isTaken } from './join.service.ts'
import { passFirstFactor, type SignInStep } from './sign-in.service.ts'

/** What single sign-on needs of a request. */
export type ProviderContext = AccountContext & Pick<Context, 'provider' | 'log'>

/** Where coming back from a provider leads: signed in, to joining with the secret, or linked. */
export type ProviderReturn = { step: SignInStep | 'JOIN' | 'LINKED'; secret: string | null; next: string }

const Begin = z.strictObject({ next: z.string().max(500), link: z.boolean() })
const Return = z.strictObject({ query: z.string().max(8000) })

/** The words of the button, where people can sign in with a provider here. */
export const findProviderName = ({ accounts, provider }: ProviderContext): string | null =>
  accounts === 'open' && provider ? provider.name : null

const requireProvider = ({ provider }: ProviderContext): Provider => {
  if (!provider) throw new NotFound('A provider for single sign-on')
  return provider
}

/** What a provider gives; its failures become something to tell, and the log has why. */
const askProvider = async <T>({ log }: ProviderContext, ask: () => Promise<T>): Promise<T> => {
  try {
    return await ask()
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error
    if (error.reason === 'UNAVAILABLE') log.warn({ reason: error.detail }, 'single sign-on did not work')
    throw refused('provider', error.reason, error.message)
  }
}

/**
 * Begins to sign in with the provider, or to link it to the member who is signed in; gives its page to go to.
 * @throws InvalidInput when the provider does not answer; NotFound, RateLimited, AccountsClosed, Unauthenticated,
 * Forbidden, SignInAgain
 */
export const beginProviderSignIn = async (ctx: ProviderContext, input: unknown): Promise<string> => {
  const browser = requireBrowser(ctx)
  const { next, link } = parse(Begin, input)
  const memberId = link ? requireRecent(ctx).session.memberId : null
  const provider = requireProvider(ctx)
  await countAttempt(ctx, [beginningThrottle(ctx)])
  const secret = await issueTicket(ctx, 'provider', memberId, { next })
  const page = await askProvider(ctx, () => provider.pageFor(secret))
  browser.write('provider', secret)
  return page
}

/**
 * Goes on where somebody comes back from the provider. She is known by issuer and subject, never by an address: one that has
 * a member already is not linked to it, and one that is not verified makes none.
 * @throws InvalidInput for what cannot be; NotFound, RateLimited, AccountsClosed, Unauthenticated, Forbidden
 */
export const finishProviderSignIn = async (ctx: ProviderContext, input: unknown): Promise<ProviderReturn> => {
  const browser = requireBrowser(ctx)
  const { query } = parse(Return, input)
  const provider = requireProvider(ctx)
  await countAttempt(ctx, [beginningThrottle(ctx)])
  const secret = browser.read('provider') ?? ''
  const begun = isAnswerTo(secret, query) ? await takeTicket(ctx, 'provider', secret) : null
  if (!begun)
    throw refused('state', 'EXPIRED', 'This was begun elsewhere, was used, or took too long. Begin again.')
  browser.write('provider', null)
  // Asked outside of the transaction, which must not wait for somebody else's machine.
  const person = await askProvider(ctx, () => provider.personOf(secret, query))
  return await ctx.db.transaction(async (tx) => {
    const within = inside(ctx, tx)
    const { next } = begun.payload
    if (begun.memberId === null) return { next, ...(await enter(within, browser, person)) }
    await linkIdentity(within, begun.memberId, person)
    return { step: 'LINKED', secret: null, next }
  })
}

/** Signs in whom the provider's account is linked to; anybody else may join with it. */
const enter = async (
  ctx: AccountContext,
  browser: Browser,
  person: ProviderPerson,
): Promise<Pick<ProviderReturn, 'step' | 'secret'>> => {
  const memberId = await useIdentity(ctx, accountOf(person))
  if (memberId === null) return { step: 'JOIN', secret: await inviteToJoin(ctx, person) }
  if (!(await findMember(ctx.db, memberId)))
    throw refused('identity', 'CONFLICT', 'Nobody can sign in with this account.')
  return { step: await passFirstFactor(ctx, browser, memberId, 'provider'), secret: null }
}

/** Gives the secret with which somebody can join as if it came by letter: the provider has verified her address. */
const inviteToJoin = async (ctx: AccountContext, person: ProviderPerson): Promise<string> => {
  const email = Email.safeParse(person.email)
  if (!email.success || !person.isVerified)
    throw refused(
      'email',
      'WRONG',
      'The provider has not verified your address. Join with a letter, then link it.',
    )
  if (await isTaken(ctx.db, email.data))
    throw refused(
      'email',
      'CONFLICT',
      'Your address has an account. Sign in as before, then link the provider there.',
    )
  const name = MemberName.safeParse(person.name)
  await writeAccountTrail(ctx, { action: 'member.join-requested', memberId: null })
  return await issueTicket(ctx, 'join', null, {
    name: name.success ? name.data : (email.data.split('@')[0] ?? '').slice(0, 120),
    email: email.data,
    language: languageOf(ctx),
    isAdministrator: false,
    identity: accountOf(person),
  })
}
