import { schema } from '@hansa/db'
import { and, isNotNull, lt } from 'drizzle-orm'
import { z } from 'zod'
import type { Deps } from '../context.ts'
import { atHour, type JobKind } from '../jobs/job.ts'

const { notification } = schema

/** For so many days news stay to be read. */
const daysKept = 180

/** Removes old news every night. */
export const tidyNews: JobKind<object, Deps> = {
  name: 'news.tidy',
  payload: z.object({}),
  next: atHour(3),
  async run({ db, clock }) {
    const before = new Date(clock.now().getTime() - daysKept * 86_400_000)
    await db
      .delete(notification)
      .where(and(lt(notification.createdAt, before), isNotNull(notification.settledAt)))
  },
}
