import { schema, silentLog } from '@hansa/db'
import { ne } from 'drizzle-orm'
import { type JobKind, type Running, runnable } from '../jobs/job.ts'
import { startJobs } from '../jobs/job-runner.ts'
import { startMailer } from '../mail/mailer.ts'
import { createSmtpTransport } from '../mail/transport.ts'
import { openAt } from '../testing/kept-database.ts'
import { deliver, deliverNews } from './deliver-news.ts'

/*
 * Test process: writes and sends the letters that news make, as a server does, until there is none left:
 * `node letters.child.ts <database> <mail server> <minutes its clock is ahead>`.
 */

const [at = '', url = '', minutes = '0'] = process.argv.slice(2)
const clock = { now: () => new Date(Date.now() + Number(minutes) * 60_000) }
const database = await openAt(at)
const { db } = database
const kind: JobKind<{ member: string }, Running> = {
  ...deliverNews,
  run: (ctx, { member }) => deliver({ ...ctx, publicUrl: 'https://hansa.example' }, member, 'at-once'),
}
const jobs = await startJobs({ database, ctx: { db, clock, log: silentLog }, kinds: [runnable(kind)] })
const transport = createSmtpTransport({ url, from: 'Hansa <hansa@hansa.example>' })
const mailer = await startMailer({ database, clock, log: silentLog, transport })
const left = async () =>
  (await db.$count(schema.job, ne(schema.job.key, 'recurring'))) + (await db.$count(schema.mail))
while ((await left()) > 0) await new Promise((resolve) => setTimeout(resolve, 100))
await jobs.stop()
await mailer.stop()
await database.close()
console.log('over')
