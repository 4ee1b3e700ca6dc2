import { schema, type Tx } from '@hansa/db'
import type { Obstacle } from '@hansa/domain/import'
import { can, type Viewer } from '@hansa/domain/permissions'
import { isNotNull, isNull, sql } from 'drizzle-orm'
import { networksOfAll } from '../affiliation/affiliation.rows.ts'
import { writeTrail } from '../audit/trail.ts'
import { contentOf, type EntryContent } from '../entry/entry.content.ts'
import { findExisting } from '../entry/entry.rows.ts'
import { writeEntries } from '../entry/entry.service.ts'
import { changesOf, type ImportChange, type ImportRun, lockImport } from './import.rows.ts'
import { reasonOf } from './import-reader.ts'
import { stateOfImported } from './import-state.ts'
import { endWork, type Work, type Working, WorkLost } from './import-work.ts'
import { clearStaged, showStaged, stageEntries } from './staged.ts'

const { importChange } = schema

/** What an import was checked against is not so any more. Nothing was written. */
class InTheWay extends Error {
  readonly obstacles: Obstacle[]
  constructor(obstacles: Obstacle[]) {
    super('Entries were changed since the import was checked.')
    this.obstacles = obstacles
  }
}

/** Most things in the way that are told. */
const mostObstacles = 100

/** What stands in the way of a change, for the rows it came from. */
export const obstacleOf = (
  { row, about }: ImportChange,
  code: Obstacle['reason']['code'],
  detail?: string,
): Obstacle => ({
  row,
  about,
  reason: reasonOf('', code, undefined, detail),
})

const refuse = (obstacles: readonly Obstacle[]): void => {
  if (obstacles.length > 0) throw new InTheWay(obstacles.slice(0, mostObstacles))
}

/** The entries that changes make, each in the state it will have. */
const contentsOf = (viewer: Viewer, publish: boolean, changes: readonly ImportChange[]): EntryContent[] =>
  changes.map(({ kind, entryId, after, beforeState }) => {
    const content = contentOf(kind, entryId, after)
    return { ...content, state: stateOfImported(viewer, { publish, content, before: beforeState }) }
  })

/** Writes the new entries where nobody sees them yet, and notes in which state each will be. */
const stageAll = async (ctx: Working, run: ImportRun, publish: boolean, work: Work): Promise<number> => {
  const { db, viewer } = ctx
  let staged = 0
  for await (const changes of changesOf(db, run.id, isNull(importChange.beforeHash))) {
    const contents = contentsOf(viewer, publish, changes)
    const taken = new Set(await stageEntries(db, contents))
    refuse(changes.filter(({ entryId }) => taken.has(entryId)).map((change) => obstacleOf(change, 'taken')))
    const states = JSON.stringify(contents.map(({ id, state }) => ({ id, state })))
    await db.execute(sql`
      update ${importChange} set state = s.state from jsonb_to_recordset(${states}::jsonb) as s(id text, state text)
      where ${importChange.importId} = ${run.id} and ${importChange.entryId} = s.id`)
    staged += contents.length
    await work.tell(staged)
  }
  return staged
}

/** Makes sure that entries are what they were when their rows were checked, and that they may be changed. Locks them. */
const checkUnchanged = async (
  tx: Tx,
  viewer: Viewer,
  changes: readonly ImportChange[],
): Promise<Obstacle[]> => {
  const ids = changes.map(({ entryId }) => entryId)
  const existing = await findExisting(tx, ids)
  const networks = await networksOfAll(tx, ids)
  return changes.flatMap((change) => {
    const { entryId, beforeHash, beforeState } = change
    const now = existing.get(entryId)
    if (now?.contentHash !== beforeHash || now?.state !== beforeState)
      return [obstacleOf(change, 'changed-since')]
    const may = can(viewer, 'entry.import', { entry: entryId, networks: networks.get(entryId) ?? [] })
    return may ? [] : [obstacleOf(change, 'not-yours')]
  })
}

/** Everything at once: the changed entries are written, the new ones shown, and the import is done. */
const finish = async (ctx: Working, run: ImportRun, publish: boolean, work: Work, staged: number) => {
  const { viewer, clock } = ctx
  await ctx.db.transaction(async (tx) => {
    const now = await lockImport(tx, run.id)
    if (now?.workToken !== work.token) throw new WorkLost()
    const obstacles: Obstacle[] = []
    for await (const changes of changesOf(tx, run.id, isNotNull(importChange.beforeHash))) {
      obstacles.push(...(await checkUnchanged(tx, viewer, changes)))
      if (obstacles.length > 0) continue
      const contents = contentsOf(viewer, publish, changes)
      await writeEntries(tx, viewer, contents)
    }
    refuse(obstacles)
    // A crash and the sweep after it may have taken some away: then all must be staged again.
    if ((await showStaged(tx, viewer, run.id)) !== staged) throw new Error('not all staged entries are there')
    await endWork(tx, work, { state: 'committed', publish, committedAt: clock.now(), done: run.rows })
    await writeTrail(tx, ctx, {
      action: 'import.committed',
      entryId: run.network ?? run.createdBy,
      after: { import: run.id, kind: run.kind, counts: run.counts },
    })
  })
}

/**
 * Writes an import, all of it or nothing. New entries are written some at a time where nobody sees them; one short transaction then
 * writes what is changed and shows what is new. What was changed by others since the check stands in the way by name.
 */
export const commitRows = async (
  ctx: Working,
  run: ImportRun,
  publish: boolean,
  work: Work,
): Promise<void> => {
  const { db } = ctx
  // Of somebody who began this and is gone.
  await clearStaged(db, run.id)
  try {
    const staged = await stageAll(ctx, run, publish, work)
    await finish(ctx, run, publish, work, staged)
  } catch (error) {
    if (error instanceof WorkLost) throw error
    await clearStaged(db, run.id)
    if (!(error instanceof InTheWay)) throw error
    await endWork(db, work, { state: 'mapping', obstacles: error.obstacles })
  }
}
