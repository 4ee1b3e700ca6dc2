import type { LoaderFunctionArgs } from '@remix-run/node'
import { CompareCitiesQuery, CompareQuery, type ComparisonById } from './compare.query.ts'

/** As many as fit side by side. */
export const maxCompared = 4

/**
 * The practices or cities an address names by `id`, in its order. What cannot be compared with the first one is left out
 * and counted, so that no link to a comparison is ever a dead end.
 */
export async function loadCompare({ context, request }: LoaderFunctionArgs) {
  const asked = [...new Set(new URL(request.url).searchParams.getAll('id').filter((id) => id !== ''))]
  const { nodes } =
    asked.length > 0 ? await context.execute(CompareQuery, { ids: asked.slice(0, 20) }) : { nodes: [] }
  const found = nodes.filter((node) => node?.__typename === 'Practice' || node?.__typename === 'City')
  const practices = found.filter((node) => node?.__typename === 'Practice').slice(0, maxCompared)
  const cities = found.filter((node) => node?.__typename === 'City').slice(0, maxCompared)
  const isCities = found[0]?.__typename === 'City'
  const compared = isCities ? cities : practices
  const comparisons = isCities
    ? await comparedToFirst(
        context,
        cities.map((city) => city?.id ?? ''),
      )
    : {}
  return {
    locale: context.locale,
    practices: isCities ? [] : practices,
    cities: isCities ? cities : [],
    comparisons,
    leftOut: asked.length - compared.length,
  }
}

/** How like the other cities are to the first one, by id. */
async function comparedToFirst(
  context: LoaderFunctionArgs['context'],
  [first, ...others]: readonly string[],
): Promise<ComparisonById> {
  if (first === undefined || others.length === 0) return {}
  const { nodes } = await context.execute(CompareCitiesQuery, { ids: others, with: first })
  return Object.fromEntries(
    nodes.flatMap((node) => (node?.__typename === 'City' ? [[node.id, node.comparison]] : [])),
  )
}
