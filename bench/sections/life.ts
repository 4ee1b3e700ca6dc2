import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { send } from '../measure/http.ts'
import { timed } from '../measure/interleave.ts'
import { median, quantile, summary } from '../measure/stats.ts'
import type { Section } from '../report.ts'
import { startProduct } from '../targets/child.ts'
import type { Reindexing } from '../targets/indexing.ts'
import type { World } from './world.ts'

type Row = [string, string | number, string]

/** From an empty folder to ready, with the seed alone. The server that is left running is the caller's to stop. */
export const measureColdStart = async (folder: string) => {
  mkdirSync(folder, { recursive: true })
  const product = await startProduct({ dataDir: folder })
  const hasTemplate = existsSync(join(import.meta.dirname, '../../packages/db/build'))
  const note = hasTemplate ? 'seed written and indexed' : 'seed written and indexed; no template was built'
  const row: Row = ['cold start to ready, s', product.readyMs / 1000, `empty data folder; ${note}`]
  return { product, row }
}

/** Starts over an existing folder, several times, and searches as soon as it is ready. */
export const measureWarmStarts = async (
  dataDir: string,
  practices: number,
  rounds: number,
): Promise<Row[]> => {
  const starts: number[] = []
  const searches: number[] = []
  for (let round = 0; round < rounds; round++) {
    const product = await startProduct({ dataDir })
    starts.push(product.readyMs / 1000)
    searches.push((await timed(() => send(product.origin, { path: '/search?q=housing' }))) / 1000)
    await product.stop()
  }
  const note = (from: string, values: number[]) =>
    `median of ${rounds}; ${from}, slowest ${quantile(values, 1).toFixed(2)}`
  const at = `${practices} practices, s`
  return [
    [`warm start to ready, ${at}`, median(starts), note('from starting the process', starts)],
    [
      `first search page after a start, ${at}`,
      median(searches),
      note('asked for when it is ready', searches),
    ],
  ]
}

/** What indexing takes, what others feel of it, and how much memory everything needs. */
export const measureLife = async (
  world: World,
  saved: { entries: number; seconds: number },
): Promise<Row[]> => {
  const { practices, inside, product } = world
  const ask = async <T>(path: string): Promise<T> =>
    JSON.parse(await send(inside.origin, { path, method: 'POST' }))
  const updates = summary(await ask<number[]>('/updates'))
  const reindexing = await ask<Reindexing>('/reindex')
  const { docs, seconds, cpuSeconds, longestGapMs, searchMs } = reindexing
  const at = `${practices} practices`
  return [
    [
      `saving, ${at}, entries/s`,
      saved.entries / saved.seconds,
      'batches of 500 through the entry service, embedded',
    ],
    [
      `reindex, ${at}, entries/s`,
      docs / seconds,
      `${docs} entries in ${seconds.toFixed(1)} s, reading them included; ${cpuSeconds.toFixed(1)} s of processor time`,
    ],
    [
      `longest event-loop gap while indexing, ${at}, ms`,
      longestGapMs,
      'includes searching every 20 ms meanwhile',
    ],
    [`search while indexing, ${at}, ms p50`, median(searchMs), `p99 ${quantile(searchMs, 0.99).toFixed(1)}`],
    [
      `saved until findable, ${at}, ms`,
      updates.median,
      `${updates.samples} times; slowest ${updates.worst.toFixed(0)}`,
    ],
    [
      `memory of the process, ${at}, MB`,
      product.memoryMb(),
      'resident, after all the load above; one process with database and index',
    ],
  ]
}

/** The rows of all worlds in one table. */
export const lifeSection = (rows: Row[]): Section => ({
  title: 'Starting, indexing, memory',
  note: 'The whole process as `npm start` runs it, embedded database and search engine. Starting is limited by one core reading and compiling the code, then by the database; indexing by cutting texts into words.',
  columns: ['', 'value', 'how'],
  rows,
})
