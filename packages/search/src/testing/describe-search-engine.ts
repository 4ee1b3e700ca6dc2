import { describe } from 'vitest'
import { describeDifferential } from './differential.ts'
import { describeFacets } from './facets.ts'
import { describeFilters } from './filters.ts'
import type { OpenEngine } from './fixtures.ts'
import { describeFolding } from './folding.ts'
import { describeGeo } from './geo.ts'
import { describeIndexing } from './indexing.ts'
import { describeLanguages } from './languages.ts'
import { describeMatching } from './matching.ts'
import { describeRanking } from './ranking.ts'
import { describeRobustness } from './robustness.ts'
import { describeSorting } from './sorting.ts'
import { describeTypos } from './typos.ts'

/**
 * What every search engine must do, as tests.
 *
 * @param name how the tests are titled
 * @param open opens an engine with an empty index of its own, not configured yet
 * @param share of the usual number of random worlds and texts, for an engine that takes its time
 */
export function describeSearchEngine(name: string, open: OpenEngine, share = 1): void {
  describe(name, () => {
    describeIndexing(open)
    describeFolding(open)
    describeMatching(open)
    describeTypos(open)
    describeRanking(open)
    describeFilters(open)
    describeFacets(open)
    describeSorting(open)
    describeGeo(open)
    describeLanguages(open)
    describeRobustness(open, share)
    describeDifferential(open, share)
  })
}
