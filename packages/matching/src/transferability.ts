import type { CompetenceHolder } from '@hansa/domain/figure'
import type { Practice } from '@hansa/domain/practice'
import type { CityContext, Stated } from './city-context.ts'

/** Whether a place has what a practice needs: it has, could have it with some change, cannot, or nobody can tell. */
export const verdicts = ['met', 'adaptable', 'blocking', 'unknown'] as const
export type Verdict = (typeof verdicts)[number]

type Precondition = Practice['preconditions'][number]

/** What would have to be known to tell. */
export type MissingFact =
  | 'population'
  | 'population-bounds'
  | 'policy-area'
  | 'competence'
  | 'budget'
  | 'partners'
  | 'staff'
  | 'infrastructure'
  | 'law'

/** The facts of the city a verdict stands on; null is what is not known. */
export type Fact = {
  readonly population: Stated | null
  readonly policyArea: string | null
  readonly holder: CompetenceHolder | null
}

export type Check = {
  readonly verdict: Verdict
  readonly fact: Fact
  readonly missing: readonly MissingFact[]
}

/** The parts of a precondition that can be checked. */
export type Checkable = Pick<Precondition, 'type'> &
  Partial<Pick<Precondition, 'policyArea' | 'minimumPopulation' | 'maximumPopulation'>>

// Within this factor of a bound a practice is usually cut to size rather than given up.
const reachable = 2

/**
 * Checks one precondition of a practice against what is known of a city. Population: met within the bounds, adaptable up
 * to twice or down to half of them, blocking beyond. Competence: met where municipalities decide, adaptable where they
 * share it or the region has it, blocking where the state does. Money, partners, staff, infrastructure and law are not
 * part of a city's profile: unknown, with what is missing.
 */
export const transferability = (precondition: Checkable, city: CityContext): Check => {
  switch (precondition.type) {
    case 'population':
      return ofPopulation(precondition, city)
    case 'competence':
      return ofCompetence(precondition, city)
    case 'legal':
      // Who decides tells whom to ask, not what the law says.
      return { ...unknown(['law']), fact: holding(precondition, city) }
    case 'budget':
      return unknown(['budget'])
    case 'partner-type':
      return unknown(['partners'])
    case 'staff':
      return unknown(['staff'])
    case 'infrastructure':
      return unknown(['infrastructure'])
  }
}

const nothing: Fact = { population: null, policyArea: null, holder: null }

const unknown = (missing: MissingFact[], fact: Fact = nothing): Check => ({
  verdict: 'unknown',
  fact,
  missing,
})

const ofPopulation = (precondition: Checkable, { population }: CityContext): Check => {
  const { minimumPopulation: least, maximumPopulation: most } = precondition
  const fact = { ...nothing, population }
  const missing: MissingFact[] = [
    ...(least == null && most == null ? (['population-bounds'] as const) : []),
    ...(population ? [] : (['population'] as const)),
  ]
  if (!population || missing.length > 0) return unknown(missing, fact)
  const isWithin = (factor: number) =>
    population.value * factor >= (least ?? 0) &&
    population.value <= (most ?? Number.POSITIVE_INFINITY) * factor
  return { verdict: isWithin(1) ? 'met' : isWithin(reachable) ? 'adaptable' : 'blocking', fact, missing: [] }
}

const holding = ({ policyArea }: Checkable, { competences }: CityContext): Fact => ({
  ...nothing,
  policyArea: policyArea ?? null,
  holder: (policyArea && competences[policyArea]) || null,
})

const byHolder: Readonly<Record<CompetenceHolder, Verdict>> = {
  local: 'met',
  shared: 'adaptable',
  regional: 'adaptable',
  national: 'blocking',
}

const ofCompetence = (precondition: Checkable, city: CityContext): Check => {
  const fact = holding(precondition, city)
  if (!fact.policyArea) return unknown(['policy-area'], fact)
  return fact.holder ? { verdict: byHolder[fact.holder], fact, missing: [] } : unknown(['competence'], fact)
}
