import { schema } from '@hansa/db'
import { fieldsVisibleTo, type Viewer } from '@hansa/domain/permissions'
import type { Offer, ProfileField, SpokenLanguage, Visibility } from '@hansa/domain/profile'
import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm'

const { member, profile } = schema

/** What of a member's row and profile is read. */
export const profileColumns = { id: member.id, name: member.name, state: member.state, profile }

export type ProfileRow = Pick<typeof member.$inferSelect, 'id' | 'name' | 'state'> & {
  profile: typeof profile.$inferSelect
}

/** A member as a viewer sees her: null is what she has not said, or not to this viewer, who cannot tell which. */
export type ShownMember = {
  id: string
  name: string
  position: string | null
  languages: readonly SpokenLanguage[]
  expertise: readonly string[]
  offers: readonly Offer[]
  showsAffiliations: boolean
}

const isOneself = (viewer: Viewer, memberId: string): boolean =>
  viewer.kind === 'member' && viewer.id === memberId

/**
 * A condition that a viewer may see a field of a profile. Every filter on a field is joined with it: what cannot be seen
 * cannot be found either.
 */
export const fieldVisible = (viewer: Viewer, field: ProfileField): SQL => {
  const open = inArray(sql`${profile.visibility} ->> ${field}`, fieldsVisibleTo(viewer))
  return viewer.kind === 'member' ? (or(eq(profile.memberId, viewer.id), open) ?? open) : open
}

/** A condition that a viewer may know of a member: she is active, and shows her name to the viewer. */
export const memberVisible = (viewer: Viewer): SQL => {
  const named = fieldVisible(viewer, 'name')
  return and(eq(member.state, 'active'), named) ?? named
}

/** What a viewer is shown of a member whose name she may see. */
export const shownTo = (viewer: Viewer, row: ProfileRow): ShownMember => {
  const open = new Set<Visibility>(fieldsVisibleTo(viewer))
  const shows = (field: ProfileField): boolean =>
    isOneself(viewer, row.id) || open.has(row.profile.visibility[field])
  return {
    id: row.id,
    name: row.name,
    position: shows('position') && row.profile.position !== '' ? row.profile.position : null,
    languages: shows('languages') ? row.profile.languages : [],
    expertise: shows('expertise') ? row.profile.expertise : [],
    offers: shows('offers') ? row.profile.offers : [],
    showsAffiliations: shows('affiliations'),
  }
}
