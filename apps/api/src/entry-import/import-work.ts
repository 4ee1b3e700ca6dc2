import { randomUUID } from 'node:crypto'
import { type Db, schema } from '@hansa/db'
import { Conflict } from '@hansa/domain/errors'
import { type ImportState, type ImportWork, stateBefore } from '@hansa/domain/import'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { findImport, type ImportRun, lockImport } from './import.rows.ts'

const { entryImport } = schema

/** What work on an import needs of whoever began it. */
export type Working = Pick<Context, 'db' | 'clock' | 'viewer' | 'caller' | 'log'>

/** For how long work is somebody's without a word of it. */
const leaseMs = 60_000

/** For how long a request waits for the work it began; it goes on behind it. */
const patienceMs = 2_500

/** The work was taken over by somebody else meanwhile: whoever did it was thought to be gone. */
export class WorkLost extends Conflict {
  constructor() {
    super('This import is worked on by somebody else.')
  }
}

/** Tells how far the work is, and that it goes on. @throws WorkLost */
export type Tell = (done: number) => Promise<void>

/** Work in hand: whose it is, and how it is told of. */
export type Work = { id: string; token: string; tell: Tell }

const whenOver = ({ clock }: Pick<Working, 'clock'>) => new Date(clock.now().getTime() + leaseMs)

/** Whether an import may be begun to be worked on: it stands where it must, or whoever worked on it is gone. */
const isFree = (run: ImportRun, work: ImportWork, from: readonly ImportState[], now: Date): boolean =>
  run.decidedAt === null &&
  (from.includes(run.state) || (run.state === work && (run.workUntil === null || run.workUntil < now)))

const busy = new Conflict(
  'This import does not stand where this can be done, or somebody works on it. Look again.',
)

const claim = async (
  ctx: Working,
  id: string,
  work: ImportWork,
  from: readonly ImportState[],
): Promise<Work> => {
  const token = randomUUID()
  await ctx.db.transaction(async (tx) => {
    const run = await lockImport(tx, id)
    if (!run || !isFree(run, work, from, ctx.clock.now())) throw busy
    await tx
      .update(entryImport)
      .set({ state: work, workToken: token, workUntil: whenOver(ctx), done: 0, obstacles: [] })
      .where(eq(entryImport.id, id))
  })
  const tell: Tell = async (done) => {
    const still = await ctx.db
      .update(entryImport)
      .set({ done, workUntil: whenOver(ctx) })
      .where(and(eq(entryImport.id, id), eq(entryImport.workToken, token)))
      .returning({ id: entryImport.id })
    if (still.length === 0) throw new WorkLost()
  }
  return { id, token, tell }
}

/** Ends work where it still is whoever's token it is. */
export const endWork = async (
  db: Db,
  { id, token }: Pick<Work, 'id' | 'token'>,
  after: Partial<ImportRun> & { state: ImportState },
): Promise<boolean> => {
  const ended = await db
    .update(entryImport)
    .set({ ...after, workToken: null, workUntil: null })
    .where(and(eq(entryImport.id, id), eq(entryImport.workToken, token)))
    .returning({ id: entryImport.id })
  return ended.length > 0
}

/** Waits for work as long as a reader does; what fails later is logged and shows in the state of the import. */
const awhile = async (running: Promise<void>): Promise<void> => {
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patienceMs)
  })
  await Promise.race([running, patience]).finally(() => clearTimeout(timer))
}

/**
 * Works on an import, which nobody else can meanwhile. Short work is done when this returns; long work goes on, and the
 * import tells how far it is. What fails puts the import back to where it stood.
 * @throws Conflict when it does not stand in one of `from`
 */
export const workOn = async (
  ctx: Working,
  id: string,
  work: ImportWork,
  {
    from,
    run,
    cleanUp,
  }: { from: readonly ImportState[]; run(work: Work): Promise<void>; cleanUp?(): Promise<void> },
): Promise<ImportRun> => {
  const hold = await claim(ctx, id, work, from)
  const running = run(hold).catch(async (error: unknown) => {
    if (error instanceof WorkLost) return
    const now = await findImport(ctx.db, id)
    if (now?.decidedAt) {
      // It is done whatever happens: the sweeper goes on with it.
      ctx.log.error(
        { err: error, import: id, work },
        'work on an import failed behind its decision; it is gone on with',
      )
      return
    }
    // Whoever has the work now cleans up herself.
    if (cleanUp) await cleanUp()
    await endWork(ctx.db, hold, { state: stateBefore[work] })
    ctx.log.error(
      { err: error, import: id, work },
      'work on an import failed; it stands where it stood before',
    )
  })
  running.catch((error: unknown) =>
    ctx.log.error({ err: error, import: id, work }, 'work on an import could not be put back'),
  )
  await awhile(running)
  const now = await findImport(ctx.db, id)
  if (!now) throw busy
  return now
}
