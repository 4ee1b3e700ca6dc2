import { type Db, schema, type Tx } from '@hansa/db'
import { ImportId, type ImportReason, type ImportVerdict } from '@hansa/domain/import'
import type { Subject } from '@hansa/domain/permissions'
import { and, asc, eq, gt, type SQL, sql } from 'drizzle-orm'

const { entryImport, importChange, importRow } = schema

export type ImportRun = typeof entryImport.$inferSelect
export type ImportRow = typeof importRow.$inferSelect
export type ImportChange = typeof importChange.$inferSelect

/** Rows that are read, judged or written at once: between them others get the database. */
export const rowsAtOnce = 250

/** Entries that are written at once, which takes longer. */
export const entriesAtOnce = 50

/** An import by its id; null when there is none. */
export const findImport = async (db: Db, id: string): Promise<ImportRun | null> => {
  if (!ImportId.safeParse(id).success) return null
  const [row] = await db.select().from(entryImport).where(eq(entryImport.id, id))
  return row ?? null
}

/** An import as the rules see it: it is the secretariat's of its network, and without one the administrators'. Of none they know nothing. */
export const subjectOf = (run: Pick<ImportRun, 'network' | 'createdBy'> | null): Subject => {
  if (!run) return {}
  return { member: run.createdBy, ...(run.network !== null && { entry: run.network }) }
}

/** Locks an import until the transaction ends; null when it is gone. */
export const lockImport = async (tx: Tx, id: string): Promise<ImportRun | null> => {
  const [row] = await tx.select().from(entryImport).where(eq(entryImport.id, id)).for('update')
  return row ?? null
}

/** All rows of an import in the order of the file, some at a time. */
export async function* rowsOf(db: Db, id: string): AsyncGenerator<ImportRow[]> {
  for (let after = 0; ; ) {
    const rows = await db
      .select()
      .from(importRow)
      .where(and(eq(importRow.importId, id), gt(importRow.row, after)))
      .orderBy(asc(importRow.row))
      .limit(rowsAtOnce)
    const last = rows.at(-1)
    if (!last) return
    yield rows
    after = last.row
  }
}

/** The changes of an import that a condition holds for, some at a time. */
export async function* changesOf(db: Db, id: string, condition: SQL): AsyncGenerator<ImportChange[]> {
  for (let after = -1; ; ) {
    const rows = await db
      .select()
      .from(importChange)
      .where(and(eq(importChange.importId, id), gt(importChange.position, after), condition))
      .orderBy(asc(importChange.position))
      .limit(entriesAtOnce)
    const last = rows.at(-1)
    if (!last) return
    yield rows
    after = last.position
  }
}

/** What a row came to. */
export type JudgedRow = {
  row: number
  verdict: ImportVerdict
  about: string
  reasons: ImportReason[]
  entryId: string | null
}

/** Writes verdicts to their rows, in one statement. */
export const writeVerdicts = async (db: Db, id: string, rows: readonly JudgedRow[]): Promise<void> => {
  const json = JSON.stringify(rows)
  await db.execute(sql`
    update ${importRow} set verdict = v.verdict, about = v.about, reasons = v.reasons, entry_id = v."entryId"
    from jsonb_to_recordset(${json}::jsonb) as v(row int, verdict text, about text, reasons jsonb, "entryId" text)
    where ${importRow.importId} = ${id} and ${importRow.row} = v.row`)
}
