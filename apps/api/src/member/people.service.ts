import { endSessions } from '@hansa/auth'
import { schema } from '@hansa/db'
import { Conflict, Forbidden } from '@hansa/domain/errors'
import { MemberId } from '@hansa/domain/member'
import { authorize } from '@hansa/domain/permissions'
import { and, count, eq, ilike, ne, or, sql } from 'drizzle-orm'
import { type AccountContext, requireRecent } from '../account/account.context.ts'
import { writeTrail } from '../audit/trail.ts'
import type { Context } from '../context.ts'
import { cursorOf, positionOf } from '../entry/entry.cursor.ts'
import { type Page, type PageArgs, sizeOf } from '../graphql/connection.ts'
import { countAdministrators } from './people.rows.ts'

const { apiToken, member } = schema

/** A person with an account, as administrators see her. */
export type Person = typeof member.$inferSelect

const escaped = (text: string): string => `%${text.replaceAll('\0', '').replace(/[\\%_]/g, '\\$&')}%`

/**
 * A page of the people with an account, in the order in which they joined; `text` is a part of the name or address.
 * @throws Unauthenticated, Forbidden; InvalidInput for a size out of bounds or a foreign cursor
 */
export const listPeople = (
  ctx: Pick<Context, 'db' | 'viewer' | 'limits'>,
  args: PageArgs & { text?: string | null | undefined },
): Page<Person> => {
  authorize(ctx.viewer, 'people.read')
  const size = sizeOf(args, ctx)
  const after = args.after == null ? null : positionOf(args.after)
  const text = (args.text ?? '').trim().slice(0, 200)
  const where = and(
    ne(member.state, 'erased'),
    text === '' ? undefined : or(ilike(member.name, escaped(text)), ilike(member.email, escaped(text))),
  )
  const joined = sql<string>`to_char(${member.createdAt} at time zone 'UTC', 'YYYYMMDDHH24MISSMS')`
  const read = async () => {
    const from = after ? sql`(${joined}, ${member.id}) > (${after.sortKey}, ${after.id})` : undefined
    const rows = await ctx.db
      .select({ person: member, joined })
      .from(member)
      .where(and(where, from))
      .orderBy(joined, member.id)
      .limit(size + 1)
    const page = rows.slice(0, size)
    return {
      nodes: page.map((row) => row.person),
      cursors: page.map((row) => cursorOf({ sortKey: row.joined, id: row.person.id })),
      hasNextPage: rows.length > size,
      hasPreviousPage: after !== null,
    }
  }
  let items: ReturnType<typeof read> | undefined
  return {
    items: () => {
      items ??= read()
      return items
    },
    total: async () => {
      const [row] = await ctx.db.select({ count: count() }).from(member).where(where)
      return row?.count ?? 0
    },
  }
}

/** Changes one other member for an administrator who signed in a short time ago; what she is before is locked. */
const changePerson = async (
  ctx: AccountContext,
  id: string,
  action: string,
  change: (before: Person) => Pick<Person, 'state'> | Pick<Person, 'isAdministrator'>,
): Promise<Person> => {
  authorize(ctx.viewer, 'people.change', MemberId.safeParse(id).success ? { member: id } : {})
  requireRecent(ctx)
  return await ctx.db.transaction(async (tx) => {
    const administrators = await countAdministrators(tx)
    const [before] = await tx.select().from(member).where(eq(member.id, id)).for('update')
    if (!before || before.state === 'erased') throw new Forbidden()
    const [after] = await tx
      .update(member)
      .set({ ...change(before), updatedAt: ctx.clock.now() })
      .where(eq(member.id, id))
      .returning()
    if (!after) throw new Error('a member that was locked is gone')
    const counts = ({ state, isAdministrator }: Person) => Number(state === 'active' && isAdministrator)
    if (administrators - counts(before) + counts(after) < 1)
      throw new Conflict('This is the last administrator. Make somebody else one first.')
    // What she signed in with before must not outlive what she may do.
    if (after.state === 'suspended' || (before.isAdministrator && !after.isAdministrator)) {
      await endSessions({ ...ctx, db: tx }, id)
      await tx.delete(apiToken).where(eq(apiToken.memberId, id))
    }
    const shown = ({ state, isAdministrator }: Person) => ({ state, isAdministrator })
    await writeTrail(tx, ctx, { action, entryId: id, before: shown(before), after: shown(after) })
    return after
  })
}

/** Keeps a member from signing in, and ends her sessions and tokens. @throws Unauthenticated, Forbidden, SignInAgain, Conflict */
export const suspendMember = (ctx: AccountContext, id: string): Promise<Person> =>
  changePerson(ctx, id, 'member.suspended', () => ({ state: 'suspended' }))

/** Lets a suspended member sign in again. @throws Unauthenticated, Forbidden, SignInAgain */
export const restoreMember = (ctx: AccountContext, id: string): Promise<Person> =>
  changePerson(ctx, id, 'member.restored', () => ({ state: 'active' }))

/** Makes a member an administrator, or one no longer. @throws Unauthenticated, Forbidden, SignInAgain, Conflict */
export const setAdministrator = (ctx: AccountContext, id: string, value: boolean): Promise<Person> =>
  changePerson(ctx, id, value ? 'member.made-administrator' : 'member.unmade-administrator', () => ({
    isAdministrator: value,
  }))
