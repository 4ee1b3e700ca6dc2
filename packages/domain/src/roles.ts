import { type Affiliation, type AffiliationFunction, leadingFunction } from './affiliation.ts'
import type { MemberViewer, Subject, Viewer } from './permissions.ts'

/** What somebody can be towards something, from the least to the most. */
export const roles = [
  'visitor',
  'member',
  'reviewer',
  'editor',
  'representative',
  'curator',
  'administrator',
] as const
export type Role = (typeof roles)[number]

/** Confirmed functions alone count, and those that lead only at the kind of entry they lead: nobody curates a city. */
const counts = ({ entryId, function: role, confirmed }: Affiliation): boolean =>
  confirmed &&
  (role === 'member' || role === 'reviewer' || role === 'author' || role === leadingFunction(entryId))

const holds = (viewer: MemberViewer, entry: string | undefined, role: AffiliationFunction): boolean =>
  viewer.affiliations.some((one) => counts(one) && one.entryId === entry && one.function === role)

/** Whether a member leads an entry: edits an organisation, represents a city, curates a network. Claims do not count. */
export const leads = (viewer: MemberViewer, entry: string | undefined): boolean => {
  const lead = entry === undefined ? null : leadingFunction(entry)
  return lead !== null && holds(viewer, entry, lead)
}

/** Whether a member reviews an entry. */
export const reviews = (viewer: MemberViewer, entry: string | undefined): boolean =>
  holds(viewer, entry, 'reviewer')

/** Whether a member began an entry. */
export const began = (viewer: MemberViewer, entry: string | undefined): boolean =>
  holds(viewer, entry, 'author')

/** Whether a member curates a network: the subject itself, or one the subject belongs to. */
export const curates = (viewer: MemberViewer, { entry, networks = [] }: Subject): boolean =>
  [entry, ...networks].some((id) => holds(viewer, id, 'curator'))

/** Whether a member belongs to the secretariat: she curates any network, or administers the instance. */
export const isSecretariat = (viewer: MemberViewer): boolean =>
  viewer.isAdministrator || viewer.affiliations.some((one) => counts(one) && one.function === 'curator')

/** The roles a viewer has towards a subject, the least first. The system has none: it may do everything. */
export const rolesOf = (viewer: Viewer, subject: Subject): Role[] => {
  if (viewer.kind === 'system') return []
  if (viewer.kind === 'visitor') return ['visitor']
  const { entry } = subject
  const held: Record<Role, boolean> = {
    visitor: false,
    member: true,
    reviewer: reviews(viewer, entry),
    editor: holds(viewer, entry, 'editor'),
    representative: holds(viewer, entry, 'representative'),
    curator: curates(viewer, subject),
    administrator: viewer.isAdministrator,
  }
  return roles.filter((role) => held[role])
}
