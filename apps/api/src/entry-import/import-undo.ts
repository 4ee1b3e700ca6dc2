import { schema, type Tx } from '@hansa/db'
import type { Obstacle } from '@hansa/domain/import'
import { can } from '@hansa/domain/permissions'
import { isNotNull, sql } from 'drizzle-orm'
import { networksOfAll } from '../affiliation/affiliation.rows.ts'
import { writeTrail } from '../audit/trail.ts'
import { contentOf } from '../entry/entry.content.ts'
import { findExisting } from '../entry/entry.rows.ts'
import { writeEntries } from '../entry/entry.service.ts'
import { changesOf, type ImportChange, type ImportRun, lockImport } from './import.rows.ts'
import { obstacleOf } from './import-commit.ts'
import { endWork, type Work, type Working, WorkLost } from './import-work.ts'
import { archiveMade } from './staged.ts'
import { usedAmong } from './uses.ts'

const { importChange } = schema

const mostObstacles = 100

/** What stands in the way of taking changes back. Locks their entries. */
const inTheWay = async (
  tx: Tx,
  ctx: Working,
  run: ImportRun,
  changes: readonly ImportChange[],
): Promise<Obstacle[]> => {
  const ids = changes.map(({ entryId }) => entryId)
  const existing = await findExisting(tx, ids)
  const networks = await networksOfAll(tx, ids)
  const made = changes.filter(({ beforeHash }) => beforeHash === null)
  const used = await usedAmong(
    tx,
    made.map(({ entryId }) => entryId),
    run.id,
  )
  return changes.flatMap((change) => {
    const { entryId, afterHash, beforeHash } = change
    const now = existing.get(entryId)
    if (now?.contentHash !== afterHash || now.state === 'archived')
      return [obstacleOf(change, 'changed-since')]
    if (used.has(entryId)) return [obstacleOf(change, 'used-since')]
    // What an import made is its secretariat's to take back; what was there must still be in its care.
    const may =
      beforeHash === null ||
      can(ctx.viewer, 'entry.import', { entry: entryId, networks: networks.get(entryId) ?? [] })
    return may ? [] : [obstacleOf(change, 'not-yours')]
  })
}

/**
 * Takes an import back, all of it or nothing: what it made is archived, what it changed gets what it was. What was changed or is used since stands in the
 * way by name.
 */
export const undoRows = async (ctx: Working, run: ImportRun, work: Work): Promise<void> => {
  const { db, viewer, clock } = ctx
  await db.transaction(async (tx) => {
    const now = await lockImport(tx, run.id)
    if (now?.workToken !== work.token) throw new WorkLost()
    const obstacles: Obstacle[] = []
    for await (const changes of changesOf(tx, run.id, sql`true`)) {
      obstacles.push(...(await inTheWay(tx, ctx, run, changes)))
      if (obstacles.length >= mostObstacles) break
    }
    if (obstacles.length > 0) {
      await endWork(tx, work, { state: 'committed', obstacles: obstacles.slice(0, mostObstacles) })
      return
    }
    for await (const changes of changesOf(tx, run.id, isNotNull(importChange.beforeHash))) {
      const contents = changes.map(({ kind, entryId, before, beforeState }) => ({
        ...contentOf(kind, entryId, before),
        ...(beforeState === 'archived' && { state: beforeState }),
      }))
      await writeEntries(tx, viewer, contents)
    }
    await archiveMade(tx, viewer, run.id)
    await endWork(tx, work, { state: 'undone', undoneAt: clock.now(), done: run.rows })
    await writeTrail(tx, ctx, {
      action: 'import.undone',
      entryId: run.network ?? run.createdBy,
      after: { import: run.id, kind: run.kind },
    })
  })
}
