import type { Tx } from '@hansa/db'
import { z } from 'zod'
import type { Acting } from '../audit/trail.ts'
import type { Deps } from '../context.ts'
import { everyMinutes, type JobKind } from '../jobs/job.ts'
import { type Reminder, remindDue } from './confirm.service.ts'
import { publishDue } from './publish.service.ts'
import { askWhetherItHolds } from './remind.service.ts'

const nothing = z.object({})

const acting = ({ db, clock }: Deps, name: string): Acting => ({
  db,
  clock,
  viewer: { kind: 'system', name },
  caller: { origin: { network: 'unknown', device: 'job' }, session: null, browser: null },
})

/** Publishes every minute what was accepted to be published later. */
export const publishLater: JobKind<object, Deps> = {
  name: 'curation.publish',
  payload: nothing,
  next: everyMinutes(1),
  run: async (ctx) => void (await publishDue(acting(ctx, 'publish'), ctx.clock.now())),
}

/** Asks every hour those who keep entries to confirm them: 30 days before, on the day, and 30 days after. */
export const remindLater: JobKind<object, Deps> = {
  name: 'curation.remind',
  payload: nothing,
  next: everyMinutes(60),
  async run(ctx) {
    const system = acting(ctx, 'remind')
    const tell = (tx: Tx, { entryId, dueOn, offset, memberIds }: Reminder) =>
      askWhetherItHolds(tx, system, { entryId, memberIds, isOverdue: offset > 0, key: `${dueOn} ${offset}` })
    await remindDue(system, ctx.clock.now(), tell)
  },
}
