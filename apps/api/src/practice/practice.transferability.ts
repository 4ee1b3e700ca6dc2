import type { Practice } from '@hansa/domain/practice'
import { type Check, type CityContext, nothingKnown, transferability } from '@hansa/matching'
import { cityNamed } from '../comparison/comparison.service.ts'
import { namedConceptIds } from '../concept/concept.reader.ts'
import type { Context } from '../context.ts'
import type { EntryRow } from '../entry/entry.types.ts'

type Precondition = Practice['preconditions'][number]

/** The check of one need of a practice; `precondition` is null when it follows from the policy areas and is not stated. */
export type NeedCheck = Check & { type: Precondition['type']; precondition: Precondition | null }

type Broader = ReadonlyMap<string, string | null>

/** The policy area, or else the nearest broader one, that somebody is known to decide on. */
const decidedArea = (city: CityContext, broader: Broader, area: string): string => {
  for (let at: string | null | undefined = area; at; at = broader.get(at)) if (city.competences[at]) return at
  return area
}

/**
 * Checks what a practice needs against what is known of a city: each stated precondition, then the competence for each
 * policy area of the practice that none of them names.
 * @throws InvalidInput naming `city` when there is no such city
 */
export const checksOf = async (
  ctx: Context,
  row: EntryRow<'practice'>,
  idOrSlug: string,
): Promise<NeedCheck[]> => {
  const { id } = await cityNamed(ctx, 'city', idOrSlug)
  const [contexts, areas, concepts] = await Promise.all([
    ctx.loaders.cityContexts(),
    namedConceptIds(ctx, row.id, 'policyAreas'),
    ctx.loaders.conceptsOfScheme.load('policy-area'),
  ])
  const city = contexts.get(id) ?? nothingKnown
  const broader: Broader = new Map(concepts.map((concept) => [concept.id, concept.broader]))
  const check = (need: Pick<Precondition, 'type' | 'policyArea'>, precondition: Precondition | null) => {
    const policyArea = need.policyArea && decidedArea(city, broader, need.policyArea)
    return { ...transferability({ ...need, policyArea }, city), type: need.type, precondition }
  }
  const named = new Set(
    row.preconditions.flatMap(({ type, policyArea }) =>
      type === 'competence' && policyArea ? [policyArea] : [],
    ),
  )
  return [
    ...row.preconditions.map((precondition) => check(precondition, precondition)),
    ...areas
      .filter((policyArea) => !named.has(policyArea))
      .map((policyArea) => check({ type: 'competence', policyArea }, null)),
  ]
}
