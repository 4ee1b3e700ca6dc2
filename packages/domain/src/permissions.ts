import type { EntryState } from './entry.ts'
import { Forbidden, Unauthenticated } from './errors.ts'
import type { Kind } from './kind.ts'

/** Who is asking: a visitor, or the system itself (seed loader, import, jobs). Members come with sign-in. */
export type Viewer = { kind: 'visitor' } | { kind: 'system'; name: string }

export const visitor: Viewer = { kind: 'visitor' }

/** How the audit trail names a viewer. */
export const actorOf = (viewer: Viewer): string =>
  viewer.kind === 'system' ? `system:${viewer.name}` : viewer.kind

export const actions = [
  'entry.read',
  'entry.save',
  'concept.save',
  'instance.export',
  'instance.import',
] as const
export type Action = (typeof actions)[number]

export type Subject = { kind?: Kind; state?: EntryState }

/** Whether a viewer may do something to a subject. Everything not allowed here is forbidden. */
export const can = (viewer: Viewer, action: Action, subject: Subject = {}): boolean => {
  if (viewer.kind === 'system') return true
  return action === 'entry.read' && subject.state === 'published'
}

/** The states of entries a viewer may see in lists and search. */
export const visibleTo = (viewer: Viewer): EntryState[] =>
  viewer.kind === 'system' ? ['draft', 'published', 'archived'] : ['published']

/** @throws Unauthenticated for a visitor, Forbidden for anybody else who may not do this. */
export const authorize = (viewer: Viewer, action: Action, subject?: Subject): void => {
  if (can(viewer, action, subject)) return
  throw viewer.kind === 'visitor' ? new Unauthenticated() : new Forbidden()
}
