import { schema, type Tx } from '@hansa/db'
import { type LetterChoices, newsAbouts, type Rhythm, type StopThing } from '@hansa/domain/notification'
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Deps } from '../context.ts'
import type { JobKind } from '../jobs/job.ts'
import { letterLanguage } from '../mail/letter.ts'
import { writeLetter } from '../mail/mail.queue.ts'
import { type Addressee, findAddressee, pageIn } from '../member/member.letters.ts'
import { choicesOf, stopSecretOf } from './letter-choices.ts'
import { newsLetter } from './news.letter.ts'
import { stopToken } from './stop-link.ts'
import { type NewsRow, tellNews } from './told-news.ts'

const { notification, watch } = schema

type Writing = Pick<Deps, 'clock' | 'publicUrl'>

/** What no letter told yet, the oldest first; whoever else delivers waits until these are settled. */
const openNews = (tx: Tx, memberId: string): Promise<NewsRow[]> =>
  tx
    .select()
    .from(notification)
    .where(and(eq(notification.memberId, memberId), isNull(notification.settledAt)))
    .orderBy(asc(notification.createdAt), asc(notification.id))
    .for('update')

const mutedAmong = async (tx: Tx, memberId: string): Promise<Set<string>> => {
  const rows = await tx
    .select({ id: watch.id })
    .from(watch)
    .where(and(eq(watch.memberId, memberId), eq(watch.letters, false)))
  return new Set(rows.map((row) => row.id))
}

const rhythmOf = (row: NewsRow, choices: LetterChoices, muted: ReadonlySet<string>): Rhythm =>
  row.watchId !== null && muted.has(row.watchId) ? 'never' : choices[newsAbouts[row.about]]

/** What the link of a letter about this stops. */
const thingOf = ({ watchId, about }: NewsRow): StopThing =>
  watchId === null ? { stops: 'sort', id: newsAbouts[about] } : { stops: 'watch', id: watchId }

/** What a letter tells, and what its link stops. */
type Content = { rows: readonly NewsRow[]; thing: StopThing }

/** News told at once come by letters of one thing each, so that the link of each stops that thing alone. */
const letterPerThing = (rows: readonly NewsRow[]): Content[] => {
  const letters = new Map<string, { rows: NewsRow[]; thing: StopThing }>()
  for (const row of rows) {
    const thing = thingOf(row)
    const name = `${thing.stops} ${thing.id}`
    const letter = letters.get(name)
    if (letter) letter.rows.push(row)
    else letters.set(name, { rows: [row], thing })
  }
  return [...letters.values()]
}

const writeNews = async (tx: Tx, ctx: Writing, to: Addressee, { rows, thing }: Content): Promise<void> => {
  const [first] = rows
  if (!first || to.email === null) return
  const language = letterLanguage([to.language])
  const secret = await stopSecretOf(tx, to.id)
  const page = (path: string) => pageIn(ctx, language, path)
  const letter = newsLetter(
    {
      name: to.name,
      news: await tellNews(tx, rows, [to.language]),
      thing,
      stop: page(`/stop-letters?secret=${stopToken(secret, to.id, thing)}`),
      page,
    },
    language,
  )
  await writeLetter({ db: tx, clock: ctx.clock }, { id: first.id, to: to.email, language, letter })
}

/**
 * Writes the letters that are due to a member, and marks what they tell as told, in one transaction: a crash leaves both or neither.
 * @param rhythm which news are due: those told at once, or those of the day or the week, which make one letter
 */
export const deliver = async (
  ctx: Writing & Pick<Deps, 'db'>,
  memberId: string,
  rhythm: Exclude<Rhythm, 'never'>,
): Promise<void> =>
  ctx.db.transaction(async (tx) => {
    const rows = await openNews(tx, memberId)
    if (rows.length === 0) return
    const to = await findAddressee(tx, memberId)
    const choices = await choicesOf(tx, memberId)
    const muted = await mutedAmong(tx, memberId)
    const byRhythm = Object.groupBy(rows, (row) => (to ? rhythmOf(row, choices, muted) : 'never'))
    const due = byRhythm[rhythm] ?? []
    if (to && rhythm === 'at-once')
      for (const about of letterPerThing(due)) await writeNews(tx, ctx, to, about)
    else if (to && rhythm !== 'at-once')
      await writeNews(tx, ctx, to, { rows: due, thing: { stops: 'digest', id: rhythm } })
    const settled = [...due, ...(byRhythm.never ?? [])].map((row) => row.id)
    if (settled.length > 0)
      await tx
        .update(notification)
        .set({ settledAt: ctx.clock.now() })
        .where(inArray(notification.id, settled))
  })

/** Writes to a member what she wants to know at once. */
export const deliverNews: JobKind<{ member: string }, Deps> = {
  name: 'news.deliver',
  payload: z.object({ member: z.string() }),
  run: (ctx, { member }) => deliver(ctx, member, 'at-once'),
}
