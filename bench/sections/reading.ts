import { deepStrictEqual } from 'node:assert/strict'
import { type Call, connections, graphqlCall, type Load, load, send } from '../measure/http.ts'
import { median } from '../measure/stats.ts'
import type { Section } from '../report.ts'
import type { Target } from '../targets/child.ts'
import { detailDocument, listDocument } from '../targets/statements.ts'
import type { World } from './world.ts'

type Pair = { product: Call[]; limit: Call[] }

const spots = 24

type Edge = { cursor: string; node: { id: string; slug: string } }

/** Reads the list from its beginning, to know places in it and slugs. */
const walk = async (product: Target): Promise<Edge[]> => {
  const query =
    'query($after: String) { practices(first: 100, after: $after) { edges { cursor node { id slug } } } }'
  const edges: Edge[] = []
  let after: string | null = null
  while (edges.length < 700) {
    const answer: { data: { practices: { edges: Edge[] } } } = JSON.parse(
      await send(product.origin, graphqlCall(query, { after })),
    )
    const page = answer.data.practices.edges
    edges.push(...page)
    after = page.at(-1)?.cursor ?? null
    if (page.length < 100) break
  }
  return edges
}

/** Cursors of lists are JSON of sort key and id in base64url. */
const positionOf = (cursor: string): { sortKey: string; id: string } => {
  const [sortKey, id]: string[] = JSON.parse(Buffer.from(cursor, 'base64url').toString())
  return { sortKey: sortKey ?? '', id: id ?? '' }
}

/** The same questions to both sides, spread over the list. */
const questions = (edges: readonly Edge[]): { list: Pair; detail: Pair } => {
  const step = Math.max(1, Math.floor((edges.length - 25) / spots))
  const chosen = edges.filter((_, i) => i % step === 0).slice(0, spots)
  return {
    list: {
      product: chosen.map(({ cursor }) => graphqlCall(listDocument, { after: cursor })),
      limit: chosen.map(({ cursor }) => ({ path: `/list?${new URLSearchParams(positionOf(cursor))}` })),
    },
    detail: {
      product: chosen.map(({ node }) => graphqlCall(detailDocument, { slug: node.slug })),
      limit: chosen.map(({ node }) => ({ path: `/detail?slug=${node.slug}` })),
    },
  }
}

type Answer = { data: { practices?: unknown; practice?: unknown } }

/** Speed says something only where both sides give the same answer. */
const checkSame = async (pair: Pair, product: Target, limit: Target): Promise<void> => {
  for (const [i, call] of pair.product.entries()) {
    const bare = pair.limit[i]
    if (!bare) continue
    const { data }: Answer = JSON.parse(await send(product.origin, call))
    deepStrictEqual(data.practices ?? data.practice, JSON.parse(await send(limit.origin, bare)))
  }
}

const compare = async (pair: Pair, product: Target, limit: Target, { options }: World) => {
  await checkSame(pair, product, limit)
  await load(product.origin, pair.product, 1)
  await load(limit.origin, pair.limit, 1)
  const loads: { product: Load[]; limit: Load[] } = { product: [], limit: [] }
  for (let round = 0; round < options.rounds; round++) {
    const runs = [
      async () => loads.product.push(await load(product.origin, pair.product, options.seconds)),
      async () => loads.limit.push(await load(limit.origin, pair.limit, options.seconds)),
    ]
    for (const run of round % 2 === 0 ? runs : runs.reverse()) await run()
  }
  return loads
}

const row = (name: string, { product, limit }: { product: Load[]; limit: Load[] }) => {
  const rate = (loads: Load[]) => median(loads.map((one) => one.perSecond))
  const times = (loads: Load[]) =>
    `${median(loads.map((one) => one.p50))} / ${median(loads.map((one) => one.p99))}`
  const ratios = product.map((one, i) => one.perSecond / (limit[i]?.perSecond ?? Number.NaN))
  return [name, rate(product), times(product), rate(limit), times(limit), median(ratios)]
}

/** Lists and details against one statement that does the same. */
export const measureReading = async (world: World): Promise<Section> => {
  const rows: (string | number)[][] = []
  const on = async (name: string, product: Target, limit: Target) => {
    const { list, detail } = questions(await walk(product))
    rows.push(row(`list of 20, ${name}`, await compare(list, product, limit, world)))
    rows.push(row(`detail, ${name}`, await compare(detail, product, limit, world)))
  }
  if (world.postgres) await on('PostgreSQL', world.postgres.product, world.postgres.bare)
  await on('embedded', world.product, world.inside)
  return {
    title: `Lists and details, ${world.practices.toLocaleString('en')} practices`,
    note: `GraphQL over HTTP against the same answer made by one SQL statement: on PostgreSQL behind bare \`node:http\` with \`pg\` (prepared), embedded through the database package behind Hono. ${connections} connections; medians of ${world.options.rounds} rounds of ${world.options.seconds} s; milliseconds p50 / p99. No answers are cached; parsed documents are. Both sides were checked to give the same JSON. Client, server and database share the cores.`,
    columns: ['', 'Hansa req/s', 'ms', 'limit req/s', 'ms', 'ratio'],
    rows,
  }
}
