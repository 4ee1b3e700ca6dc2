import type { IndexSchema, SearchDoc } from '@hansa/search'

/** What the index of the registry holds. Raise `version` when the meaning of a field changes. */
export const searchSchema = {
  name: 'entries',
  version: 3,
  attributes: ['title', 'names', 'concepts', 'identifiers', 'summary', 'body', 'stems'],
  hidden: ['stems'],
  facets: [
    'policyArea',
    'country',
    'city',
    'citySize',
    'targetGroup',
    'measureType',
    'governanceLevel',
    'governanceDimension',
    'network',
    'stage',
    'evidence',
    'freshness',
    'coverage',
    'language',
    'year',
  ],
  numbers: ['year', 'population', 'updatedAt', 'evidence'],
  texts: ['title'],
} as const satisfies IndexSchema

export type EntryDocument = SearchDoc<typeof searchSchema>
export type EntryFacet = keyof EntryDocument['facets']

/** Facets filled by the concepts an entry names, whatever field names them. */
export const facetOfScheme: Readonly<Record<string, EntryFacet>> = {
  'policy-area': 'policyArea',
  'target-group': 'targetGroup',
  'measure-type': 'measureType',
  'governance-level': 'governanceLevel',
  'governance-dimension': 'governanceDimension',
}
