import type { Tx } from '@hansa/db'
import { InvalidInput } from '@hansa/domain/errors'
import type { WrittenKind } from '@hansa/domain/fiche'
import type { Acting } from '../audit/trail.ts'
import { contentOf, type EntryContent } from '../entry/entry.content.ts'
import { findExisting, writeContents } from '../entry/entry.rows.ts'
import { type Content, findUnknown, judge } from './revision.content.ts'

/** The system that entries come from which were written here. */
const here = 'hansa'

/** An entry that was never published has no name in addresses yet but its id. */
export const draftSlugOf = (id: string): string => id.replace('_', '-')

/** What the registry itself notes of an entry that was begun here. */
export const ownFacts = (id: string) => ({ provenance: { system: here, id }, slug: draftSlugOf(id) })

/** An entry that is only a draft, with what is right of its content. @throws InvalidInput when that is too little */
export const draftOf = (kind: WrittenKind, id: string, valid: Content): EntryContent => {
  const made = contentOf(kind, id, { ...valid, ...ownFacts(id) })
  return { ...made, state: 'draft' }
}

const asDraft = (kind: WrittenKind, id: string, valid: Content): EntryContent | null => {
  try {
    return draftOf(kind, id, valid)
  } catch (error) {
    if (error instanceof InvalidInput) return null
    throw error
  }
}

/** What is right of a content, without the fields that name what is not there. */
export const writable = async (
  ctx: Pick<Acting, 'db' | 'viewer'>,
  kind: WrittenKind,
  content: Content,
): Promise<Content> => {
  const { valid } = judge(kind, content)
  const unknown = new Set((await findUnknown(ctx, kind, valid)).map(({ field }) => field.split('.')[0]))
  return Object.fromEntries(Object.entries(valid).filter(([key]) => !unknown.has(key)))
}

/**
 * Lets the entry of a draft say what the draft says, so that whoever may read it sees it as it will be. Where too little of it
 * is right, the entry stays as it was.
 */
export const mirrorDraft = async (
  tx: Tx,
  { viewer }: Pick<Acting, 'viewer'>,
  { kind, id, content }: { kind: WrittenKind; id: string; content: Content },
): Promise<void> => {
  const made = asDraft(kind, id, await writable({ db: tx, viewer }, kind, content))
  if (made) await writeContents(tx, [made], await findExisting(tx, [id]), false)
}
