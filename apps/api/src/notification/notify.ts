import { schema, type Tx } from '@hansa/db'
import { newId } from '@hansa/domain/id'
import type { NewsAbout, NewsDetail } from '@hansa/domain/notification'
import type { LocalizedText } from '@hansa/domain/text'
import { and, eq, inArray } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { enqueueAll } from '../jobs/job.queue.ts'
import { deliverNews } from './deliver-news.ts'

const { member, notification } = schema

/** One occasion, and whom it is told to. */
export type News = {
  /** Ids of members. Whoever did it herself is not told, nor is who has no account any more. */
  to: readonly string[]
  about: NewsAbout
  /** Names the occasion, such as the id of the revision and what became of it: nobody is told twice of one. */
  key: string
  /** Id of the entry it is about. */
  entry?: string
  /** What it is called, where it is not in the registry, or not yet. */
  title?: LocalizedText
  /** Path of the page where one acts on it, without a language; the page of the entry unless told. */
  path?: string
  /** Id of what is watched, where that is why it is told. */
  watch?: string
  detail?: NewsDetail
}

/**
 * Tells members something, in the transaction that makes it true: it stands in the portal at once, and is written to each of them when
 * and if she chose to be written to.
 */
export const notify = async (
  tx: Tx,
  ctx: Pick<Context, 'clock' | 'viewer'>,
  { to, about, key, entry, title, path, watch, detail }: News,
): Promise<void> => {
  const { viewer } = ctx
  const others = to.filter((id) => viewer.kind !== 'member' || viewer.id !== id)
  if (others.length === 0) return
  const active = await tx
    .select({ id: member.id })
    .from(member)
    .where(and(inArray(member.id, others), eq(member.state, 'active')))
  if (active.length === 0) return
  const told = await tx
    .insert(notification)
    .values(
      active.map(({ id }) => ({
        id: newId('news'),
        memberId: id,
        about,
        key: `${about} ${key}`,
        entryId: entry ?? null,
        title: title ?? null,
        path: path ?? null,
        watchId: watch ?? null,
        detail: detail ?? null,
        createdAt: ctx.clock.now(),
      })),
    )
    .onConflictDoNothing()
    .returning({ member: notification.memberId })
  await enqueueAll(
    tx,
    ctx,
    deliverNews,
    told.map((row) => ({ key: row.member, payload: row })),
  )
}
