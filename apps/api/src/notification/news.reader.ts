import { type Db, schema } from '@hansa/db'
import type { LetterChoices } from '@hansa/domain/notification'
import { authorize } from '@hansa/domain/permissions'
import { and, count, desc, eq, isNull } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { type PageArgs, sizeOf } from '../graphql/connection.ts'
import { choicesOf } from './letter-choices.ts'
import { type ToldNews, tellNews } from './told-news.ts'

const { notification } = schema

type Reading = Pick<Context, 'db' | 'viewer' | 'languages' | 'limits'>

/**
 * The member who reads what she alone is told.
 * @throws Unauthenticated, Forbidden
 */
export const readingMember = ({ viewer }: Pick<Context, 'viewer'>): string => {
  const id = viewer.kind === 'member' ? viewer.id : ''
  authorize(viewer, 'news.read', { member: id })
  return id
}

/** How many pieces of news a member has not read. */
export const countUnread = async (db: Db, memberId: string): Promise<number> => {
  const [row] = await db
    .select({ count: count() })
    .from(notification)
    .where(and(eq(notification.memberId, memberId), isNull(notification.readAt)))
  return row?.count ?? 0
}

/** A page of news, and how many there are. */
export type NewsPage = { nodes: ToldNews[]; totalCount: number }

/**
 * What a member was told, the newest first.
 * @throws Unauthenticated, Forbidden; InvalidInput for a page that cannot be
 */
export const listNews = async (
  ctx: Reading,
  { offset, ...args }: Pick<PageArgs, 'first'> & { offset?: number | null | undefined },
): Promise<NewsPage> => {
  const own = eq(notification.memberId, readingMember(ctx))
  const rows = await ctx.db
    .select()
    .from(notification)
    .where(own)
    .orderBy(desc(notification.createdAt), desc(notification.id))
    .limit(sizeOf(args, ctx))
    .offset(Math.max(0, offset ?? 0))
  const nodes = await tellNews(ctx.db, rows, ctx.languages)
  return { nodes, totalCount: await ctx.db.$count(notification, own) }
}

/** How a member wants to be written to. @throws Unauthenticated, Forbidden */
export const readChoices = (ctx: Reading): Promise<LetterChoices> => choicesOf(ctx.db, readingMember(ctx))
