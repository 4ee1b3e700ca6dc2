import { schema } from '@hansa/db'
import { Conflict, NotFound } from '@hansa/domain/errors'
import { type ImportState, mappingOf, undoDays } from '@hansa/domain/import'
import { parse } from '@hansa/domain/parse'
import { type Action, authorize, can, type Viewer } from '@hansa/domain/permissions'
import { desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { among } from '../entry/entry.loaders.ts'
import { findImport, type ImportRun, lockImport, subjectOf } from './import.rows.ts'
import { checkRows } from './import-check.ts'
import { commitRows } from './import-commit.ts'
import { undoRows } from './import-undo.ts'
import { type Working, workOn } from './import-work.ts'
import { clearStaged } from './staged.ts'

const { entryImport } = schema

/** An import that a viewer may act on. What is not there and what is not hers get the same answer. */
const importFor = async (
  { db, viewer }: Pick<Working, 'db' | 'viewer'>,
  action: Action,
  id: string,
): Promise<ImportRun> => {
  const run = await findImport(db, id)
  authorize(viewer, action, subjectOf(run))
  // The system may do everything, also to what is not there.
  if (!run) throw new NotFound('The import')
  return run
}

/** An import by its id, for those whose it is. @throws Unauthenticated, Forbidden */
export const readImport = (ctx: Pick<Working, 'db' | 'viewer'>, id: string): Promise<ImportRun> =>
  importFor(ctx, 'import.read', id)

/** The networks whose secretariat a viewer is. */
export const networksCuratedBy = (viewer: Viewer): string[] =>
  viewer.kind === 'member'
    ? viewer.affiliations
        .map(({ entryId }) => entryId)
        .filter((entry) => can(viewer, 'import.read', { entry }) && entry.startsWith('netw_'))
    : []

const mostListed = 100

/**
 * The imports that are a viewer's to see, the newest first: those of the networks she curates, or all for administrators.
 * @throws Unauthenticated; Forbidden for who can have none
 */
export const listImports = async ({ db, viewer }: Pick<Working, 'db' | 'viewer'>): Promise<ImportRun[]> => {
  const networks = [...new Set(networksCuratedBy(viewer))]
  const seesAll = viewer.kind === 'member' && can(viewer, 'import.read', { member: viewer.id })
  if (!seesAll && networks.length === 0) authorize(viewer, 'import.read', {})
  return await db
    .select()
    .from(entryImport)
    .where(seesAll ? undefined : among(entryImport.network, networks))
    .orderBy(desc(entryImport.createdAt), desc(entryImport.id))
    .limit(mostListed)
}

const wrongPlace = new Conflict('This import does not stand where this can be done; look again.')

const resting = ['mapping', 'checked'] as const satisfies readonly ImportState[]

/**
 * Says what each column of an import's file means; empty for those that are left out. It must be checked again then.
 * @throws Unauthenticated, Forbidden, InvalidInput naming the columns at fault, Conflict while it is worked on or once it is written
 */
export const mapImport = async (
  ctx: Working,
  input: { id: string; mapping: readonly string[] },
): Promise<ImportRun> => {
  const { kind, columns } = await importFor(ctx, 'import.change', input.id)
  const whole = z.strictObject({
    mapping: mappingOf(kind).length(columns.length, `must name ${columns.length} columns`),
  })
  const { mapping } = parse(whole, { mapping: [...input.mapping] })
  return await ctx.db.transaction(async (tx) => {
    const run = await lockImport(tx, input.id)
    if (!run || !resting.some((state) => state === run.state)) throw wrongPlace
    const [mapped] = await tx
      .update(entryImport)
      .set({ mapping, state: 'mapping', counts: null, obstacles: [] })
      .where(eq(entryImport.id, run.id))
      .returning()
    if (!mapped) throw new Error('an import that was locked is not there')
    return mapped
  })
}

/** Gives every row its verdict; nothing of the registry is changed. @throws Unauthenticated, Forbidden, Conflict */
export const checkImport = async (ctx: Working, id: string): Promise<ImportRun> => {
  await importFor(ctx, 'import.change', id)
  return await workOn(ctx, id, 'checking', {
    from: resting,
    run: async (work) => {
      const run = await findImport(ctx.db, id)
      if (run) await checkRows(ctx, run, work)
    },
  })
}

const isWritable = (run: ImportRun): boolean =>
  run.counts?.refused === 0 && run.counts.new + run.counts.changed > 0

/**
 * Writes an import that was checked, all of it or nothing.
 * @param publish whether new entries are to be published, where that is hers to say
 * @throws Unauthenticated, Forbidden; Conflict when a row is refused, nothing would change, it is worked on, or it was written already
 */
export const commitImport = async (ctx: Working, id: string, publish: boolean): Promise<ImportRun> => {
  const before = await importFor(ctx, 'import.change', id)
  if (!isWritable(before))
    throw new Conflict('Rows of this import are refused, or none of them would change anything.')
  return await workOn(ctx, id, 'committing', {
    from: ['checked'],
    run: async (work) => {
      const run = await findImport(ctx.db, id)
      if (run && isWritable(run)) await commitRows(ctx, run, publish, work)
    },
    cleanUp: () => clearStaged(ctx.db, id),
  })
}

/** Until when an import can be taken back; null for one that is not written. */
export const undoUntil = ({ committedAt }: Pick<ImportRun, 'committedAt'>): Date | null =>
  committedAt && new Date(committedAt.getTime() + undoDays * 86_400_000)

/**
 * Takes a written import back, all of it or nothing; what stands in the way is told by name.
 * @throws Unauthenticated, Forbidden; Conflict when it is not written, or too long ago
 */
export const undoImport = async (ctx: Working, id: string): Promise<ImportRun> => {
  const before = await importFor(ctx, 'import.change', id)
  const until = undoUntil(before)
  if (until !== null && until < ctx.clock.now())
    throw new Conflict('This import was written too long ago to be taken back.')
  return await workOn(ctx, id, 'undoing', {
    from: ['committed'],
    run: async (work) => {
      const run = await findImport(ctx.db, id)
      if (run) await undoRows(ctx, run, work)
    },
  })
}

/** Forgets an import that was not written, with its rows. @throws Unauthenticated, Forbidden, Conflict */
export const discardImport = async (ctx: Working, id: string): Promise<void> => {
  await importFor(ctx, 'import.change', id)
  await ctx.db.transaction(async (tx) => {
    const run = await lockImport(tx, id)
    if (!run || !resting.some((state) => state === run.state)) throw wrongPlace
    await tx.delete(entryImport).where(eq(entryImport.id, id))
  })
}
