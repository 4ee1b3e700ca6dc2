import { listApiTokens, listIdentities, listPasskeys, listSessions } from '@hansa/auth'
import { schema } from '@hansa/db'
import { authorize } from '@hansa/domain/permissions'
import { asc, eq, or } from 'drizzle-orm'
import type { AccountContext } from '../account/account.context.ts'
import { selectAffiliations } from '../affiliation/affiliation.loaders.ts'
import { curationOf } from '../curation/personal-data.ts'
import { choicesOf } from '../notification/letter-choices.ts'
import { listWatches } from '../watch/watch.rows.ts'
import { readProfile } from './profile.reader.ts'

const { attachment, audit, consent, member, notification } = schema

/**
 * Everything that is kept about the viewer herself, as JSON. Of secrets only that they are there; of others only their ids.
 * @throws Unauthenticated; Forbidden for a token
 */
export const exportOwnData = async (ctx: AccountContext): Promise<string> => {
  const { db, viewer, clock } = ctx
  const id = viewer.kind === 'member' ? viewer.id : ''
  authorize(viewer, 'member.export', { member: id })
  const [account] = await db.select().from(member).where(eq(member.id, id))
  const consents = await db
    .select()
    .from(consent)
    .where(eq(consent.memberId, id))
    .orderBy(asc(consent.givenAt))
  const trail = await db
    .select()
    .from(audit)
    .where(or(eq(audit.actor, id), eq(audit.entryId, id), eq(audit.memberId, id)))
    .orderBy(asc(audit.seq))
  const files = await db
    .select({
      id: attachment.id,
      entry: attachment.entryId,
      kind: attachment.kind,
      name: attachment.name,
      rightsHolder: attachment.rightsHolder,
      licence: attachment.licence,
      state: attachment.state,
      sentAt: attachment.createdAt,
    })
    .from(attachment)
    .where(eq(attachment.createdBy, id))
    .orderBy(asc(attachment.createdAt))
  const news = await db
    .select()
    .from(notification)
    .where(eq(notification.memberId, id))
    .orderBy(asc(notification.createdAt))
  const data = {
    format: 'hansa-personal-data-1',
    exportedAt: clock.now(),
    account,
    profile: await readProfile(db, id),
    consents,
    affiliations: await selectAffiliations(ctx, [id]),
    sessions: await listSessions(ctx, id),
    passkeys: await listPasskeys(ctx, id),
    identities: await listIdentities(ctx, id),
    files,
    follows: await listWatches(db, id),
    news,
    letterChoices: await choicesOf(db, id),
    ...(await curationOf(db, id)),
    apiTokens: await listApiTokens(ctx, id),
    // What others changed of entries is theirs; that it concerns her is hers.
    history: trail.map(({ before, after, origin, ...row }) => ({
      ...row,
      ...(row.entryId === id && { before, after }),
      ...((row.actor === id || row.actor === 'visitor') && { origin }),
    })),
  }
  return JSON.stringify(data, null, 2)
}
