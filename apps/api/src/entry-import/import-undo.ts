import { schema } from '@hansa/db'
import { Conflict } from '@hansa/domain/errors'
import type { Obstacle } from '@hansa/domain/import'
import { actorOf, can } from '@hansa/domain/permissions'
import { eq, sql } from 'drizzle-orm'
import { networksOfAll } from '../affiliation/affiliation.rows.ts'
import { writeTrail } from '../audit/trail.ts'
import { changesOf, type ImportChange, type ImportRun, lockImport } from './import.rows.ts'
import { endWork, type Work, type Working, WorkLost } from './import-work.ts'
import { findKnown } from './known-entries.ts'
import { stepAll } from './staged.ts'
import { usedAmong } from './uses.ts'
import { changedSince, mostObstacles, obstacleOf, writeChanges } from './write-changes.ts'

const { entryImport } = schema

/** What stands in the way of taking changes back. */
const inTheWay = async (
  { db, viewer }: Working,
  run: ImportRun,
  changes: readonly ImportChange[],
): Promise<Obstacle[]> => {
  const ids = changes.map(({ entryId }) => entryId)
  const existing = await findKnown(db, ids)
  const networks = await networksOfAll(db, ids)
  const made = changes.filter(({ beforeHash }) => beforeHash === null).map(({ entryId }) => entryId)
  const used = await usedAmong(db, made, run.id)
  return changes.flatMap((change) => {
    const { entryId, afterHash, beforeHash } = change
    const now = existing.get(entryId)
    if (now?.contentHash !== afterHash || now.state === 'archived')
      return [obstacleOf(change, 'changed-since')]
    if (used.has(entryId)) return [obstacleOf(change, 'used-since')]
    // What an import made is its secretariat's to take back; what was there must still be in its care.
    const care = { entry: entryId, networks: networks.get(entryId) ?? [] }
    return beforeHash === null || can(viewer, 'entry.import', care) ? [] : [obstacleOf(change, 'not-yours')]
  })
}

/** Makes sure once more, in one short transaction, and decides: from then on all of it is taken back, whatever happens. */
const decide = async (ctx: Working, run: ImportRun, work: Work): Promise<void> => {
  const { db, viewer, clock } = ctx
  await db.transaction(async (tx) => {
    const now = await lockImport(tx, run.id)
    if (now?.workToken !== work.token) throw new WorkLost()
    const [changed] = await changedSince(tx, run.id, 'back')
    if (changed) throw new Conflict(`Changed since it was looked at: ${changed.about}`)
    await tx
      .update(entryImport)
      .set({ decidedAt: clock.now(), decidedBy: actorOf(viewer) })
      .where(eq(entryImport.id, run.id))
    await writeTrail(tx, ctx, {
      action: 'import.undone',
      entryId: run.network ?? run.createdBy,
      after: { import: run.id, kind: run.kind },
    })
  })
}

/**
 * Takes an import back, all of it or nothing: what it made is archived, what it changed gets what it was. What was changed or is used since stands in the
 * way by name.
 */
export const undoRows = async (ctx: Working, run: ImportRun, work: Work): Promise<void> => {
  const { db, viewer, clock } = ctx
  const obstacles: Obstacle[] = []
  let done = 0
  for await (const changes of changesOf(db, run.id, sql`true`)) {
    obstacles.push(...(await inTheWay(ctx, run, changes)))
    if (obstacles.length >= mostObstacles) break
    done += changes.length
    await work.tell(done)
  }
  if (obstacles.length > 0) {
    await endWork(db, work, { state: 'committed', obstacles: obstacles.slice(0, mostObstacles) })
    return
  }
  await decide(ctx, run, work)
  const decidedBy = actorOf(viewer)
  const left = await writeChanges(db, { id: run.id, decidedBy }, 'back', work.tell)
  await stepAll(db, run.id, decidedBy, 'archive', work.tell)
  const undoneAt = clock.now()
  await endWork(db, work, { state: 'undone', decidedAt: null, undoneAt, done: run.rows, obstacles: left })
}
