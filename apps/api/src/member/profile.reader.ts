import { type Db, schema } from '@hansa/db'
import { MemberId } from '@hansa/domain/member'
import { authorize } from '@hansa/domain/permissions'
import { closedProfile, type Profile } from '@hansa/domain/profile'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { memberVisible, profileColumns, type ShownMember, shownTo } from './profile.visibility.ts'

const { member, profile } = schema

/** A member as the viewer may see her; null for what is no id, for nobody, and for somebody who does not show herself. */
export const findVisibleProfile = async (
  { db, viewer }: Pick<Context, 'db' | 'viewer'>,
  id: string,
): Promise<ShownMember | null> => {
  if (!MemberId.safeParse(id).success) return null
  const [row] = await db
    .select(profileColumns)
    .from(member)
    .innerJoin(profile, eq(profile.memberId, member.id))
    .where(and(eq(member.id, id), memberVisible(viewer)))
  return row ? shownTo(viewer, row) : null
}

/** A member's profile as she wrote it; closed and empty when she has written none. Null when there is no such member. */
export const readProfile = async (db: Db, memberId: string): Promise<Profile | null> => {
  const [row] = await db
    .select({ name: member.name, profile })
    .from(member)
    .leftJoin(profile, eq(profile.memberId, member.id))
    .where(and(eq(member.id, memberId), eq(member.state, 'active')))
  if (!row) return null
  const {
    position = '',
    languages = [],
    expertise = [],
    offers = [],
    visibility = closedProfile,
  } = row.profile ?? {}
  return { name: row.name, position, languages, expertise, offers, visibility }
}

/**
 * The viewer's own profile, with everything in it.
 * @throws Unauthenticated, Forbidden
 */
export const getOwnProfile = async (
  ctx: Pick<Context, 'db' | 'viewer'>,
): Promise<Profile & { id: string }> => {
  const id = ctx.viewer.kind === 'member' ? ctx.viewer.id : ''
  authorize(ctx.viewer, 'account.read', { member: id })
  const own = await readProfile(ctx.db, id)
  if (!own) throw new Error('the viewer is no member')
  return { ...own, id }
}
