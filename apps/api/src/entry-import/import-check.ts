import { type Db, insertRows, schema } from '@hansa/db'
import type { ImportVerdict } from '@hansa/domain/import'
import type { Finder } from '@hansa/domain/table-cells'
import { eq } from 'drizzle-orm'
import { type ImportRun, rowsOf, writeVerdicts } from './import.rows.ts'
import { createCollector, createFinder } from './import-finder.ts'
import { createEntryJudge, type Judged, type Judging } from './import-judge.ts'
import { type Meant, meantColumns, readCells } from './import-reader.ts'
import { endWork, type Work, type Working, WorkLost } from './import-work.ts'
import { judgeMemberships } from './membership-judge.ts'

const { importChange } = schema

/** A finder of everything that the rows of an import name. */
const finderFor = async (db: Db, run: ImportRun, meant: readonly Meant[]): Promise<Finder> => {
  const { words, finder } = createCollector()
  for await (const rows of rowsOf(db, run.id))
    for (const row of rows) readCells(row, meant, run.columns.length, finder)
  return await createFinder(db, words)
}

async function* judgements(judging: Judging): AsyncGenerator<Judged> {
  const { db, run } = judging
  if (run.kind === 'membership') {
    yield* judgeMemberships(judging)
    return
  }
  const judge = await createEntryJudge({ ...judging, kind: run.kind })
  for await (const rows of rowsOf(db, run.id)) yield await judge(rows)
}

const noRows = (): Record<ImportVerdict, number> => ({ new: 0, changed: 0, same: 0, refused: 0 })

/**
 * Gives every row of an import its verdict, and prepares what is to be written for it. Nothing of the registry is changed, and others
 * get the database between any two parts of the work.
 */
export const checkRows = async (ctx: Working, run: ImportRun, work: Work): Promise<void> => {
  const { db, viewer } = ctx
  const meant = meantColumns(run.kind, run.mapping)
  await db.delete(importChange).where(eq(importChange.importId, run.id))
  const finder = await finderFor(db, run, meant)
  const counts = noRows()
  let position = 0
  let done = 0
  for await (const { rows, changes } of judgements({ db, viewer, run, meant, finder })) {
    for (const { verdict } of rows) counts[verdict] += 1
    await writeVerdicts(db, run.id, rows)
    const placed = changes.map((change) => ({ ...change, importId: run.id, position: position++ }))
    if (placed.length > 0) await insertRows(db, importChange, placed)
    done += rows.length
    await work.tell(done)
  }
  if (!(await endWork(db, work, { state: 'checked', counts }))) throw new WorkLost()
}
