import { Fragment } from 'react'
import { useWords } from '../i18n/use-words.tsx'
import type { GivenConcept } from './entry.fields.ts'
import { langOf } from './text.ts'

/** Filters of the search that a concept can be the value of. */
export type ConceptFilter =
  | 'policyArea'
  | 'targetGroup'
  | 'measureType'
  | 'governanceLevel'
  | 'governanceDimension'

export interface ConceptLinksProps {
  readonly concepts: readonly GivenConcept[]
  /** What they are: policy areas lead to their pages, the others to the search with this filter. None: plain words. */
  readonly filter?: ConceptFilter
}

/** Concepts of a vocabulary in one line, each leading to everything else that names it. */
export function ConceptLinks({ concepts, filter }: ConceptLinksProps) {
  const { locale, href } = useWords()
  return (
    <>
      {concepts.map(({ id, key, label }, index) => (
        <Fragment key={id}>
          {index > 0 ? <span aria-hidden="true"> · </span> : null}
          {filter ? (
            <a href={href(conceptPath(filter, key))} lang={langOf(locale, label)}>
              {label.value}
            </a>
          ) : (
            <span lang={langOf(locale, label)}>{label.value}</span>
          )}
        </Fragment>
      ))}
    </>
  )
}

/** Where a concept leads: `/policy-areas/housing`, `/search?targetGroup=women`. */
export function conceptPath(filter: ConceptFilter, key: string): string {
  return filter === 'policyArea'
    ? `/policy-areas/${encodeURIComponent(key)}`
    : `/search?${new URLSearchParams({ [filter]: key })}`
}
