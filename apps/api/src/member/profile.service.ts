import { type Db, schema, type Tx } from '@hansa/db'
import { Consent, consentText } from '@hansa/domain/consent'
import { InvalidInput } from '@hansa/domain/errors'
import { newId } from '@hansa/domain/id'
import { parse } from '@hansa/domain/parse'
import { authorize } from '@hansa/domain/permissions'
import { closedProfile, isOpen, Profile } from '@hansa/domain/profile'
import { sortKeyOf } from '@hansa/domain/slug'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { type Acting, writeTrail } from '../audit/trail.ts'
import { lockActive } from './people.rows.ts'
import { readProfile } from './profile.reader.ts'

const { concept, consent, entry, member, profile } = schema

const SavedProfile = Profile.extend({ consent: Consent.optional() })

const ownId = ({ viewer }: Acting): string => (viewer.kind === 'member' ? viewer.id : '')

/** @throws InvalidInput naming what a member cannot be an expert of, because it is not there */
const checkExpertise = async (db: Db, expertise: readonly string[]): Promise<void> => {
  const ids = [...expertise]
  const areas = await db.select({ id: concept.id }).from(concept).where(inArray(concept.id, ids))
  const components = await db
    .select({ id: entry.id })
    .from(entry)
    .where(and(inArray(entry.id, ids), eq(entry.state, 'published')))
  const known = new Set([...areas, ...components].map((row) => row.id))
  const missing = ids.flatMap((id, index) =>
    known.has(id) ? [] : [{ field: `expertise.${index}`, message: 'was not found in the registry' }],
  )
  if (missing.length > 0) throw new InvalidInput(missing)
}

/** Whether a member agrees to the text that is in force. */
export const hasConsented = async (tx: Db, memberId: string): Promise<boolean> => {
  const { version } = consentText('profile')
  const rows = await tx
    .select({ id: consent.id })
    .from(consent)
    .where(and(eq(consent.memberId, memberId), eq(consent.version, version), isNull(consent.withdrawnAt)))
  return rows.length > 0
}

/** Records the consent that comes with a profile. It is given by the person herself, never by a program. */
const recordConsent = async (
  tx: Tx,
  ctx: Acting,
  memberId: string,
  given: Consent | undefined,
): Promise<void> => {
  const { version, text } = consentText('profile')
  if (given?.version !== version)
    throw new InvalidInput([
      {
        field: 'consent',
        message: 'is missing: what you open to others needs your consent to the text shown',
      },
    ])
  if (!Object.hasOwn(text, given.language))
    throw new InvalidInput([{ field: 'consent', message: 'names a language the text does not exist in' }])
  authorize(ctx.viewer, 'profile.consent', { member: memberId })
  await tx.insert(consent).values({
    id: newId('cons'),
    memberId,
    purpose: 'profile',
    version,
    language: given.language,
    givenAt: ctx.clock.now(),
  })
  const after = { purpose: 'profile', version, language: given.language }
  await writeTrail(tx, ctx, { action: 'consent.given', entryId: memberId, after })
}

const writeProfile = async (tx: Tx, ctx: Acting, memberId: string, own: Profile): Promise<void> => {
  const { name, ...said } = own
  const now = ctx.clock.now()
  const row = { ...said, sortKey: sortKeyOf(name), positionKey: sortKeyOf(said.position), updatedAt: now }
  await tx.update(member).set({ name, updatedAt: now }).where(eq(member.id, memberId))
  await tx
    .insert(profile)
    .values({ memberId, ...row })
    .onConflictDoUpdate({ target: profile.memberId, set: row })
}

/**
 * Saves the viewer's profile. The first time something is open to others, her consent to the text in force comes with it.
 * @throws Unauthenticated, Forbidden, InvalidInput
 */
export const saveProfile = async (ctx: Acting, input: unknown): Promise<Profile & { id: string }> => {
  const memberId = ownId(ctx)
  authorize(ctx.viewer, 'profile.change', { member: memberId })
  const { consent: given, ...own } = parse(SavedProfile, input)
  await checkExpertise(ctx.db, own.expertise)
  return await ctx.db.transaction(async (tx) => {
    await lockActive(tx, memberId)
    if (isOpen(own.visibility) && !(await hasConsented(tx, memberId)))
      await recordConsent(tx, ctx, memberId, given)
    const before = await readProfile(tx, memberId)
    await writeProfile(tx, ctx, memberId, own)
    await writeTrail(tx, ctx, { action: 'profile.changed', entryId: memberId, before, after: own })
    return { ...own, id: memberId }
  })
}

/**
 * Takes the viewer's consent back: from now on nobody but the secretariat sees anything of her profile.
 * @throws Unauthenticated, Forbidden
 */
export const withdrawConsent = async (ctx: Acting): Promise<Profile & { id: string }> => {
  const memberId = ownId(ctx)
  authorize(ctx.viewer, 'profile.consent', { member: memberId })
  return await ctx.db.transaction(async (tx) => {
    await lockActive(tx, memberId)
    await tx
      .update(consent)
      .set({ withdrawnAt: ctx.clock.now() })
      .where(and(eq(consent.memberId, memberId), isNull(consent.withdrawnAt)))
    const before = await readProfile(tx, memberId)
    if (!before) throw new Error('the viewer is no member')
    const after = { ...before, visibility: closedProfile }
    await writeProfile(tx, ctx, memberId, after)
    await writeTrail(tx, ctx, { action: 'consent.withdrawn', entryId: memberId, before, after })
    return { ...after, id: memberId }
  })
}
