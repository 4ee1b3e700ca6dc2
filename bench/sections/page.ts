import { type Call, type Load, load, send } from '../measure/http.ts'
import { median } from '../measure/stats.ts'
import type { Section } from '../report.ts'
import { pageDocument } from '../targets/search-document.ts'
import type { Query } from '../world/queries.ts'
import { madeAnew, pagePath } from './search.ts'
import type { World } from './world.ts'

/** Hands the pages of the product over, so that the same bytes are served by both. */
const sharePages = async ({ product, inside }: World, queries: readonly Query[]): Promise<Call[]> => {
  const calls: Call[] = []
  const pages: Record<string, object> = {}
  for (const query of queries) {
    const path = pagePath(query)
    const html = await send(product.origin, { path, headers: madeAnew })
    const { text, filter } = query
    pages[new URL(path, product.origin).search] = { query: pageDocument, variables: { text, filter }, html }
    calls.push({ path, headers: madeAnew })
  }
  const headers = { 'Content-Type': 'application/json' }
  await send(inside.origin, { path: '/pages', method: 'POST', headers, body: JSON.stringify(pages) })
  return calls
}

const rowOf = async (name: string, queries: readonly Query[], world: World) => {
  const { product, inside, options } = world
  const calls = await sharePages(world, queries)
  await load(product.origin, calls, 1)
  await load(inside.origin, calls, 1)
  const again = calls.map(({ path }) => ({ path }))
  await load(product.origin, again, 1)
  const kept: Load[] = []
  const pages: Load[] = []
  const limits: Load[] = []
  for (let round = 0; round < options.rounds; round++) {
    const runs = [
      async () => pages.push(await load(product.origin, calls, options.seconds)),
      async () => kept.push(await load(product.origin, again, options.seconds)),
      async () => limits.push(await load(inside.origin, calls, options.seconds)),
    ]
    for (const run of round % 2 === 0 ? runs : runs.reverse()) await run()
  }
  const rate = (loads: Load[]) => median(loads.map((one) => one.perSecond))
  const ratio = (loads: Load[]) =>
    median(loads.map((one, i) => one.perSecond / (limits[i]?.perSecond ?? Number.NaN)))
  const [p50, p99] = [median(pages.map((one) => one.p50)), median(pages.map((one) => one.p99))]
  return [name, rate(pages), `${p50} / ${p99}`, rate(limits), ratio(pages), rate(kept), ratio(kept)]
}

/** The search page against the same bytes served bare after the same queries. */
export const measurePage = async (world: World): Promise<Section> => {
  const { 'one word': words, 'word + 3 filters': filtered, 'browse all': all } = world.queries
  return {
    title: `Search page under load, ${world.practices.toLocaleString('en')} practices (embedded database)`,
    note: 'The page as a browser without JavaScript gets it, uncompressed, against the same bytes sent by bare Hono after the same GraphQL document was run in process: what is between the two is routing, rendering and headers. Both include the search itself. "kept" is the same page for visitors of whom nothing is known: from memory until something changes, without any search.',
    columns: ['', 'Hansa req/s', 'ms p50 / p99', 'limit req/s', 'ratio', 'kept req/s', 'kept ratio'],
    rows: [
      await rowOf('one word', words, world),
      await rowOf('word + 3 filters', filtered, world),
      await rowOf('browse all', all.slice(0, 1), world),
    ],
  }
}
