import type { SummaryItem } from '../ui/summary-list.tsx'
import { type ConceptFilter, ConceptLinks } from './concept-links.tsx'
import type { GivenConcept } from './entry.fields.ts'
import { StatedFacts } from './entry-facts.tsx'

export interface Subject {
  readonly term: string
  readonly concepts: readonly GivenConcept[]
  readonly filter?: ConceptFilter
}

/** What an entry is filed under; each word leads to everything else that is. */
export function EntrySubjects({ subjects }: { readonly subjects: readonly Subject[] }) {
  const items: readonly SummaryItem[] = subjects
    .filter(({ concepts }) => concepts.length > 0)
    .map(({ term, ...rest }) => ({ term, detail: <ConceptLinks {...rest} /> }))
  return <StatedFacts items={items} />
}
