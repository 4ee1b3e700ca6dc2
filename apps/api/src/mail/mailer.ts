import { type Clock, type Database, type Log, MAIL_CHANNEL, schema } from '@hansa/db'
import { and, asc, eq, inArray, isNull, lte, sql } from 'drizzle-orm'
import type { MailTransport, OutgoingMail } from './transport.ts'

export type MailerDeps = {
  database: Database
  clock: Clock
  log: Log
  /** Null where letters are only shown, in the mailbox of development. */
  transport: MailTransport | null
}

export type Mailer = { stop(): Promise<void> }

/** A letter that is being sent belongs to one mailer for so long; after a crash another one takes it. In milliseconds. */
const leaseMs = 120_000
const pollMs = 30_000
const dayMs = 24 * 3600 * 1000

/** Links of letters that were asked for are good for a day at most, so older ones are of no use; news are still news after a week. */
const oldestMs = ({ stopUrl }: Pick<OutgoingMail, 'stopUrl'>): number =>
  stopUrl === null ? dayMs : 7 * dayMs

const { mail } = schema

/** The wait after so many attempts, in milliseconds: from one minute to one hour. */
const retryAfter = (attempts: number): number => Math.min(60_000 * 2 ** (attempts - 1), 3_600_000)

/** Takes the next letter that is due, so that nobody else sends it meanwhile. No transaction is open while it is sent. */
const takeNext = async ({ database, clock }: MailerDeps) => {
  const now = clock.now()
  const next = database.db
    .select({ id: mail.id })
    .from(mail)
    .where(and(isNull(mail.shownAt), lte(mail.dueAt, now)))
    .orderBy(asc(mail.createdAt))
    .limit(1)
    .for('update', { skipLocked: true })
  const [taken] = await database.db
    .update(mail)
    .set({ attempts: sql`${mail.attempts} + 1`, dueAt: new Date(now.getTime() + leaseMs) })
    .where(inArray(mail.id, next))
    .returning()
  return taken ?? null
}

const drop = ({ database }: MailerDeps, id: string) => database.db.delete(mail).where(eq(mail.id, id))

const handOver = async (
  deps: MailerDeps,
  transport: MailTransport,
  letter: OutgoingMail & { attempts: number },
) => {
  const { database, clock, log } = deps
  if (clock.now().getTime() - letter.createdAt.getTime() > oldestMs(letter)) {
    log.warn(
      { mail: letter.id, attempts: letter.attempts },
      'a letter could not be sent for too long and was given up',
    )
    await drop(deps, letter.id)
    return
  }
  try {
    await transport.send(letter)
  } catch (error) {
    const final = transport.isFinal(error)
    // The error of a server may repeat the address; the log keeps only what kind it was.
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    log.warn({ mail: letter.id, attempts: letter.attempts, code, final }, 'a letter was not accepted')
    const dueAt = new Date(clock.now().getTime() + retryAfter(letter.attempts))
    if (final) await drop(deps, letter.id)
    else await database.db.update(mail).set({ dueAt }).where(eq(mail.id, letter.id))
    return
  }
  await drop(deps, letter.id)
}

/** Sends every letter that is due. */
const sendDue = async (deps: MailerDeps): Promise<void> => {
  const { database, clock, transport } = deps
  if (!transport) {
    await database.db.update(mail).set({ shownAt: clock.now() }).where(isNull(mail.shownAt))
    return
  }
  for (let letter = await takeNext(deps); letter; letter = await takeNext(deps))
    await handOver(deps, transport, letter)
}

/** Sends letters soon after the transactions that wrote them. Several processes may do so at the same time. */
export const startMailer = async (deps: MailerDeps): Promise<Mailer> => {
  const { database, log, transport } = deps
  let running: Promise<void> | null = null
  let again = false
  let stopped = false
  const run = async () => {
    do {
      again = false
      await sendDue(deps).catch((error: unknown) => log.warn({ err: error }, 'letters wait; trying again'))
    } while (again && !stopped)
    running = null
  }
  const wake = () => {
    if (stopped) return
    if (running) again = true
    else running = run()
  }
  const unlisten = await database.listen(MAIL_CHANNEL, wake)
  const timer = setInterval(wake, pollMs)
  timer.unref()
  wake()
  return {
    async stop() {
      stopped = true
      clearInterval(timer)
      await unlisten()
      await running
      transport?.close()
    },
  }
}
