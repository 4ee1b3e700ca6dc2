import { graphqlCall, send } from '../measure/http.ts'
import { interleave } from '../measure/interleave.ts'
import { median, quantile } from '../measure/stats.ts'
import type { Section } from '../report.ts'
import type { World } from './world.ts'

/** A search in the name of a city. */
type Asked = { id: string; text: string }

const cityFields = 'id path population title { value language }'

const documents = {
  similar: `query Similar($id: ID!) { city(id: $id) { similarCities(first: 5) { city { ${cityFields} } features { name distance } } } }`,
  read: `query Read($id: ID!) { city(id: $id) { ${cityFields} } cities(first: 5) { nodes { ${cityFields} } } }`,
  comparable:
    'query Comparable($id: ID!, $text: String) { search(text: $text, comparableTo: $id, first: 20) { totalCount nodes { id path title { value language } } } }',
  plain:
    'query Plain($text: String) { search(text: $text, first: 20) { totalCount nodes { id path title { value language } } } }',
}

const cityIds = async ({ product, options }: World): Promise<string[]> => {
  const query = 'query($first: Int!) { cities(first: $first) { nodes { id } } }'
  const call = graphqlCall(query, { first: Math.min(100, options.queries) })
  const answer: { data: { cities: { nodes: { id: string }[] } } } = JSON.parse(
    await send(product.origin, call),
  )
  return answer.data.cities.nodes.map(({ id }) => id)
}

const inside =
  ({ inside }: World, query: string, variablesOf: (asked: Asked) => object) =>
  async (asked: Asked): Promise<number> => {
    const body = JSON.stringify({ query, variables: variablesOf(asked) })
    const answer: { ms: number } = JSON.parse(
      await send(inside.origin, { path: '/graphql', method: 'POST', body }),
    )
    return answer.ms
  }

/** What comparing cities adds: to reading a city and five others, and to a search. */
export const measureSimilarity = async (world: World): Promise<Section> => {
  const texts = world.queries['one word'].map(({ text }) => text)
  const asked = (await cityIds(world)).map((id, i) => ({ id, text: texts[i % texts.length] ?? '' }))
  const levels = {
    similar: inside(world, documents.similar, ({ id }) => ({ id })),
    read: inside(world, documents.read, ({ id }) => ({ id })),
    comparable: inside(world, documents.comparable, ({ id, text }) => ({ id, text })),
    plain: inside(world, documents.plain, ({ text }) => ({ text })),
  }
  await interleave(levels, asked.slice(0, 10), 1)
  const values = await interleave(levels, asked, world.options.rounds)
  const cell = (one: readonly number[]) => `${median(one).toFixed(1)} / ${quantile(one, 0.99).toFixed(1)}`
  const row = (name: string, product: readonly number[], limit: readonly number[]) => [
    name,
    cell(product),
    cell(limit),
    median(product) - median(limit),
  ]
  return {
    title: `Comparing cities, ${world.options.cities.toLocaleString('en')} generated cities beside those of the seed, ${world.practices.toLocaleString('en')} practices`,
    note: 'Milliseconds in process, p50 / p99, one request at a time, embedded database. "Without": a city and five others are read; the same search is not compared.',
    columns: ['', 'compared', 'without', 'adds ms'],
    rows: [
      row('the five most similar cities', values.similar, values.read),
      row('search, one word, comparable to a city', values.comparable, values.plain),
    ],
  }
}
