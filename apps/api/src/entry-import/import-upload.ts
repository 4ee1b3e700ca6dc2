import { countAttempt } from '@hansa/auth'
import { insertRows, schema } from '@hansa/db'
import { cleanFileName } from '@hansa/domain/attachment'
import { Conflict, Forbidden, InvalidInput } from '@hansa/domain/errors'
import { newId } from '@hansa/domain/id'
import { ImportStart, importPrefix, mostOpenImports } from '@hansa/domain/import'
import { parse } from '@hansa/domain/parse'
import { authorize, type MemberViewer } from '@hansa/domain/permissions'
import { guessMapping } from '@hansa/domain/table-guess'
import { and, eq, inArray } from 'drizzle-orm'
import { writeTrail } from '../audit/trail.ts'
import type { Context } from '../context.ts'
import { collect, readTable } from '../table/table-file.ts'
import { importThrottle } from './import.budgets.ts'
import type { ImportRun } from './import.rows.ts'
import { findKnown } from './known-entries.ts'

const { entryImport, importRow } = schema

type Uploading = Pick<Context, 'db' | 'clock' | 'viewer' | 'caller' | 'random'>

/** There is no more room for imports of this member. */
export class NoRoomForImports extends Conflict {}

const openStates = ['reading', 'mapping', 'checking', 'checked'] as const

/**
 * The member who may send a table, and what for. Asked before any of it is read, and counted.
 * @throws Unauthenticated, Forbidden, InvalidInput, RateLimited, NoRoomForImports
 */
export const admitImport = async (
  ctx: Uploading,
  input: object,
): Promise<{ member: MemberViewer; start: ImportStart }> => {
  const { viewer, db } = ctx
  const start = parse(ImportStart, input)
  const network = start.network ?? null
  authorize(viewer, 'import.change', {
    ...(viewer.kind === 'member' && { member: viewer.id }),
    ...(network !== null && { entry: network }),
  })
  // The system has nobody's account that an import could be somebody's of.
  if (viewer.kind !== 'member') throw new Forbidden()
  if (network !== null && !(await findKnown(db, [network])).has(network))
    throw new InvalidInput([{ field: 'network', message: 'is no network of this registry' }])
  await countAttempt(ctx, [importThrottle(viewer.id)])
  const open = await db.$count(
    entryImport,
    and(eq(entryImport.createdBy, viewer.id), inArray(entryImport.state, [...openStates])),
  )
  if (open >= mostOpenImports)
    throw new NoRoomForImports(`You have ${mostOpenImports} imports that are not written; discard one first.`)
  return { member: viewer, start }
}

/** Rows of a file that are written at once: between them others get the database. */
const rowsPerStatement = 250

/**
 * Takes a table in for a member who was admitted: its rows are kept as they are, and nothing of the registry is changed. What its columns mean is
 * guessed by their heads.
 * @throws UnreadableFile naming what is wrong with it as a whole
 */
export const takeInTable = async (
  ctx: Uploading,
  { id: memberId }: MemberViewer,
  { kind, network = null }: ImportStart,
  { name, content }: { name: string; content: AsyncIterable<Uint8Array> },
): Promise<ImportRun> => {
  const { db, clock } = ctx
  const { heads, records } = await readTable(await collect(content))
  const id = newId(importPrefix)
  await db.insert(entryImport).values({
    id,
    kind,
    network,
    fileName: cleanFileName(name),
    state: 'reading',
    columns: heads,
    mapping: guessMapping(kind, heads),
    rows: records.length,
    obstacles: [],
    createdBy: memberId,
    createdAt: clock.now(),
  })
  for (let from = 0; from < records.length; from += rowsPerStatement) {
    const some = records.slice(from, from + rowsPerStatement)
    const rows = some.map(({ row, cells }) => ({ importId: id, row, cells, reasons: [] }))
    await insertRows(db, importRow, rows)
  }
  return await db.transaction(async (tx) => {
    const [run] = await tx
      .update(entryImport)
      .set({ state: 'mapping' })
      .where(eq(entryImport.id, id))
      .returning()
    if (!run) throw new Error('an import that was taken in is not there')
    await writeTrail(tx, ctx, {
      action: 'import.sent',
      entryId: network ?? memberId,
      after: { import: id, kind, rows: records.length },
    })
    return run
  })
}
