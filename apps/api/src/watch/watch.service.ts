import { schema, type Tx } from '@hansa/db'
import { Conflict, InvalidInput } from '@hansa/domain/errors'
import { isEntryId } from '@hansa/domain/id'
import { mostWatches, SearchToSave } from '@hansa/domain/notification'
import { parse } from '@hansa/domain/parse'
import { authorize, visibleTo, visitor } from '@hansa/domain/permissions'
import { and, count, eq, inArray } from 'drizzle-orm'
import { type Acting, writeTrail } from '../audit/trail.ts'
import type { Context } from '../context.ts'
import { lockActive } from '../member/people.rows.ts'
import { chosenValues, filterNames } from '../search/search-filter.ts'
import { areaScheme, newWatchId, targetOfSearch, type WatchRow } from './watch.rows.ts'

const { concept, entry, watch } = schema

/**
 * The member who changes what she alone reads.
 * @throws Unauthenticated, Forbidden
 */
export const oneself = ({ viewer }: Pick<Context, 'viewer'>): string => {
  const id = viewer.kind === 'member' ? viewer.id : ''
  authorize(viewer, 'news.change', { member: id })
  return id
}

const isThere = async (tx: Tx, target: string): Promise<boolean> => {
  if (isEntryId(target)) {
    const publicOne = and(eq(entry.id, target), inArray(entry.state, visibleTo(visitor)))
    return (await tx.$count(entry, publicOne)) > 0
  }
  return (await tx.$count(concept, and(eq(concept.id, target), eq(concept.scheme, areaScheme)))) > 0
}

/** What she watches is hers alone, so the trail says that she changed it, and not what it is. */
const trailOf = (tx: Tx, ctx: Acting, memberId: string, action: string) =>
  writeTrail(tx, ctx, { action, entryId: memberId })

const add = async (
  tx: Tx,
  ctx: Acting,
  row: Pick<WatchRow, 'memberId' | 'target' | 'name' | 'search'>,
): Promise<WatchRow> => {
  const { memberId, target, name } = row
  const now = ctx.clock.now()
  const same = and(eq(watch.memberId, memberId), eq(watch.target, target))
  const [known] = await tx.select().from(watch).where(same)
  if (known) {
    // Asked for again: with letters again, and a search by its new name.
    const [changed] = await tx.update(watch).set({ letters: true, name }).where(same).returning()
    return changed ?? known
  }
  const [all] = await tx.select({ count: count() }).from(watch).where(eq(watch.memberId, memberId))
  if ((all?.count ?? 0) >= mostWatches)
    throw new Conflict(`You follow ${mostWatches} things already. End one before you follow another.`)
  const [added] = await tx
    .insert(watch)
    .values({ ...row, id: newWatchId(), createdAt: now, seenUntil: now })
    .returning()
  if (!added) throw new Error('what was written is not there')
  await trailOf(tx, ctx, memberId, 'watch.added')
  return added
}

/**
 * Follows an entry or a policy area: its member is told when it, or what is filed under it, is new or changed.
 * @throws Unauthenticated, Forbidden, InvalidInput; Conflict when she follows too much already
 */
export const follow = async (ctx: Acting, target: string): Promise<WatchRow> => {
  const memberId = oneself(ctx)
  return await ctx.db.transaction(async (tx) => {
    await lockActive(tx, memberId)
    if (!(await isThere(tx, target)))
      throw new InvalidInput([{ field: 'target', message: 'was not found in the registry' }])
    return await add(tx, ctx, { memberId, target, name: '', search: null })
  })
}

/**
 * Saves a search: its member is told when it finds something that is new or changed.
 * @throws Unauthenticated, Forbidden, InvalidInput; Conflict when she follows too much already
 */
export const saveSearch = async (ctx: Acting, input: unknown): Promise<WatchRow> => {
  const memberId = oneself(ctx)
  const { name, search } = parse(SearchToSave, input)
  const unknown = Object.keys(search.filter).filter(
    (field) => !['yearFrom', 'yearTo', ...filterNames].includes(field),
  )
  if (unknown.length > 0)
    throw new InvalidInput(unknown.map((field) => ({ field: `filter.${field}`, message: 'is no filter' })))
  chosenValues(search.filter)
  return await ctx.db.transaction(async (tx) => {
    await lockActive(tx, memberId)
    return await add(tx, ctx, { memberId, target: targetOfSearch(search), name, search })
  })
}

const gone = () => new Conflict('You do not follow this any more. Load the page again.')

/**
 * Says whether something that is watched may come by letter.
 * @throws Unauthenticated, Forbidden; Conflict when it is not watched any more
 */
export const setWatchLetters = async (ctx: Acting, id: string, letters: boolean): Promise<WatchRow> => {
  const memberId = oneself(ctx)
  return await ctx.db.transaction(async (tx) => {
    await lockActive(tx, memberId)
    const [row] = await tx
      .update(watch)
      .set({ letters })
      .where(and(eq(watch.id, id), eq(watch.memberId, memberId)))
      .returning()
    if (!row) throw gone()
    await trailOf(tx, ctx, memberId, 'watch.changed')
    return row
  })
}

/**
 * Ends that something is followed, or takes back a saved search. What was told of it stays.
 * @throws Unauthenticated, Forbidden; Conflict when it is not watched any more
 */
export const endWatch = async (ctx: Acting, id: string): Promise<void> => {
  const memberId = oneself(ctx)
  await ctx.db.transaction(async (tx) => {
    await lockActive(tx, memberId)
    const [row] = await tx
      .delete(watch)
      .where(and(eq(watch.id, id), eq(watch.memberId, memberId)))
      .returning({ id: watch.id })
    if (!row) throw gone()
    await trailOf(tx, ctx, memberId, 'watch.ended')
  })
}
