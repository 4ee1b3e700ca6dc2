import { endSessions } from '@hansa/auth'
import { schema, type Tx } from '@hansa/db'
import { Conflict, Forbidden } from '@hansa/domain/errors'
import { MemberId } from '@hansa/domain/member'
import { authorize } from '@hansa/domain/permissions'
import { and, eq, inArray, isNotNull, isNull, ne, or, sql } from 'drizzle-orm'
import { type AccountContext, requireRecent } from '../account/account.context.ts'
import { writeTrail } from '../audit/trail.ts'
import { leaveCuration } from '../curation/personal-data.ts'
import { asOnlyWriter } from '../entry/entry.locks.ts'
import { forgetNewsJobs } from '../watch/watch.jobs.ts'
import { countAdministrators } from './people.rows.ts'

const {
  affiliation,
  apiToken,
  attachment,
  audit,
  entryImport,
  identity,
  knownDevice,
  letterChoice,
  mail,
  member,
  notification,
  passkey,
  password,
  profile,
  recoveryCode,
  ticket,
  totp,
  watch,
} = schema

const keptUnder = [
  password,
  totp,
  recoveryCode,
  passkey,
  identity,
  knownDevice,
  apiToken,
  ticket,
  profile,
  affiliation,
  notification,
  watch,
  letterChoice,
]

/**
 * Takes out of the audit trail what it says about an erased member, and from where she acted. That somebody did something
 * stays. The trail lets exactly this change through.
 */
const redact = async (tx: Tx, id: string): Promise<void> => {
  const about = eq(audit.entryId, id)
  const from = or(eq(audit.actor, id), and(about, eq(audit.actor, 'visitor')))
  await tx
    .update(audit)
    .set({
      before: sql`case when ${about} then null else ${audit.before} end`,
      after: sql`case when ${about} then null else ${audit.after} end`,
      origin: sql`case when ${from} then null else ${audit.origin} end`,
    })
    .where(
      or(and(about, or(isNotNull(audit.before), isNotNull(audit.after))), and(from, isNotNull(audit.origin))),
    )
}

/** Files that she sent and that belong to no entry are hers alone; those of entries stay with them. */
const removeUnattached = async (tx: Tx, { clock }: AccountContext, id: string): Promise<void> => {
  const unattached = and(isNull(attachment.entryId), ne(attachment.state, 'removed'))
  await tx
    .update(attachment)
    .set({ state: 'removed', removedAt: clock.now(), name: '' })
    .where(and(eq(attachment.createdBy, id), unattached))
}

/** What she sent to import and did not write is gone; what was written stays its network's, without her name for the file. */
const forgetImports = async (tx: Tx, id: string): Promise<void> => {
  const hers = eq(entryImport.createdBy, id)
  await tx.delete(entryImport).where(and(hers, inArray(entryImport.state, ['mapping', 'checked'])))
  await tx.update(entryImport).set({ fileName: 'table' }).where(hers)
}

/**
 * Erases a member: name, address, profile, affiliations and every way to sign in are gone; what she wrote and did stays,
 * done by a former member. What only she led falls to those who answer for it. Cannot be undone.
 * @throws Unauthenticated, Forbidden, SignInAgain; Conflict for the last administrator
 */
export const eraseMember = async (ctx: AccountContext, id: string): Promise<void> => {
  authorize(ctx.viewer, 'member.erase', MemberId.safeParse(id).success ? { member: id } : {})
  requireRecent(ctx)
  await ctx.db.transaction(async (tx) => {
    // Whoever saves a revision locks it and then who wrote it; here it is the other way round.
    await asOnlyWriter(tx)
    const [row] = await tx.select().from(member).where(eq(member.id, id)).for('update')
    if (!row || row.state === 'erased') throw new Forbidden()
    if (row.isAdministrator && (await countAdministrators(tx)) < 2)
      throw new Conflict('This is the last administrator. Make somebody else one first.')
    await tx
      .update(member)
      .set({ name: '', email: null, state: 'erased', isAdministrator: false, updatedAt: ctx.clock.now() })
      .where(eq(member.id, id))
    const left = await tx.select().from(affiliation).where(eq(affiliation.memberId, id))
    for (const table of keptUnder) await tx.delete(table).where(eq(table.memberId, id))
    await removeUnattached(tx, ctx, id)
    await leaveCuration(tx, ctx, id)
    await forgetImports(tx, id)
    await endSessions({ ...ctx, db: tx }, id)
    await forgetNewsJobs(tx, id)
    if (row.email !== null) await tx.delete(mail).where(eq(mail.recipient, row.email))
    for (const { entryId, function: role } of left) {
      const before = { function: role }
      await writeTrail(tx, ctx, { action: 'affiliation.ended', entryId, memberId: id, before })
    }
    await writeTrail(tx, ctx, { action: 'member.erased', entryId: id })
    await redact(tx, id)
  })
}
