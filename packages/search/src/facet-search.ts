import type { FacetCount } from './engine.ts'
import { fold } from './text/fold.ts'
import { tokensOf } from './text/tokenise.ts'

/** The values one of whose words begins with `prefix`, folded. */
export function facetsBeginning(counts: readonly FacetCount[], prefix: string): FacetCount[] {
  const wanted = fold(prefix)
  return counts.filter(
    ({ value }) =>
      fold(value).startsWith(wanted) || tokensOf(value).some((token) => token.term.startsWith(wanted)),
  )
}
