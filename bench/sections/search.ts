import { graphqlCall, send } from '../measure/http.ts'
import { interleave, timed } from '../measure/interleave.ts'
import { median, quantile } from '../measure/stats.ts'
import type { Section } from '../report.ts'
import { hitsDocument, pageDocument, pageFacets } from '../targets/search-document.ts'
import { type Query, queryClasses } from '../world/queries.ts'
import type { World } from './world.ts'

/** Address of the search page for a query. */
export const pagePath = ({ text, filter }: Query): string => {
  const params = new URLSearchParams({ q: text })
  for (const [name, values] of Object.entries(filter)) for (const value of values) params.append(name, value)
  return `/search?${params}`
}

/** A cookie the portal does not know: such a page may be somebody's own, so it is made anew each time. */
export const madeAnew = { Cookie: 'bench=anew' }

/** Lets the process of the parts measure something itself; gives its milliseconds. */
const measuredInside = async ({ inside }: World, path: string, body: object): Promise<number> => {
  const answer: { ms: number } = JSON.parse(
    await send(inside.origin, { path, method: 'POST', body: JSON.stringify(body) }),
  )
  return answer.ms
}

const levelsOf = (world: World) => {
  const engineRequest = ({ text, selected }: Query) => ({
    text,
    selected,
    filter: { all: [] },
    facets: pageFacets,
    limit: 20,
    languages: ['en'],
  })
  const variables = ({ text, filter }: Query) => ({ text, filter })
  const inside = (path: string, body: (query: Query) => object) => (query: Query) =>
    measuredInside(world, path, body(query))
  return {
    engineHits: inside('/engine/hits', engineRequest),
    graphqlHits: inside('/graphql', (query) => ({ query: hitsDocument, variables: variables(query) })),
    enginePage: inside('/engine/page', engineRequest),
    graphqlPage: inside('/graphql', (query) => ({ query: pageDocument, variables: variables(query) })),
    overHttp: (query: Query) =>
      timed(() => send(world.product.origin, graphqlCall(pageDocument, variables(query)))),
    page: (query: Query) =>
      timed(() => send(world.product.origin, { path: pagePath(query), headers: madeAnew })),
  }
}

/** From the engine to the page: what each layer adds to a search. */
export const measureSearch = async (world: World): Promise<Section> => {
  const levels = levelsOf(world)
  const rows: (string | number)[][] = []
  for (const name of queryClasses) {
    const queries = world.queries[name]
    // The first runs compile code; they are nobody's everyday.
    await interleave(levels, queries.slice(0, 10), 1)
    const values = await interleave(levels, queries, world.options.rounds)
    const cells = Object.values(values).map(
      (one) => `${median(one).toFixed(2)} / ${quantile(one, 0.99).toFixed(1)}`,
    )
    const added = median(values.graphqlHits) - median(values.engineHits)
    rows.push([name, ...cells, added, median(values.graphqlPage) / median(values.enginePage)])
  }
  return {
    title: `Search, ${world.practices.toLocaleString('en')} practices (embedded database)`,
    note: 'Milliseconds, p50 / p99, one request at a time. "hits": 20 hits with title and snippet. "page": 20 hits as the search page asks for them with 14 facets and the points of the map. "engine" is the package `search` alone, called in its own process; the p99 is of few samples and mostly shows the neighbours on the machine.',
    columns: [
      'query',
      'engine, hits',
      'GraphQL, hits',
      'engine, page',
      'GraphQL, page',
      'GraphQL over HTTP',
      'search page',
      'hits: GraphQL adds ms',
      'page: GraphQL / engine',
    ],
    rows,
  }
}
