import type { EntryState } from '@hansa/domain/entry'
import type { Viewer } from '@hansa/domain/permissions'
import { curates, leads } from '@hansa/domain/roles'
import type { EntryContent } from '../entry/entry.content.ts'

/** What decides about the state of an entry that an import brings in. */
export type Bringing = {
  /** Whether whoever imports wants it to be published. */
  publish: boolean
  content: Pick<EntryContent, 'links' | 'own'>
  /** The state it is in; null for an entry that is not there. */
  before: EntryState | null
}

/**
 * The one place that says in which state an import leaves an entry. What is there keeps its state. What is new is a draft, unless whoever
 * imports wants it published and administers the instance or curates a network it names; nobody publishes what is led by an
 * organisation she edits.
 */
export const stateOfImported = (viewer: Viewer, { publish, content, before }: Bringing): EntryState => {
  if (before !== null && before !== 'archived') return before
  if (!publish) return 'draft'
  if (viewer.kind !== 'member') return viewer.kind === 'system' ? 'published' : 'draft'
  const lead = content.own.leadOrganisation
  if (typeof lead === 'string' && leads(viewer, lead)) return 'draft'
  const networks = content.links.filter(({ field }) => field === 'networks').map(({ toId }) => toId)
  return viewer.isAdministrator || curates(viewer, { networks }) ? 'published' : 'draft'
}
