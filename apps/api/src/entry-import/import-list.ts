import { schema } from '@hansa/db'
import type { ImportVerdict } from '@hansa/domain/import'
import { and, asc, count, eq, gt } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { cursorOf, positionOf } from '../entry/entry.cursor.ts'
import { type Page, type PageArgs, sizeOf } from '../graphql/connection.ts'
import { once } from '../once.ts'
import type { ImportRow, ImportRun } from './import.rows.ts'

const { importRow } = schema

const rowBehind = (cursor: string): number => {
  const { id } = positionOf(cursor)
  return /^\d{1,9}$/.test(id) ? Number(id) : 0
}

/** A page of the rows of an import, or of those with one verdict, in the order of the file. Whose the import is was asked before. */
export const listRows = (
  { db, limits }: Pick<Context, 'db' | 'limits'>,
  run: ImportRun,
  { verdict, ...args }: PageArgs & { verdict?: ImportVerdict | null | undefined },
): Page<ImportRow> => {
  const size = sizeOf(args, { limits })
  const after = args.after == null ? 0 : rowBehind(args.after)
  const wanted = and(eq(importRow.importId, run.id), verdict ? eq(importRow.verdict, verdict) : undefined)
  const items = async () => {
    const rows = await db
      .select()
      .from(importRow)
      .where(and(wanted, gt(importRow.row, after)))
      .orderBy(asc(importRow.row))
      .limit(size + 1)
    const nodes = rows.slice(0, size)
    return {
      nodes,
      cursors: nodes.map(({ row }) => cursorOf({ sortKey: 'row', id: String(row) })),
      hasNextPage: rows.length > size,
      hasPreviousPage: after > 0,
    }
  }
  const total = async () => (await db.select({ count: count() }).from(importRow).where(wanted))[0]?.count ?? 0
  return { items: once(items), total }
}

/** The first cells of every column of a file, to tell what it holds. */
export const examplesOf = async (db: Context['db'], run: ImportRun): Promise<string[]> => {
  const rows = await db
    .select({ cells: importRow.cells })
    .from(importRow)
    .where(eq(importRow.importId, run.id))
    .orderBy(asc(importRow.row))
    .limit(10)
  return run.columns.map((_, i) =>
    (rows.map(({ cells }) => cells[i] ?? '').find((cell) => cell !== '') ?? '').slice(0, 120),
  )
}
