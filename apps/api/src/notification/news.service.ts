import { schema } from '@hansa/db'
import { InvalidInput } from '@hansa/domain/errors'
import { type LetterChoices, LetterChoicesInput, newsSorts, type StopThing } from '@hansa/domain/notification'
import { parse } from '@hansa/domain/parse'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { type Acting, writeTrail } from '../audit/trail.ts'
import type { Context } from '../context.ts'
import { lockActive } from '../member/people.rows.ts'
import { namesOfWatched, type Watched } from '../watch/watch.rows.ts'
import { oneself } from '../watch/watch.service.ts'
import { changeChoices, choicesOf } from './letter-choices.ts'
import { readStopToken } from './stop-link.ts'

const { notification, watch } = schema

/**
 * Marks news as read: those of these ids, or all. What somebody reads when is no business of the trail.
 * @throws Unauthenticated, Forbidden
 */
export const markNewsRead = async (ctx: Acting, ids: readonly string[] | null): Promise<void> => {
  const memberId = oneself(ctx)
  await ctx.db
    .update(notification)
    .set({ readAt: ctx.clock.now() })
    .where(
      and(
        eq(notification.memberId, memberId),
        isNull(notification.readAt),
        ids ? inArray(notification.id, [...ids]) : undefined,
      ),
    )
}

/**
 * Changes how a member is written to.
 * @throws Unauthenticated, Forbidden, InvalidInput
 */
export const chooseLetters = async (ctx: Acting, input: object): Promise<LetterChoices> => {
  const memberId = oneself(ctx)
  const chosen = parse(LetterChoicesInput, input)
  return await ctx.db.transaction(async (tx) => {
    await lockActive(tx, memberId)
    const before = await choicesOf(tx, memberId)
    const given = newsSorts.flatMap((sort) => (chosen[sort] ? [[sort, chosen[sort]] as const] : []))
    const after = await changeChoices(tx, memberId, Object.fromEntries(given))
    await writeTrail(tx, ctx, { action: 'letters.chosen', entryId: memberId, before, after })
    return after
  })
}

/** What the link of a letter stops; `watched` where that has a name. */
export type Stopping = { thing: StopThing; watched: Watched | null }

const notGood = () =>
  new InvalidInput([
    {
      field: 'secret',
      code: 'EXPIRED',
      message: 'This link is not one of ours, or was cut off. Sign in to choose which letters you get.',
    },
  ])

const watchedBy = async (db: Context['db'], memberId: string, { stops, id }: StopThing) => {
  if (stops !== 'watch') return null
  const [row] = await db
    .select()
    .from(watch)
    .where(and(eq(watch.id, id), eq(watch.memberId, memberId)))
  return row ? ((await namesOfWatched(db, [row])).get(row.id) ?? null) : null
}

/**
 * What the link of a letter would stop. Whoever holds the link may know.
 * @throws InvalidInput for a link that we did not write
 */
export const readStopping = async (ctx: Pick<Context, 'db'>, secret: string): Promise<Stopping> => {
  const found = await readStopToken(ctx.db, secret)
  if (!found) throw notGood()
  return { thing: found.thing, watched: await watchedBy(ctx.db, found.member, found.thing) }
}

/**
 * Stops the letters that a link is for, and no others. Needs nobody to be signed in: the link itself says that it may, as mail programs
 * use it in the name of their reader (RFC 8058). Comes to the same when it is used again.
 * @throws InvalidInput for a link that we did not write
 */
export const stopLetters = async (ctx: Acting, secret: string): Promise<Stopping> => {
  const found = await readStopToken(ctx.db, secret)
  if (!found) throw notGood()
  const { member: memberId, thing } = found
  return await ctx.db.transaction(async (tx) => {
    await lockActive(tx, memberId)
    if (thing.stops === 'watch')
      await tx
        .update(watch)
        .set({ letters: false })
        .where(and(eq(watch.id, thing.id), eq(watch.memberId, memberId)))
    else {
      const now = await choicesOf(tx, memberId)
      const stopped = thing.stops === 'sort' ? [thing.id] : newsSorts.filter((sort) => now[sort] === thing.id)
      await changeChoices(tx, memberId, Object.fromEntries(stopped.map((sort) => [sort, 'never' as const])))
    }
    await writeTrail(tx, ctx, { action: 'letters.stopped', entryId: memberId, after: { stops: thing.stops } })
    return { thing, watched: await watchedBy(tx, memberId, thing) }
  })
}
