import { type Db, schema, type Tx } from '@hansa/db'
import { type ReminderOffset, reminderDue, reminderOffsets } from '@hansa/domain/curation'
import { Conflict, NotFound } from '@hansa/domain/errors'
import { authorize } from '@hansa/domain/permissions'
import { and, asc, eq, sql } from 'drizzle-orm'
import { subjectAt } from '../affiliation/affiliation.rows.ts'
import { type Acting, writeTrail } from '../audit/trail.ts'
import { contentOf } from '../entry/entry.content.ts'
import { storeEntries } from '../entry/entry.service.ts'
import { type CuratedEntry, lockCurated } from './entry-state.service.ts'
import { keepersOf } from './people.ts'
import { confirmedOn, dayOf } from './publish.service.ts'
import { readInput } from './published.ts'
import { ruleFor } from './rule.service.ts'
import { writeStep } from './steps.ts'

const { confirmationReminder, entry } = schema

/**
 * Confirms that what a published entry says still holds: it is to be confirmed again when the rule of its networks says.
 * @throws Unauthenticated, Forbidden; Conflict when it was confirmed today already
 */
export const confirmEntry = async (ctx: Acting, id: string): Promise<CuratedEntry> => {
  authorize(ctx.viewer, 'entry.confirm', await subjectAt(ctx.db, id))
  return await ctx.db.transaction(async (tx) => {
    const row = await lockCurated(tx, id)
    authorize(ctx.viewer, 'entry.confirm', await subjectAt(tx, id))
    const today = dayOf(ctx.clock.now())
    if (row.lastConfirmedAt === today) throw new Conflict('This entry was confirmed today already.')
    const input = await readInput(tx, id)
    if (!input) throw new Error('an entry has no content')
    const confirmed = confirmedOn(today, await ruleFor(tx, id), input)
    const made = contentOf(row.kind, id, { ...input, ...confirmed, slug: row.slug })
    await storeEntries(tx, ctx.viewer, [{ ...made, state: 'published' }])
    await writeStep(tx, ctx, { entryId: id, step: 'confirm' })
    return { ...row, ...confirmed }
  })
}

/** Somebody is to be reminded to confirm an entry. */
export type Reminder = {
  entryId: string
  dueOn: string
  /** Days from the day it is due: −30, 0 or 30. */
  offset: ReminderOffset
  /** Ids of the members who can confirm it. */
  memberIds: string[]
}

type Due = { id: string; dueOn: string; offset: ReminderOffset }

/** Entries for which a reminder is due that was not sent yet, the most overdue first. */
const dueOnes = async (db: Db, today: string, limit: number): Promise<Due[]> => {
  const offset = sql<number>`case ${sql.join(
    reminderOffsets
      .toReversed()
      .map((days) => sql`when ${entry.confirmationDueAt} + ${days}::int <= ${today}::date then ${days}::int`),
    sql` `,
  )} end`
  const sent = db
    .select({ one: sql`1` })
    .from(confirmationReminder)
    .where(
      and(
        eq(confirmationReminder.entryId, entry.id),
        eq(confirmationReminder.dueOn, entry.confirmationDueAt),
        sql`${confirmationReminder.offset} >= (${offset})`,
      ),
    )
  const rows = await db
    .select({ id: entry.id, dueOn: entry.confirmationDueAt })
    .from(entry)
    .where(and(eq(entry.state, 'published'), sql`(${offset}) is not null`, sql`not exists (${sent})`))
    .orderBy(asc(entry.confirmationDueAt), asc(entry.id))
    .limit(limit)
  return rows.flatMap(({ id, dueOn }) => {
    const days = dueOn === null ? null : reminderDue(dueOn, today)
    return dueOn !== null && days !== null ? [{ id, dueOn, offset: days }] : []
  })
}

const remind = async (tx: Tx, acting: Acting, { id, dueOn, offset }: Due): Promise<Reminder | null> => {
  const row = await lockCurated(tx, id)
  // It was confirmed, or taken from view, since it was found.
  if (row.state !== 'published' || row.confirmationDueAt !== dueOn) return null
  const memberIds = await keepersOf(tx, id)
  const [written] = await tx
    .insert(confirmationReminder)
    .values({ entryId: id, dueOn, offset, at: acting.clock.now(), memberIds })
    .onConflictDoNothing()
    .returning()
  if (!written) return null
  await writeTrail(tx, acting, { action: 'entry.reminded', entryId: id, after: { dueOn, offset, memberIds } })
  return { entryId: id, dueOn, offset, memberIds }
}

/** Most reminders of one run; what is left comes with the next. */
const mostAtOnce = 200

/**
 * Notes who is to be reminded of which entries: 30 days before they are to be confirmed, on the day, and 30 days after. Each
 * reminder once, however often this runs and however many run at once; of several that passed unnoticed only the last.
 * @param acting as the system
 * @param tell is called in the transaction that notes a reminder
 */
export const remindDue = async (
  acting: Acting,
  now: Date,
  tell: (tx: Tx, reminder: Reminder) => Promise<void> = async () => undefined,
): Promise<Reminder[]> => {
  if (acting.viewer.kind !== 'system') throw new NotFound('A job that reminds')
  const reminders: Reminder[] = []
  for (const due of await dueOnes(acting.db, dayOf(now), mostAtOnce)) {
    const reminder = await acting.db.transaction(async (tx) => {
      const noted = await remind(tx, acting, due)
      if (noted) await tell(tx, noted)
      return noted
    })
    if (reminder) reminders.push(reminder)
  }
  return reminders
}
