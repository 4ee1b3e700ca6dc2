import { type Db, schema, writeOutbox } from '@hansa/db'
import {
  AccountsClosed,
  type FieldError,
  Forbidden,
  InvalidInput,
  SignInAgain,
  Unauthenticated,
} from '@hansa/domain/errors'
import { actorOf, authorize } from '@hansa/domain/permissions'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Browser } from './caller.ts'

/** What the services of accounts need of a request. */
export type AccountContext = Pick<
  Context,
  'db' | 'clock' | 'random' | 'viewer' | 'caller' | 'publicUrl' | 'accounts' | 'languages'
>

/** The same inside a transaction. */
export const inside = <C extends AccountContext>(ctx: C, tx: Db): C => ({ ...ctx, db: tx })

/** For how many seconds after signing in an account may be changed. */
export const recentSeconds = 15 * 60

/** One thing that is wrong with what somebody sent, as an error of that field. */
export const refused = (
  field: string,
  code: NonNullable<FieldError['code']>,
  message: string,
): InvalidInput => new InvalidInput([{ field, code, message }])

/** A link or code that is not good any more. */
export const expired = (): InvalidInput =>
  refused(
    'secret',
    'EXPIRED',
    'This link is not valid any more: it was used, is too old, or a newer one replaced it.',
  )

/**
 * The browser that is to be signed in.
 * @throws AccountsClosed; Forbidden for a program, and for a request that another site may have made
 */
export const requireBrowser = ({ accounts, caller }: AccountContext): Browser => {
  if (accounts === 'closed') throw new AccountsClosed()
  if (!caller.browser)
    throw new Forbidden('Sign in with a browser on this site; programs use a token (Authorization: Bearer).')
  return caller.browser
}

/**
 * The member who changes her own account, having signed in a short time ago.
 * @throws Unauthenticated, Forbidden, SignInAgain
 */
export const requireRecent = (ctx: AccountContext) => {
  const { session, browser } = requireSession(ctx)
  const age = ctx.clock.now().getTime() - session.createdAt.getTime()
  if (age > recentSeconds * 1000) throw new SignInAgain()
  return { session, browser }
}

/**
 * The member who is signed in herself.
 * @throws Unauthenticated, Forbidden
 */
export const requireSession = (ctx: AccountContext) => {
  const memberId = ctx.viewer.kind === 'member' ? ctx.viewer.id : undefined
  authorize(ctx.viewer, 'account.change', memberId === undefined ? {} : { member: memberId })
  const { session, browser } = ctx.caller
  if (!session || !browser) throw new Unauthenticated()
  return { session, browser }
}

const { audit, member } = schema

export type MemberRow = typeof member.$inferSelect

/** An active member by her address. */
export const findMemberByEmail = async (db: Db, email: string): Promise<MemberRow | null> => {
  const [row] = await db
    .select()
    .from(member)
    .where(and(eq(member.email, email), eq(member.state, 'active')))
  return row ?? null
}

/** An active member by her id. */
export const findMember = async (db: Db, id: string): Promise<MemberRow | null> => {
  const [row] = await db
    .select()
    .from(member)
    .where(and(eq(member.id, id), eq(member.state, 'active')))
  return row ?? null
}

/** What happened to an account. Secrets are never part of it. */
export type AccountChange = {
  action: string
  /** Null for attempts on an account that does not exist. */
  memberId: string | null
  /** Who did it, where it is not whoever is signed in. */
  actor?: string
  before?: unknown
  after?: unknown
  /** Whether the member herself is another than before, which others may react to. */
  event?: boolean
}

/** Writes the audit record of a change, and its event, into the transaction that makes it. */
export const writeAccountTrail = async (ctx: AccountContext, change: AccountChange): Promise<void> => {
  const entryId = change.memberId ?? 'unknown'
  await ctx.db.insert(audit).values({
    at: ctx.clock.now(),
    actor: change.actor ?? actorOf(ctx.viewer),
    action: change.action,
    entryId,
    before: change.before ?? null,
    after: change.after ?? null,
    origin: ctx.caller.origin,
  })
  if (change.event) await writeOutbox(ctx.db, [{ entryId, entryKind: 'member', event: change.action }])
}
