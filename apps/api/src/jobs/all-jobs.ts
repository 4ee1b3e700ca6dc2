import type { Database } from '@hansa/db'
import { type ApiOptions, completeDeps } from '../api.ts'
import type { Deps } from '../context.ts'
import { deliverNews } from '../notification/deliver-news.ts'
import { tidyNews } from '../notification/tidy-news.ts'
import { dailyRound, watchAtOnce, weeklyRound, writeDigest } from '../watch/watch.jobs.ts'
import { type AnyJobKind, runnable } from './job.ts'
import { type JobRunner, startJobs } from './job-runner.ts'

/** Every kind of work there is. */
export const jobKinds: readonly AnyJobKind<Deps>[] = [
  runnable(deliverNews),
  runnable(watchAtOnce),
  runnable(writeDigest),
  runnable(dailyRound),
  runnable(weeklyRound),
  runnable(tidyNews),
]

/** Does the work that services wrote down to be done later. Several processes may do so at the same time. */
export const startAllJobs = (database: Database, options: ApiOptions): Promise<JobRunner> =>
  startJobs({ database, ctx: completeDeps(options), kinds: jobKinds })
