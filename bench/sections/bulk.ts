import { send } from '../measure/http.ts'
import { quantile } from '../measure/stats.ts'
import type { Section } from '../report.ts'
import type { Bulk } from '../targets/bulk.ts'
import type { World } from './world.ts'

const figures = ({ rows, ...times }: Bulk): (string | number)[][] => {
  const { importing, changing, exporting } = times
  const at = (how: string) => `${rows} practices; ${how}`
  const waits = ({ readMs }: { readMs: number[] }) =>
    `reading meanwhile: p50 ${quantile(readMs, 0.5).toFixed(1)} ms, p99 ${quantile(readMs, 0.99).toFixed(0)} ms, longest ${quantile(readMs, 1).toFixed(0)} ms`
  const step = (name: string, timed: { seconds: number; readMs: number[] }) => [
    name,
    timed.seconds,
    at(waits(timed)),
  ]
  return [
    step('taking the file in, s', importing.sent),
    step('checking every row, s', importing.checked),
    step('writing all of it, s', importing.committed),
    step('taking it back, s', importing.undone),
    step('checking as many changed rows, s', changing.checked),
    step('writing as many changed rows, s', changing.committed),
    ...exporting.map(({ format, bytes, ...timed }) => [
      `giving all as ${format.toUpperCase()}, s`,
      timed.seconds,
      at(`${(bytes / 1e6).toFixed(1)} MB, packed where it can be; ${waits(timed)}`),
    ]),
  ]
}

/** How long bulk work takes, and how long readers wait meanwhile. */
export const measureBulk = async ({ inside }: World): Promise<Section> => {
  const bulk: Bulk = JSON.parse(await send(inside.origin, { path: '/bulk', method: 'POST' }))
  return {
    title: `Bulk work, ${bulk.rows} rows`,
    note: 'Through the API of one process with the embedded database, which serves one at a time. Reading is a list of practices by GraphQL, asked for again as soon as it was answered, never from memory. The search index follows the writes meanwhile.',
    columns: ['', 'value', 'how'],
    rows: figures(bulk),
  }
}
