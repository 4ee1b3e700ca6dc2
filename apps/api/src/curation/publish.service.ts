import { type Db, schema, type Tx } from '@hansa/db'
import { monthsAfter, type NetworkRule } from '@hansa/domain/curation'
import type { EntryState } from '@hansa/domain/entry'
import { Conflict, InvalidInput, NotFound } from '@hansa/domain/errors'
import { keptOf } from '@hansa/domain/fiche'
import { kindOfId } from '@hansa/domain/kind'
import { slugFrom } from '@hansa/domain/slug'
import { chooseText, type LocalizedText } from '@hansa/domain/text'
import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { Acting } from '../audit/trail.ts'
import { contentOf, type EntryContent, hasEnded } from '../entry/entry.content.ts'
import { storeEntries } from '../entry/entry.service.ts'
import { draftSlugOf, ownFacts } from './draft-entry.ts'
import { mergeWith, readInput, readPublished } from './published.ts'
import { type Content, findDrafts } from './revision.content.ts'
import { changeRevision, kindOf, type Locked, type RevisionRow } from './revision.rows.ts'
import { ruleFor } from './rule.service.ts'
import { checkComplete } from './step.service.ts'
import { checkStep, reasonFor, type Told, takeStep } from './steps.ts'

const { attachment, entry, slugRedirect } = schema

/** The entry says something else now than when its revision was begun, in the same fields. */
export class PublishedMeanwhile extends Conflict {
  readonly fields: readonly string[]
  constructor(fields: readonly string[]) {
    super(
      `The entry was changed since this was begun, in: ${fields.join(', ')}. Ask its authors to compare both and to choose.`,
    )
    this.fields = fields
  }
}

/** The day in UTC. */
export const dayOf = (now: Date): string => now.toISOString().slice(0, 10)

/** That an entry was confirmed on a day, and when it is to be confirmed again by the rule of its networks. */
export const confirmedOn = (day: string, rule: NetworkRule, input: Content) => ({
  lastConfirmedAt: day,
  confirmationDueAt: monthsAfter(day, hasEnded(input) ? rule.confirmMonthsEnded : rule.confirmMonths),
})

const isFree = async (tx: Tx, id: string, slug: string): Promise<boolean> => {
  const kind = kindOfId(id)
  if (!kind) return false
  const rows = await tx
    .select({ id: entry.id })
    .from(entry)
    .where(and(eq(entry.kind, kind), eq(entry.slug, slug)))
    .union(
      tx
        .select({ id: slugRedirect.entryId })
        .from(slugRedirect)
        .where(and(eq(slugRedirect.kind, kind), eq(slugRedirect.slug, slug))),
    )
  return rows.every((row) => row.id === id)
}

/** The name an entry gets in addresses when it is published for the first time: its title, with a number when others have it. */
const finalSlug = async (tx: Tx, id: string, content: Content): Promise<string> => {
  // One at a time: two entries of one title would else both find it free.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('hansa slug'))`)
  const title = chooseText(content.title as LocalizedText, [String(content.contentLanguage ?? 'en')])?.text
  const wanted = slugFrom(title ?? '')
  if (wanted === '') return draftSlugOf(id)
  for (let n = 1; n < 100; n += 1) {
    const slug = n === 1 ? wanted : `${wanted.slice(0, 76).replace(/-$/, '')}-${n}`
    if (await isFree(tx, id, slug)) return slug
  }
  return draftSlugOf(id)
}

/** What was sent for an entry and described becomes public with it. */
const publishAttachments = async (tx: Tx, entryId: string): Promise<void> => {
  await tx
    .update(attachment)
    .set({ state: 'public' })
    .where(
      and(
        eq(attachment.entryId, entryId),
        eq(attachment.state, 'pending'),
        isNotNull(attachment.storedAt),
        isNotNull(attachment.alternativeText),
        isNotNull(attachment.rightsHolder),
      ),
    )
}

/** @throws Conflict unless the entry can be published at all */
const checkPublishable = (state: EntryState): void => {
  if (state === 'archived') throw new Conflict('This entry is archived. Restore it first.')
}

const slugNow = async (tx: Tx, id: string): Promise<string> => {
  const [row] = await tx.select({ slug: entry.slug }).from(entry).where(eq(entry.id, id))
  return row?.slug ?? draftSlugOf(id)
}

/** The entry as it is from now on: what no form asks for stays as it was. */
const publishedContent = async (
  tx: Tx,
  ctx: Acting,
  { row, entryState }: Locked,
  content: Content,
): Promise<EntryContent> => {
  const kind = kindOf(row)
  const id = row.entryId
  const before = (await readInput(tx, id)) ?? {}
  const kept = Object.fromEntries(keptOf(kind).map((key) => [key, before[key]]))
  const slug = entryState === 'draft' ? await finalSlug(tx, id, content) : await slugNow(tx, id)
  const confirmed = confirmedOn(dayOf(ctx.clock.now()), await ruleFor(tx, id), content)
  const made = contentOf(kind, id, { ...ownFacts(id), ...kept, ...content, ...confirmed, slug })
  return { ...made, state: 'published' }
}

/**
 * Makes what an accepted revision says public, with its pictures, and counts as confirming it.
 * @throws PublishedMeanwhile, InvalidInput, Conflict
 */
const publishNow = async (
  tx: Tx,
  ctx: Acting,
  locked: Locked,
  told: Partial<Told> = {},
): Promise<RevisionRow> => {
  const { row, entryState } = locked
  checkStep(row, 'publish')
  checkPublishable(entryState)
  const { conflicts, merged } = mergeWith(kindOf(row), row, await readPublished(tx, row))
  if (conflicts.length > 0) throw new PublishedMeanwhile(conflicts)
  const drafts = await findDrafts(tx, kindOf(row), merged)
  if (drafts.length > 0) throw new InvalidInput(drafts)
  await checkComplete({ ...ctx, db: tx }, { ...row, content: merged })
  await storeEntries(tx, ctx.viewer, [await publishedContent(tx, ctx, locked, merged)])
  await publishAttachments(tx, row.entryId)
  return await takeStep(tx, ctx, row, 'publish', { ...told, set: { publishAt: null } })
}

const timeFrom = (at: string | null | undefined, now: Date): Date | null => {
  if (at == null) return null
  const time = new Date(at)
  if (Number.isNaN(time.getTime()))
    throw new InvalidInput([{ field: 'at', message: 'is not a time such as 2026-12-01T09:00:00Z' }])
  return time > now ? time : null
}

/**
 * Publishes an accepted revision now, or notes at what time it is to be published.
 * @param at ISO 8601; a time that has passed, or none, is now
 * @throws Unauthenticated, Forbidden, NotNow, PublishedMeanwhile, InvalidInput, Conflict
 */
export const publishRevision = async (
  ctx: Acting,
  { id, at }: { id: string; at?: string | null | undefined },
): Promise<RevisionRow> =>
  await changeRevision(ctx, id, 'revision.curate', async (tx, locked) => {
    checkStep(locked.row, 'publish')
    const publishAt = timeFrom(at, ctx.clock.now())
    if (!publishAt) return await publishNow(tx, ctx, locked)
    return await takeStep(tx, ctx, locked.row, 'schedule', { publishAt, set: { publishAt } })
  })

/**
 * Takes the time back at which a revision was to be published: it waits for a curator again.
 * @throws Unauthenticated, Forbidden, NotNow
 */
export const holdRevision = async (ctx: Acting, id: string): Promise<RevisionRow> =>
  await changeRevision(ctx, id, 'revision.curate', async (tx, { row }) => {
    const reason = reasonFor('schedule', '')
    return await takeStep(tx, ctx, row, 'schedule', { reason, set: { publishAt: null } })
  })

/** What became of a revision that was due. */
export type DueOutcome = { id: string; entryId: string; published: boolean; reason: string | null }

const dueOnes = async (db: Db, now: Date): Promise<RevisionRow[]> => {
  const { revision } = schema
  return await db
    .select()
    .from(revision)
    .where(
      and(eq(revision.state, 'accepted'), sql`${revision.publishAt} <= ${now.toISOString()}::timestamptz`),
    )
    .orderBy(revision.publishAt, revision.id)
    .limit(100)
}

/** In whose name a revision was accepted to be published later. */
const schedulerOf = async (db: Db, row: RevisionRow): Promise<string | null> => {
  const { revisionStep } = schema
  const [step] = await db
    .select({ actingFor: revisionStep.actingFor })
    .from(revisionStep)
    .where(and(eq(revisionStep.revisionId, row.id), eq(revisionStep.step, 'schedule')))
    .orderBy(sql`${revisionStep.seq} desc`)
    .limit(1)
  return step?.actingFor ?? null
}

const isExpected = (error: unknown): error is Conflict | InvalidInput =>
  error instanceof Conflict || error instanceof InvalidInput

/**
 * Publishes everything whose time has come, each for itself. What cannot be published waits for its curators from then on and
 * says why. May run as often as one likes, also twice at once: what is published is published once.
 * @param acting as the system
 */
export const publishDue = async (acting: Acting, now: Date): Promise<DueOutcome[]> => {
  if (acting.viewer.kind !== 'system') throw new NotFound('A job that publishes')
  const outcomes: DueOutcome[] = []
  for (const { id, entryId } of await dueOnes(acting.db, now)) {
    const isStillDue = ({ row }: Locked) =>
      row.state === 'accepted' && row.publishAt !== null && row.publishAt <= now
    try {
      const published = await changeRevision(acting, id, 'revision.curate', async (tx, locked) => {
        if (!isStillDue(locked)) return false
        await publishNow(tx, acting, locked, { actingFor: await schedulerOf(tx, locked.row) })
        return true
      })
      if (published) outcomes.push({ id, entryId, published, reason: null })
    } catch (error) {
      if (!isExpected(error)) throw error
      await changeRevision(acting, id, 'revision.curate', async (tx, locked) => {
        if (!isStillDue(locked)) return
        await takeStep(tx, acting, locked.row, 'schedule', {
          reason: error.message,
          set: { publishAt: null },
        })
      })
      outcomes.push({ id, entryId, published: false, reason: error.message })
    }
  }
  return outcomes
}
