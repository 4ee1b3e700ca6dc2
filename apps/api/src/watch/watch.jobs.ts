import { schema, type Tx } from '@hansa/db'
import { InvalidInput } from '@hansa/domain/errors'
import { type Rhythm, usualChoices } from '@hansa/domain/notification'
import { and, asc, eq, inArray, isNull, lt, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Deps } from '../context.ts'
import { cancelWork, enqueueAll } from '../jobs/job.queue.ts'
import { atHour, everyMinutes, type JobKind } from '../jobs/job.ts'
import { deliver, deliverNews } from '../notification/deliver-news.ts'
import { notify } from '../notification/notify.ts'
import { findNews, tellableUntil } from './watch.find.ts'
import { namesOfWatched, sortOf, type WatchRow } from './watch.rows.ts'

const { entry, letterChoice, member, notification, watch } = schema

/** How its member wants to be written to about something watched. */
const rhythm: SQL<Rhythm> = sql`coalesce(
  ${letterChoice.choices} ->> case when ${watch.search} is null then 'followed' else 'search' end,
  case when ${watch.search} is null then ${usualChoices.followed} else ${usualChoices.search} end)`

/** What is watched at these rhythms, as far as anything at all changed since it was last told of. */
const watchesAt = (
  { db }: Pick<Deps, 'db'>,
  rhythms: readonly Rhythm[],
  memberId?: string,
): Promise<WatchRow[]> =>
  db
    .select({ row: watch })
    .from(watch)
    .innerJoin(member, eq(member.id, watch.memberId))
    .leftJoin(letterChoice, eq(letterChoice.memberId, watch.memberId))
    .where(
      and(
        eq(member.state, 'active'),
        memberId === undefined ? undefined : eq(watch.memberId, memberId),
        inArray(rhythm, [...rhythms]),
        lt(watch.seenUntil, sql`(select max(${entry.updatedAt}) from ${entry})`),
      ),
    )
    .orderBy(asc(watch.seenUntil))
    .then((rows) => rows.map(({ row }) => row))

/** Looks for news of something watched, and tells its member; what was told, and up to when, are written together. */
const tellOf = async (ctx: Deps, row: WatchRow, until: Date): Promise<void> => {
  const { count, entries } = await findNews(ctx, row, until)
  await ctx.db.transaction(async (tx) => {
    const [same] = await tx
      .update(watch)
      .set({ seenUntil: until })
      .where(and(eq(watch.id, row.id), eq(watch.seenUntil, row.seenUntil)))
      .returning()
    // Somebody else told of it meanwhile, or nobody wants to know any more.
    if (!same || count === 0) return
    const named = (await namesOfWatched(tx, [row])).get(row.id)
    if (!named) return
    await notify(
      tx,
      { clock: ctx.clock, viewer: { kind: 'system', name: 'watch' } },
      {
        to: [row.memberId],
        about: sortOf(row) === 'search' ? 'search.hits' : 'followed.news',
        key: `${row.id} ${row.seenUntil.toISOString()}`,
        title: named.title,
        path: named.path,
        watch: row.id,
        detail: { count, entries },
      },
    )
  })
}

const tellOfAll = async (ctx: Deps, rows: readonly WatchRow[]): Promise<void> => {
  if (rows.length === 0) return
  const until = await tellableUntil(ctx)
  for (const row of rows) {
    if (row.seenUntil >= until) continue
    try {
      await tellOf(ctx, row, until)
    } catch (error) {
      // A search that was saved under other rules finds nothing; the others wait for nobody.
      if (!(error instanceof InvalidInput)) throw error
      ctx.log.warn({ watch: row.id, reason: error.message }, 'a saved search cannot be run any more')
    }
  }
}

const nothing = z.object({})

/** Looks every five minutes for news of what members want to hear of at once. */
export const watchAtOnce: JobKind<object, Deps> = {
  name: 'news.watch',
  payload: nothing,
  next: everyMinutes(5),
  run: async (ctx) => tellOfAll(ctx, await watchesAt(ctx, ['at-once'])),
}

/** Tells a member what is new of a day or a week, in the portal and in one letter; nothing when there is nothing. */
export const writeDigest: JobKind<{ member: string; rhythm: 'daily' | 'weekly' }, Deps> = {
  name: 'news.digest',
  payload: z.object({ member: z.string(), rhythm: z.enum(['daily', 'weekly']) }),
  async run(ctx, { member: memberId, rhythm: every }) {
    // Who wants no letters is told in the portal, once a day.
    const rhythms: Rhythm[] = every === 'daily' ? ['daily', 'never'] : ['weekly']
    await tellOfAll(ctx, await watchesAt(ctx, rhythms, memberId))
    await deliver(ctx, memberId, every)
  },
}

/** Everybody who watches something or has news that no letter told yet. */
const readers = async ({ db }: Pick<Deps, 'db'>): Promise<string[]> => {
  const watching = db.select({ id: watch.memberId }).from(watch)
  const told = db
    .select({ id: notification.memberId })
    .from(notification)
    .where(isNull(notification.settledAt))
  return (await watching.union(told)).map((row) => row.id)
}

/** What a member's letters wait under among jobs. */
const digestKey = (memberId: string, every: 'daily' | 'weekly'): string => `${memberId} ${every}`

/** Takes back what waits to be written to a member who is erased. */
export const forgetNewsJobs = async (tx: Tx, memberId: string): Promise<void> => {
  await cancelWork(tx, deliverNews, memberId)
  for (const every of ['daily', 'weekly'] as const)
    await cancelWork(tx, writeDigest, digestKey(memberId, every))
}

const round = (every: 'daily' | 'weekly', next: (after: Date) => Date): JobKind<object, Deps> => ({
  name: `news.${every}`,
  payload: nothing,
  next,
  async run(ctx) {
    const works = (await readers(ctx)).map((id) => ({
      key: digestKey(id, every),
      payload: { member: id, rhythm: every },
    }))
    for (let start = 0; start < works.length; start += 1000)
      await enqueueAll(ctx.db, ctx, writeDigest, works.slice(start, start + 1000))
  },
})

// Before people in Europe begin to work; the week begins on Monday.
const hour = 5

/** Lets everybody’s daily letter be written. */
export const dailyRound = round('daily', atHour(hour))
/** Lets everybody’s weekly letter be written. */
export const weeklyRound = round('weekly', atHour(hour, 1))
