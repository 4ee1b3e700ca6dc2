import { addIdentity, type ProviderAccount, type ProviderPerson, removeIdentity } from '@hansa/auth'
import { NotFound } from '@hansa/domain/errors'
import {
  type AccountContext,
  expired,
  findMember,
  inside,
  refused,
  requireRecent,
  requireSession,
  writeAccountTrail,
} from './account.context.ts'
import { letters } from './account.letters.ts'

/** What is kept of somebody at a provider: who she is there, and a name by which she recognises the account. */
export const accountOf = ({ issuer, subject, email, name }: ProviderPerson): ProviderAccount => ({
  issuer,
  subject,
  label: (email ?? name ?? subject).slice(0, 254),
})

/**
 * Links an account at a provider to the member who asked for it and still is the one who is signed in. Inside a transaction.
 * @throws InvalidInput when it is linked to another member, or she signed out meanwhile; Unauthenticated, Forbidden
 */
export const linkIdentity = async (
  ctx: AccountContext,
  memberId: string,
  person: ProviderPerson,
): Promise<void> => {
  const { session } = requireSession(ctx)
  const member = await findMember(ctx.db, memberId)
  if (!member || session.memberId !== memberId) throw expired()
  const account = accountOf(person)
  const linked = await addIdentity(ctx, memberId, account)
  if (linked === 'taken') throw refused('identity', 'CONFLICT', 'This account is linked to another member.')
  if (linked === 'known') return
  await writeAccountTrail(ctx, {
    action: 'member.identity-added',
    memberId,
    after: { issuer: account.issuer, label: account.label },
  })
  await letters.notice(ctx, member, 'identity-added')
}

/**
 * Unlinks an account at a provider. A link by mail always remains, so this is never the last way to sign in.
 * @throws NotFound, Unauthenticated, Forbidden, SignInAgain
 */
export const dropIdentity = async (ctx: AccountContext, id: string): Promise<void> => {
  const { memberId } = requireRecent(ctx).session
  await ctx.db.transaction(async (tx) => {
    const within = inside(ctx, tx)
    const member = await findMember(tx, memberId)
    if (!member || !(await removeIdentity(within, memberId, id))) throw new NotFound('The linked account')
    await writeAccountTrail(within, { action: 'member.identity-removed', memberId })
    await letters.notice(within, member, 'identity-removed')
  })
}
