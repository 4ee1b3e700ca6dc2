import type { Affiliation } from './affiliation.ts'
import type { EntryState } from './entry.ts'
import { Forbidden, Unauthenticated } from './errors.ts'
import type { Kind } from './kind.ts'
import type { Visibility } from './profile.ts'
import { isSecretariat } from './roles.ts'
import { rules, tokenAllows } from './rules.ts'

/** What a token of the API may be good for; `write` includes reading. */
export const scopes = ['read', 'write'] as const
export type Scope = (typeof scopes)[number]

/** A person who is signed in. */
export type MemberViewer = {
  readonly kind: 'member'
  readonly id: string
  readonly isAdministrator: boolean
  readonly affiliations: readonly Affiliation[]
  /** What the token of the API she uses allows; null when she is signed in herself. */
  readonly scopes: readonly Scope[] | null
}

/** Who is asking: a visitor, a member, or the system itself (seed loader, import, jobs). */
export type Viewer = { kind: 'visitor' } | MemberViewer | { kind: 'system'; name: string }

export const visitor: Viewer = { kind: 'visitor' }

/** How the audit trail names a viewer. */
export const actorOf = (viewer: Viewer): string => {
  if (viewer.kind === 'system') return `system:${viewer.name}`
  return viewer.kind === 'member' ? viewer.id : viewer.kind
}

export const actions = [
  'entry.read',
  'entry.save',
  'concept.save',
  'file.read',
  'file.upload',
  'file.change',
  'instance.export',
  'instance.import',
  'account.read',
  'account.change',
  'directory.read',
  'profile.change',
  'profile.consent',
  'member.contact',
  'member.export',
  'member.erase',
  'affiliation.request',
  'affiliation.decide',
  'affiliation.end',
  'affiliation.list',
  'ownership.handOver',
  'review.appoint',
  'entry.start',
  'entry.curate',
  'entry.confirm',
  'revision.start',
  'revision.read',
  'revision.write',
  'revision.curate',
  'revision.remark',
  'review.write',
  'curation.read',
  'curation.bulk',
  'curation.rule',
  'people.read',
  'people.change',
  'audit.read',
  'news.read',
  'news.change',
] as const
export type Action = (typeof actions)[number]

/** What is acted on. */
export type Subject = {
  kind?: Kind
  state?: EntryState
  /** Id of the entry acted on, or at which somebody acts. */
  entry?: string
  /** Ids of the networks that entry belongs to: their secretariats have a say. */
  networks?: readonly string[]
  /** Ids of the organisations that lead that entry. */
  ledBy?: readonly string[]
  /** Id of the member acted on. */
  member?: string
  /** Ids of the members who wrote any of the revision acted on; nothing may be done to one of which it is not known who wrote it. */
  writers?: readonly string[]
  /** Whether that revision was ever submitted. */
  submitted?: boolean
}

/** Whether a viewer may do something to a subject. Everything not allowed here is forbidden. */
export const can = (viewer: Viewer, action: Action, subject: Subject = {}): boolean => {
  if (viewer.kind === 'system') return true
  if (action === 'entry.read' && subject.state === 'published') return true
  const { needs, allows } = rules[action]
  return viewer.kind === 'member' && tokenAllows(viewer, needs) && allows(viewer, subject)
}

/** The states of entries a viewer may see in lists and search. */
export const visibleTo = (viewer: Viewer): EntryState[] =>
  viewer.kind === 'system' ? ['draft', 'published', 'archived'] : ['published']

/** Ids of the entries a viewer may see in any state: those she leads, reviews or began. */
export const alwaysVisibleTo = (viewer: Viewer): string[] => {
  if (viewer.kind !== 'member') return []
  const ids = viewer.affiliations.map((one) => one.entryId)
  return ids.filter((entry) => can(viewer, 'entry.read', { entry }))
}

/** Whether a viewer may see any entry that not everybody may see: what is kept for everybody is then not all there is for her. */
export const seesMoreThanPublic = (viewer: Viewer): boolean =>
  visibleTo(viewer).length > visibleTo(visitor).length || alwaysVisibleTo(viewer).length > 0

/** Which fields of other people's profiles a viewer may see, be shown in lists, and filter by. */
export const fieldsVisibleTo = (viewer: Viewer): Visibility[] => {
  if (viewer.kind === 'system') return ['public', 'members', 'secretariat']
  if (viewer.kind === 'visitor' || !tokenAllows(viewer, 'read')) return ['public']
  return isSecretariat(viewer) ? ['public', 'members', 'secretariat'] : ['public', 'members']
}

/** @throws Unauthenticated for a visitor, Forbidden for anybody else who may not do this. */
export const authorize = (viewer: Viewer, action: Action, subject?: Subject): void => {
  if (can(viewer, action, subject)) return
  throw viewer.kind === 'visitor' ? new Unauthenticated() : new Forbidden()
}
