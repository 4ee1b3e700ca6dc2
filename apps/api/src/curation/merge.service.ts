import { schema, type Tx } from '@hansa/db'
import type { EntryState } from '@hansa/domain/entry'
import { Conflict, InvalidInput } from '@hansa/domain/errors'
import { kindOfId } from '@hansa/domain/kind'
import { authorize } from '@hansa/domain/permissions'
import { and, eq, ne, sql } from 'drizzle-orm'
import { subjectAt } from '../affiliation/affiliation.rows.ts'
import type { Acting } from '../audit/trail.ts'
import { canonicalJson, contentOf } from '../entry/entry.content.ts'
import { among } from '../entry/entry.loaders.ts'
import { asOnlyWriter } from '../entry/entry.locks.ts'
import { chunks, lastInputs } from '../entry/entry.rows.ts'
import { storeEntries } from '../entry/entry.service.ts'
import { dependentsOf } from '../search/dependents.ts'
import { mirrorDraft } from './draft-entry.ts'
import { type CuratedEntry, lockCurated } from './entry-state.service.ts'
import { findLast, findOpen, kindOf } from './revision.rows.ts'
import { writeStep } from './steps.ts'

const { affiliation, assessment, attachment, commitment, entry, entryRedirect, membership, profile } = schema
const { revision, slugRedirect } = schema

type Json = Record<string, unknown>

const system = { kind: 'system', name: 'merge' } as const

/** The same value with one id in place of another wherever it stands, and no list that names the new one twice. */
const withId = (value: unknown, from: string, to: string): unknown => {
  if (value === from) return to
  if (Array.isArray(value)) {
    const items = value.map((item) => withId(item, from, to))
    return [...new Map(items.map((item) => [canonicalJson(item ?? null), item])).values()]
  }
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withId(item, from, to)]))
}

const without = (input: Json, id: string): Json =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== id))

/** Ids of the entries that name one, in whatever field. */
const namersOf = async (tx: Tx, id: string): Promise<string[]> => {
  const subjects = await tx
    .select({ id: membership.entryId })
    .from(membership)
    .where(eq(membership.member, id))
    .union(tx.select({ id: assessment.entryId }).from(assessment).where(eq(assessment.subject, id)))
    .union(tx.select({ id: commitment.entryId }).from(commitment).where(eq(commitment.subject, id)))
  return [...new Set([...(await dependentsOf(tx, [id])), ...subjects.map((row) => row.id)])]
}

/**
 * Lets every entry that names one name the other instead; what would then name itself names nothing.
 * @returns ids of the drafts among them, which say what their revisions say
 */
const moveLinks = async (tx: Tx, ctx: Acting, from: string, to: string): Promise<string[]> => {
  const dependents = (await namersOf(tx, from)).filter((id) => id !== from)
  const rows = await tx
    .select({ id: entry.id, slug: entry.slug, state: entry.state })
    .from(entry)
    .where(among(entry.id, dependents))
  const isDraft = ({ state }: { state: EntryState }): boolean => state === 'draft'
  for (const some of chunks(rows.filter((row) => !isDraft(row)))) {
    const inputs = await lastInputs(
      tx,
      some.map(({ id }) => id),
    )
    const contents = some.flatMap(({ id, slug, state }) => {
      const input = inputs.get(id) as Json | undefined
      const kind = kindOfId(id)
      if (!input || !kind) return []
      const moved = withId(id === to ? without(input, from) : input, from, to)
      if (JSON.stringify(moved) === JSON.stringify(input)) return []
      const made = contentOf(kind, id, { ...(moved as Json), slug })
      return [{ ...made, state }]
    })
    await storeEntries(tx, ctx.viewer, contents)
  }
  return rows.filter(isDraft).map(({ id }) => id)
}

/** What is being written names the one that stays from now on, and so do the entries of `drafts`. */
const moveDrafts = async (
  tx: Tx,
  { from, to, drafts }: { from: string; to: string; drafts: readonly string[] },
): Promise<void> => {
  await tx.execute(
    sql`update ${revision} set content = replace(content::text, ${from}, ${to})::jsonb, base = replace(base::text, ${from}, ${to})::jsonb where position(${from} in content::text) > 0 or position(${from} in base::text) > 0`,
  )
  for (const id of drafts) {
    const row = await findLast(tx, id)
    // Its authors may see more of what it names than who merges.
    if (row) await mirrorDraft(tx, { viewer: system }, { kind: kindOf(row), id, content: row.content })
  }
}

const moveExpertise = async (tx: Tx, from: string, to: string): Promise<void> => {
  await tx.execute(
    sql`update ${profile} set expertise = replace(expertise::text, ${from}, ${to})::jsonb where expertise @> ${JSON.stringify([from])}::jsonb`,
  )
}

const movePeople = async (tx: Tx, from: string, to: string): Promise<void> => {
  const there = tx
    .select({ id: sql`1` })
    .from(sql`affiliation other`)
    .where(
      sql`other.entry_id = ${to} and other.member_id = ${affiliation.memberId} and other.function = ${affiliation.function}`,
    )
  await tx.delete(affiliation).where(and(eq(affiliation.entryId, from), sql`exists (${there})`))
  await tx.update(affiliation).set({ entryId: to }).where(eq(affiliation.entryId, from))
}

const redirect = async (tx: Tx, ctx: Acting, row: CuratedEntry, to: string): Promise<void> => {
  await tx.insert(entryRedirect).values({ fromId: row.id, toId: to, at: ctx.clock.now() })
  // What led to the one that goes leads on to the one that stays, in one step.
  await tx.update(entryRedirect).set({ toId: to }).where(eq(entryRedirect.toId, row.id))
  await tx.update(slugRedirect).set({ entryId: to }).where(eq(slugRedirect.entryId, row.id))
  await tx
    .insert(slugRedirect)
    .values({ kind: row.kind, slug: row.slug, entryId: to })
    .onConflictDoUpdate({ target: [slugRedirect.kind, slugRedirect.slug], set: { entryId: to } })
}

/**
 * Merges an entry into another of its kind: what linked to it, its attachments and its people move; its id and every address it
 * had lead to the other. The other says what it said before.
 * @throws Unauthenticated, Forbidden; InvalidInput for two that cannot be merged; Conflict while one of them is being written
 */
export const mergeEntries = async (
  ctx: Acting,
  { from, into }: { from: string; into: string },
): Promise<CuratedEntry> => {
  for (const id of [from, into]) authorize(ctx.viewer, 'entry.curate', await subjectAt(ctx.db, id))
  if (from === into || kindOfId(from) === null || kindOfId(from) !== kindOfId(into))
    throw new InvalidInput([{ field: 'into', message: 'must be another entry of the same kind' }])
  return await ctx.db.transaction(async (tx) => {
    await asOnlyWriter(tx)
    const [goes, stays] = [await lockCurated(tx, from), await lockCurated(tx, into)]
    if (stays.state !== 'published') throw new InvalidInput([{ field: 'into', message: 'is not published' }])
    const [before] = await tx.select().from(entryRedirect).where(eq(entryRedirect.fromId, from))
    if (before) throw new Conflict('This entry was merged into another already.')
    if (await findOpen(tx, from))
      throw new Conflict('Somebody is writing the entry that would go. Release or reject that first.')
    const drafts = await moveLinks(tx, ctx, from, into)
    await moveDrafts(tx, { from, to: into, drafts })
    await moveExpertise(tx, from, into)
    await movePeople(tx, from, into)
    await tx
      .update(attachment)
      .set({ entryId: into })
      .where(and(eq(attachment.entryId, from), ne(attachment.state, 'removed')))
    await tx.update(entry).set({ state: 'archived', featuredAt: null }).where(eq(entry.id, from))
    await redirect(tx, ctx, goes, into)
    await writeStep(tx, ctx, { entryId: from, step: 'merge', otherId: into })
    await writeStep(tx, ctx, { entryId: into, step: 'merge', otherId: from })
    return stays
  })
}
