import { type Db, schema, type Tx } from '@hansa/db'
import type { Obstacle } from '@hansa/domain/import'
import type { MemberViewer } from '@hansa/domain/permissions'
import { isNotNull, sql } from 'drizzle-orm'
import { contentOf, type EntryContent } from '../entry/entry.content.ts'
import { amongWriters } from '../entry/entry.locks.ts'
import { findExisting } from '../entry/entry.rows.ts'
import { writeEntries } from '../entry/entry.service.ts'
import { changesOf, type ImportChange } from './import.rows.ts'
import { reasonOf } from './import-reader.ts'

const { entry, importChange } = schema

/** Most things in the way that are told. */
export const mostObstacles = 100

/** What stands in the way of a change, for the rows it came from. */
export const obstacleOf = (
  { row, about }: Pick<ImportChange, 'row' | 'about'>,
  code: Obstacle['reason']['code'],
  detail?: string,
): Obstacle => ({ row, about, reason: reasonOf('', code, undefined, detail) })

/** Forward is writing an import, back is taking it back. */
export type Way = 'forward' | 'back'

/** Entries that are not what they were when an import was checked, or what it left. Locks the others until the transaction ends. */
export const changedSince = async (tx: Tx, importId: string, way: Way): Promise<Obstacle[]> => {
  await amongWriters(tx)
  const same =
    way === 'forward'
      ? sql`${entry.contentHash} = ${importChange.beforeHash} and ${entry.state} = ${importChange.beforeState}`
      : sql`${entry.contentHash} = ${importChange.afterHash} and ${entry.state} <> 'archived'`
  const { rows } = await tx.execute<{ row: number; about: string; same: boolean }>(sql`
    select ${importChange.row} as row, ${importChange.about} as about, ${same} as same
    from ${importChange} join ${entry} on ${entry.id} = ${importChange.entryId}
    where ${importChange.importId} = ${importId} and (${way === 'back'} or ${importChange.beforeHash} is not null)
    order by ${importChange.position} for update of ${entry}`)
  return rows.flatMap((row) => (row.same ? [] : [obstacleOf(row, 'changed-since')]))
}

const contentFor = (
  way: Way,
  { kind, entryId, after, before, beforeState, state }: ImportChange,
): EntryContent => {
  const target = way === 'forward' ? state : beforeState
  return { ...contentOf(kind, entryId, way === 'forward' ? after : before), ...(target && { state: target }) }
}

/** Somebody by the name the trail knows her by: what is left to do is done in her name, whoever finds it. */
const named = (id: string): MemberViewer => ({
  kind: 'member',
  id,
  isAdministrator: false,
  affiliations: [],
  scopes: null,
})

/**
 * Writes what a decided import changes of entries that were there, or writes back what they were; some at a time, so that no reader waits for all, and
 * what is done is not done again. Between the decision and here somebody may have changed one: hers stays, and is told.
 */
export const writeChanges = async (
  db: Db,
  { id, decidedBy }: { id: string; decidedBy: string },
  way: Way,
  tell: (done: number) => Promise<void>,
): Promise<Obstacle[]> => {
  const left: Obstacle[] = []
  let done = 0
  for await (const changes of changesOf(db, id, isNotNull(importChange.beforeHash))) {
    await db.transaction(async (tx) => {
      const existing = await findExisting(
        tx,
        changes.map(({ entryId }) => entryId),
      )
      const due = changes.filter((change) => {
        const { beforeHash, afterHash, entryId } = change
        const [from, to] = way === 'forward' ? [beforeHash, afterHash] : [afterHash, beforeHash]
        const now = existing.get(entryId)?.contentHash
        if (now !== from && now !== to) left.push(obstacleOf(change, 'changed-since'))
        return now === from || now === to
      })
      await writeEntries(
        tx,
        named(decidedBy),
        due.map((change) => contentFor(way, change)),
      )
    })
    done += changes.length
    await tell(done)
  }
  return left.slice(0, mostObstacles)
}
