import { schema } from '@hansa/db'
import type { Obstacle } from '@hansa/domain/import'
import { actorOf, can, type Viewer } from '@hansa/domain/permissions'
import { eq, sql } from 'drizzle-orm'
import { networksOfAll } from '../affiliation/affiliation.rows.ts'
import { writeTrail } from '../audit/trail.ts'
import { contentOf, type EntryContent } from '../entry/entry.content.ts'
import { changesOf, type ImportChange, type ImportRun, lockImport } from './import.rows.ts'
import { stateOfImported } from './import-state.ts'
import { endWork, type Work, type Working, WorkLost } from './import-work.ts'
import { findKnown } from './known-entries.ts'
import { clearStaged, countStaged, stageEntries, stepAll } from './staged.ts'
import { changedSince, mostObstacles, obstacleOf, writeChanges } from './write-changes.ts'

const { entryImport, importChange } = schema

/** What an import was checked against is not so any more. Nothing was written. */
class InTheWay extends Error {
  readonly obstacles: Obstacle[]
  constructor(obstacles: Obstacle[]) {
    super('Entries were changed since the import was checked.')
    this.obstacles = obstacles
  }
}

const refuse = (obstacles: readonly Obstacle[]): void => {
  if (obstacles.length > 0) throw new InTheWay(obstacles.slice(0, mostObstacles))
}

/** The entries that changes make, each in the state it will have. */
const contentsOf = (viewer: Viewer, publish: boolean, changes: readonly ImportChange[]): EntryContent[] =>
  changes.map(({ kind, entryId, after, beforeState }) => {
    const content = contentOf(kind, entryId, after)
    return { ...content, state: stateOfImported(viewer, { publish, content, before: beforeState }) }
  })

const noteStates = async (
  { db }: Working,
  run: ImportRun,
  contents: readonly EntryContent[],
): Promise<void> => {
  const states = JSON.stringify(contents.map(({ id, state }) => ({ id, state })))
  await db.execute(sql`
    update ${importChange} set state = s.state from jsonb_to_recordset(${states}::jsonb) as s(id text, state text)
    where ${importChange.importId} = ${run.id} and ${importChange.entryId} = s.id`)
}

/** Makes sure that entries are what they were when their rows were checked, and that they may be changed. */
const checkChanges = async ({ db, viewer }: Working, changes: readonly ImportChange[]): Promise<void> => {
  const ids = changes.map(({ entryId }) => entryId)
  const existing = await findKnown(db, ids)
  const networks = await networksOfAll(db, ids)
  refuse(
    changes.flatMap((change) => {
      const { entryId, beforeHash } = change
      if (existing.get(entryId)?.contentHash !== beforeHash) return [obstacleOf(change, 'changed-since')]
      const may = can(viewer, 'entry.import', { entry: entryId, networks: networks.get(entryId) ?? [] })
      return may ? [] : [obstacleOf(change, 'not-yours')]
    }),
  )
}

/** Prepares all of it: new entries are written where nobody sees them yet. How many they are. */
const stageAll = async (ctx: Working, run: ImportRun, publish: boolean, work: Work): Promise<number> => {
  const { db, viewer } = ctx
  let done = 0
  let staged = 0
  for await (const changes of changesOf(db, run.id, sql`true`)) {
    const contents = contentsOf(viewer, publish, changes)
    const isNew = new Set(
      changes.filter(({ beforeHash }) => beforeHash === null).map(({ entryId }) => entryId),
    )
    const fresh = contents.filter(({ id }) => isNew.has(id))
    await checkChanges(
      ctx,
      changes.filter(({ entryId }) => !isNew.has(entryId)),
    )
    const taken = new Set(await stageEntries(db, fresh))
    refuse(changes.filter(({ entryId }) => taken.has(entryId)).map((change) => obstacleOf(change, 'taken')))
    await noteStates(ctx, run, contents)
    staged += fresh.length
    done += changes.length
    await work.tell(done)
  }
  return staged
}

/** Makes sure of everything once more, in one short transaction, and decides: from then on all of it is written, whatever happens. */
const decide = async (ctx: Working, run: ImportRun, publish: boolean, work: Work, staged: number) => {
  const { viewer, clock } = ctx
  await ctx.db.transaction(async (tx) => {
    const now = await lockImport(tx, run.id)
    if (now?.workToken !== work.token) throw new WorkLost()
    refuse(await changedSince(tx, run.id, 'forward'))
    if ((await countStaged(tx, run.id)) !== staged) throw new Error('not all staged entries are there')
    await tx
      .update(entryImport)
      .set({ publish, decidedAt: clock.now(), decidedBy: actorOf(viewer) })
      .where(eq(entryImport.id, run.id))
    await writeTrail(tx, ctx, {
      action: 'import.committed',
      entryId: run.network ?? run.createdBy,
      after: { import: run.id, kind: run.kind, counts: run.counts },
    })
  })
}

/**
 * Writes an import, all of it or nothing. New entries are written some at a time where nobody sees them; one short transaction
 * decides; then they are shown and what is there is changed, some at a time, which whoever finds it goes on with after a crash. What was changed by
 * others since the check stands in the way by name.
 */
export const commitRows = async (
  ctx: Working,
  run: ImportRun,
  publish: boolean,
  work: Work,
): Promise<void> => {
  const { db, viewer, clock } = ctx
  // Of somebody who began this and is gone.
  await clearStaged(db, run.id)
  try {
    const staged = await stageAll(ctx, run, publish, work)
    await decide(ctx, run, publish, work, staged)
  } catch (error) {
    if (error instanceof WorkLost) throw error
    await clearStaged(db, run.id)
    if (!(error instanceof InTheWay)) throw error
    await endWork(db, work, { state: 'mapping', obstacles: error.obstacles })
    return
  }
  const decidedBy = actorOf(viewer)
  await stepAll(db, run.id, decidedBy, 'show', work.tell)
  const obstacles = await writeChanges(db, { id: run.id, decidedBy }, 'forward', work.tell)
  const committedAt = clock.now()
  await endWork(db, work, { state: 'committed', decidedAt: null, committedAt, done: run.rows, obstacles })
}
