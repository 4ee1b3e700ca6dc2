import { schema, type Tx } from '@hansa/db'
import { Conflict, InvalidInput } from '@hansa/domain/errors'
import { fieldsOf, isWrittenKind, type WrittenKind } from '@hansa/domain/fiche'
import { newEntryId, newId } from '@hansa/domain/id'
import { kindOfId } from '@hansa/domain/kind'
import { authorize } from '@hansa/domain/permissions'
import { sortKeyOf } from '@hansa/domain/slug'
import type { LocalizedText } from '@hansa/domain/text'
import { isEditable, openStates } from '@hansa/domain/workflow'
import { and, count, eq, inArray } from 'drizzle-orm'
import { lockEntry, subjectAt } from '../affiliation/affiliation.rows.ts'
import { type Acting, writeTrail } from '../audit/trail.ts'
import { storeEntries } from '../entry/entry.service.ts'
import { findVisibleProfile } from '../member/profile.reader.ts'
import { changesSince, ownChanges } from './clash.ts'
import { draftOf, mirrorDraft, writable } from './draft-entry.ts'
import { mergeWith, readInput, readPublished } from './published.ts'
import {
  asKept,
  askedOf,
  type Content,
  changedFields,
  checkSize,
  judge,
  tidied,
  valuesFrom,
} from './revision.content.ts'
import {
  changeRevision,
  findLast,
  findOpen,
  kindOf,
  type Locked,
  type RevisionRow,
  revisionPrefix,
} from './revision.rows.ts'
import { NotNow, writeStep } from './steps.ts'

const { affiliation, revision, revisionChange } = schema

/** How many revisions a member can have under way: enough for everybody who writes, too few to fill the registry with. */
const mostOpen = 100

/** @throws InvalidInput for a kind that is not written by members */
const writtenKind = (kind: string | null): WrittenKind => {
  if (kind !== null && isWrittenKind(kind)) return kind
  throw new InvalidInput([{ field: 'kind', message: 'is not written by members' }])
}

const titleOf = (kind: WrittenKind, content: Content) => {
  const title = judge(kind, content).valid.title as LocalizedText | undefined
  const words = Object.values(title ?? {}).map(({ text }) => sortKeyOf(text))
  return { title: title ?? null, titleKey: words.join(' ') }
}

/** @throws Conflict when she has too much under way already */
const checkRoom = async (tx: Tx, memberId: string): Promise<void> => {
  const [open] = await tx
    .select({ count: count() })
    .from(revision)
    .where(and(eq(revision.createdBy, memberId), inArray(revision.state, [...openStates])))
  if ((open?.count ?? 0) >= mostOpen)
    throw new Conflict(`You write ${mostOpen} entries already. Submit or withdraw one of them first.`)
}

type Beginning = { kind: WrittenKind; entryId: string; content: Content; base: Content | null }

const begin = async (
  tx: Tx,
  ctx: Acting,
  memberId: string,
  { kind, entryId, content, base }: Beginning,
): Promise<RevisionRow> => {
  await checkRoom(tx, memberId)
  const now = ctx.clock.now()
  const [row] = await tx
    .insert(revision)
    .values({
      id: newId(revisionPrefix),
      entryId,
      state: 'draft',
      content,
      base,
      ...titleOf(kind, content),
      checklist: {},
      createdBy: memberId,
      createdAt: now,
      updatedAt: now,
      since: now,
    })
    .returning()
  if (!row) throw new Error('a revision that was written is not there')
  // What was there before she began is not hers.
  const fields = base === null ? fieldsOf(kind).map(({ key }) => key) : []
  await tx.insert(revisionChange).values({
    revisionId: row.id,
    version: row.version,
    memberId,
    at: now,
    before: {},
    after: pick(content, fields),
  })
  await writeStep(tx, ctx, { entryId, revisionId: row.id, step: 'start', to: 'draft' })
  return row
}

const pick = (content: Content, fields: readonly string[]): Content =>
  Object.fromEntries(fields.flatMap((key) => (content[key] === undefined ? [] : [[key, content[key]]])))

const memberOf = ({ viewer }: Acting): string => (viewer.kind === 'member' ? viewer.id : '')

/**
 * Begins a new entry with what is known of it so far: it is in the registry from then on, for its authors alone.
 * @throws Unauthenticated, Forbidden; InvalidInput when there is too little to begin with; Conflict
 */
export const startEntry = async (
  ctx: Acting,
  { kind: wanted, values }: { kind: string; values: string },
): Promise<RevisionRow> => {
  const memberId = memberOf(ctx)
  authorize(ctx.viewer, 'entry.start', { member: memberId })
  const kind = writtenKind(wanted)
  const content = asKept(kind, valuesFrom(kind, values))
  const id = newEntryId(kind)
  const made = draftOf(kind, id, await writable(ctx, kind, content))
  return await ctx.db.transaction(async (tx) => {
    await storeEntries(tx, ctx.viewer, [made])
    const now = ctx.clock.now()
    await tx.insert(affiliation).values({
      id: newId('affi'),
      memberId,
      entryId: id,
      function: 'author',
      createdAt: now,
      confirmedAt: now,
      confirmedBy: memberId,
    })
    return await begin(tx, ctx, memberId, { kind, entryId: id, content, base: null })
  })
}

/** Somebody else is writing this entry already. */
export class AlreadyWritten extends Conflict {}

const alreadyWritten = async (ctx: Acting, row: RevisionRow): Promise<AlreadyWritten> => {
  const profile = await findVisibleProfile(ctx, row.createdBy)
  const who = row.createdBy === memberOf(ctx) ? 'You are' : `${profile?.name ?? 'Another member'} is`
  return new AlreadyWritten(
    `${who} improving this entry already, since ${row.createdAt.toISOString().slice(0, 10)}.`,
  )
}

/**
 * Begins to improve an entry beside what is published of it, or goes on with one that was given up before it was published.
 * @throws Unauthenticated, Forbidden, InvalidInput; AlreadyWritten when somebody does so
 */
export const improveEntry = async (ctx: Acting, entryId: string): Promise<RevisionRow> => {
  authorize(ctx.viewer, 'revision.start', await subjectAt(ctx.db, entryId))
  const kind = writtenKind(kindOfId(entryId))
  const memberId = memberOf(ctx)
  return await ctx.db.transaction(async (tx) => {
    const state = await lockEntry(tx, entryId)
    if (state !== 'published' && state !== 'draft')
      throw new Conflict('This entry is archived. Ask its secretariat to restore it first.')
    authorize(ctx.viewer, 'revision.start', await subjectAt(tx, entryId))
    const open = await findOpen(tx, entryId)
    if (open) throw await alreadyWritten({ ...ctx, db: tx }, open)
    const input = askedOf(kind, (await readInput(tx, entryId)) ?? {})
    const base = state === 'published' ? input : null
    const content = base ?? (await findLast(tx, entryId))?.content ?? input
    return await begin(tx, ctx, memberId, { kind, entryId, content, base })
  })
}

/** Writes what a revision says from now on; only the fields that change count as hers who saves. */
export const putContent = async (
  tx: Tx,
  ctx: Acting,
  { row, entryState }: Locked,
  next: Content,
  set: Partial<RevisionRow> = {},
): Promise<RevisionRow> => {
  const kind = kindOf(row)
  const content = asKept(kind, next)
  checkSize(content)
  const fields = changedFields(kind, row.content, content)
  if (fields.length === 0 && Object.keys(set).length === 0) return row
  const version = row.version + 1
  const now = ctx.clock.now()
  await tx.insert(revisionChange).values({
    revisionId: row.id,
    version,
    memberId: memberOf(ctx),
    at: now,
    before: pick(row.content, fields),
    after: pick(content, fields),
  })
  const [changed] = await tx
    .update(revision)
    .set({ content, version, ...titleOf(kind, content), updatedAt: now, ...set })
    .where(eq(revision.id, row.id))
    .returning()
  if (!changed) throw new Error('a revision was locked and is gone')
  if (entryState === 'draft') await mirrorDraft(tx, ctx, { kind, id: row.entryId, content })
  await writeTrail(tx, ctx, {
    action: 'revision.saved',
    entryId: row.entryId,
    after: { revision: row.id, version, fields },
  })
  return changed
}

/** @throws NotNow unless its authors may change it now */
export const checkEditable = ({ state }: RevisionRow): void => {
  if (!isEditable(state)) throw new NotNow(state)
}

/**
 * Saves some fields of a revision, right or not: what is wrong with them is told where they are read.
 * @throws Unauthenticated, Forbidden, InvalidInput, NotNow; EditClash when somebody else changed the same fields meanwhile
 */
export const saveFields = async (
  ctx: Acting,
  { id, version, values }: { id: string; version: number; values: string },
): Promise<RevisionRow> =>
  await changeRevision(ctx, id, 'revision.write', async (tx, locked) => {
    const { row } = locked
    checkEditable(row)
    const kind = kindOf(row)
    const given = valuesFrom(kind, values)
    const kept = asKept(kind, { ...row.content, ...given })
    const wanted = Object.fromEntries(Object.keys(given).map((key) => [key, kept[key]]))
    const own = ownChanges(row, await changesSince(tx, row, version), wanted)
    return await putContent(tx, ctx, locked, { ...row.content, ...own })
  })

/**
 * Takes what was published since a revision was begun over into it. What was changed here stays, but for the fields `theirs`.
 * @throws Unauthenticated, Forbidden, InvalidInput, NotNow; EditClash when somebody saved it meanwhile
 */
export const bringUpToDate = async (
  ctx: Acting,
  { id, version, theirs }: { id: string; version: number; theirs: readonly string[] },
): Promise<RevisionRow> =>
  await changeRevision(ctx, id, 'revision.write', async (tx, locked) => {
    const { row } = locked
    checkEditable(row)
    const later = await changesSince(tx, row, version)
    if (later.length > 0)
      throw new Conflict('Somebody else saved this meanwhile. Load it again, then choose.')
    const current = await readPublished(tx, row)
    if (!current) return row
    const { merged } = mergeWith(kindOf(row), row, current)
    const next = { ...merged, ...Object.fromEntries(theirs.map((key) => [key, tidied(current[key])])) }
    return await putContent(tx, ctx, locked, next, { base: current })
  })
