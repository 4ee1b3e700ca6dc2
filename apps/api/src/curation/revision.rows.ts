import { type Db, schema, type Tx } from '@hansa/db'
import type { EntryState } from '@hansa/domain/entry'
import { isWrittenKind, type WrittenKind } from '@hansa/domain/fiche'
import { isEntryId, isIdOf } from '@hansa/domain/id'
import { kindOfId } from '@hansa/domain/kind'
import { type Action, authorize, type Subject } from '@hansa/domain/permissions'
import { openStates } from '@hansa/domain/workflow'
import { and, desc, eq, inArray } from 'drizzle-orm'
import { lockEntry, subjectAt } from '../affiliation/affiliation.rows.ts'
import type { Acting } from '../audit/trail.ts'

const { revision, revisionChange } = schema

export type RevisionRow = typeof revision.$inferSelect

/** What ids of revisions begin with. */
export const revisionPrefix = 'revi'

/** The kind of the entry a revision is of. */
export const kindOf = ({ entryId }: Pick<RevisionRow, 'entryId'>): WrittenKind => {
  const kind = kindOfId(entryId)
  if (kind === null || !isWrittenKind(kind)) throw new Error('a revision is of an entry that nobody writes')
  return kind
}

/** A revision by its id; null when there is none. */
export const findRevision = async (db: Db, id: string): Promise<RevisionRow | null> => {
  if (!isIdOf(revisionPrefix, id)) return null
  const [row] = await db.select().from(revision).where(eq(revision.id, id))
  return row ?? null
}

/** The revision of an entry that is under way; null when none is. */
export const findOpen = async (db: Db, entryId: string): Promise<RevisionRow | null> => {
  if (!isEntryId(entryId)) return null
  const [row] = await db
    .select()
    .from(revision)
    .where(and(eq(revision.entryId, entryId), inArray(revision.state, [...openStates])))
  return row ?? null
}

/** The revision of an entry that was begun last; null when there was none. */
export const findLast = async (db: Db, entryId: string): Promise<RevisionRow | null> => {
  const [row] = await db
    .select()
    .from(revision)
    .where(eq(revision.entryId, entryId))
    .orderBy(desc(revision.createdAt), desc(revision.id))
    .limit(1)
  return row ?? null
}

/** Ids of those who wrote any of a revision: who began it, then whoever saved some of it. */
export const writersOf = async (db: Db, row: Pick<RevisionRow, 'id' | 'createdBy'>): Promise<string[]> => {
  const rows = await db
    .selectDistinct({ id: revisionChange.memberId })
    .from(revisionChange)
    .where(eq(revisionChange.revisionId, row.id))
    .orderBy(revisionChange.memberId)
  return [...new Set([row.createdBy, ...rows.map(({ id }) => id)])]
}

/** A revision as the rules see it; of none they know nothing. */
export const revisionSubject = async (
  db: Db,
  row: RevisionRow | null,
  memberId?: string,
): Promise<Subject> =>
  row
    ? {
        ...(await subjectAt(db, row.entryId, memberId)),
        writers: await writersOf(db, row),
        submitted: row.submittedAt !== null,
      }
    : {}

/** A revision that the viewer may do something to. Of those she may not, she does not learn whether they exist. */
export const authorizedRevision = async (
  { db, viewer }: Pick<Acting, 'db' | 'viewer'>,
  id: string,
  action: Action,
): Promise<RevisionRow> => {
  const row = await findRevision(db, id)
  authorize(viewer, action, await revisionSubject(db, row))
  if (!row) throw new Error('what does not exist was authorized')
  return row
}

/** A revision that nobody else changes meanwhile, with the state of its entry. */
export type Locked = { row: RevisionRow; entryState: EntryState }

/** Locks the entry first, then the revision: everywhere in this order, so that nobody waits for each other. */
export const lockRevision = async (tx: Tx, { id, entryId }: RevisionRow): Promise<Locked> => {
  const entryState = await lockEntry(tx, entryId)
  const [row] = await tx.select().from(revision).where(eq(revision.id, id)).for('update')
  if (!row || entryState === null) throw new Error('a revision was there and is gone')
  return { row, entryState }
}

/**
 * Changes a revision: asked for before anything is locked, and once more when nobody else can change it, because who wrote it
 * and what it was may have changed between the two.
 * @throws Unauthenticated, Forbidden
 */
export const changeRevision = async <T>(
  ctx: Acting,
  id: string,
  action: Action,
  work: (tx: Tx, locked: Locked) => Promise<T>,
): Promise<T> => {
  const found = await authorizedRevision(ctx, id, action)
  return await ctx.db.transaction(async (tx) => {
    const locked = await lockRevision(tx, found)
    authorize(ctx.viewer, action, await revisionSubject(tx, locked.row))
    return await work(tx, locked)
  })
}
