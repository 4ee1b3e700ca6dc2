import { type LoaderFunctionArgs, data as withHeaders } from '@remix-run/node'
import { loadNear } from '../comparable/near.server.ts'
import {
  CompareCitiesQuery,
  ComparePracticesQuery,
  CompareQuery,
  type ComparisonById,
  type TransferById,
} from './compare.query.ts'

/** As many as fit side by side. */
export const maxCompared = 4

type Context = LoaderFunctionArgs['context']

/**
 * The practices or cities an address names by `id`, in its order. What cannot be compared with the first one is left out
 * and counted, so that no link to a comparison is ever a dead end. Practices are held against the reader's city too.
 */
export async function loadCompare({ context, request }: LoaderFunctionArgs) {
  const asked = [...new Set(new URL(request.url).searchParams.getAll('id').filter((id) => id !== ''))]
  const [{ nodes }, { near, headers }] = await Promise.all([
    asked.length > 0 ? context.execute(CompareQuery, { ids: asked.slice(0, 20) }) : { nodes: [] },
    loadNear(context, request),
  ])
  const found = nodes.filter((node) => node?.__typename === 'Practice' || node?.__typename === 'City')
  const isCities = found[0]?.__typename === 'City'
  const practices = found.filter((node) => node?.__typename === 'Practice').slice(0, maxCompared)
  const cities = found.filter((node) => node?.__typename === 'City').slice(0, maxCompared)
  const ids = (isCities ? cities : practices).map((node) => node?.id ?? '')
  const loaded = {
    locale: context.locale,
    near,
    practices: isCities ? [] : practices,
    cities: isCities ? cities : [],
    comparisons: isCities ? await comparedToFirst(context, ids) : {},
    transfers: isCities || !near.city ? {} : await transferredTo(context, ids, near.city.id),
    leftOut: asked.length - ids.length,
  }
  return withHeaders(loaded, { headers })
}

/** How like the other cities are to the first one, by id. */
async function comparedToFirst(
  context: Context,
  [first, ...others]: readonly string[],
): Promise<ComparisonById> {
  if (first === undefined || others.length === 0) return {}
  const { nodes } = await context.execute(CompareCitiesQuery, { ids: others, with: first })
  return Object.fromEntries(
    nodes.flatMap((node) => (node?.__typename === 'City' ? [[node.id, node.comparison]] : [])),
  )
}

/** What is known of practices in a city, by practice. */
async function transferredTo(context: Context, ids: string[], near: string): Promise<TransferById> {
  const { nodes } = await context.execute(ComparePracticesQuery, { ids, near })
  return Object.fromEntries(
    nodes.flatMap((node) => (node?.__typename === 'Practice' ? [[node.id, node]] : [])),
  )
}
