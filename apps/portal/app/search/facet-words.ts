import type { WordKey } from '../i18n/catalogue.ts'
import type { FilterName } from './search-params.ts'

/** What a filter is called. */
export const filterWords = {
  kind: 'search.kind',
  policyArea: 'search.policyArea',
  country: 'search.country',
  citySize: 'search.citySize',
  targetGroup: 'search.targetGroup',
  evidence: 'search.evidence',
  stage: 'search.stage',
  measureType: 'search.measureType',
  governanceLevel: 'search.governanceLevel',
  governanceDimension: 'search.governanceDimension',
  network: 'search.network',
  city: 'search.city',
  freshness: 'search.freshness',
  language: 'search.language',
  year: 'search.year',
} as const satisfies Record<FilterName, WordKey>

/** Words for values that are the same on every instance; all other values are data and bring their own label. */
export const valueWords: Readonly<Partial<Record<FilterName, Readonly<Record<string, WordKey>>>>> = {
  kind: {
    practice: 'state.kindPractice',
    city: 'state.kindCity',
    country: 'state.kindCountry',
    organisation: 'state.kindOrganisation',
    network: 'state.kindNetwork',
    framework: 'state.kindFramework',
    component: 'state.kindComponent',
    project: 'state.kindProject',
    visit: 'state.kindVisit',
    event: 'state.kindEvent',
    resource: 'state.kindResource',
    'consultative-body': 'state.kindConsultativeBody',
  },
  citySize: {
    village: 'search.sizeVillage',
    small: 'search.sizeSmall',
    medium: 'search.sizeMedium',
    large: 'search.sizeLarge',
    'very-large': 'search.sizeVeryLarge',
    giant: 'search.sizeGiant',
  },
  evidence: {
    0: 'state.evidence0',
    1: 'state.evidence1',
    2: 'state.evidence2',
    3: 'state.evidence3',
    4: 'state.evidence4',
    5: 'state.evidence5',
  },
  stage: {
    idea: 'state.idea',
    pilot: 'state.pilot',
    running: 'state.running',
    scaled: 'state.scaled',
    ended: 'state.ended',
    failed: 'state.failed',
  },
  freshness: {
    confirmed: 'state.confirmed',
    due: 'state.due',
    overdue: 'state.overdue',
    unconfirmed: 'state.unconfirmed',
  },
}

// Scales are read from one end to the other; everything else stands by how often it occurs.
const scales: Readonly<Partial<Record<FilterName, readonly string[]>>> = {
  citySize: ['village', 'small', 'medium', 'large', 'very-large', 'giant'],
  evidence: ['5', '4', '3', '2', '1', '0'],
  stage: ['idea', 'pilot', 'running', 'scaled', 'ended', 'failed'],
  freshness: ['confirmed', 'due', 'overdue', 'unconfirmed'],
}

/** The values of a filter in the order in which they are offered. */
export function inOrder<V extends { readonly value: string }>(
  name: FilterName,
  values: readonly V[],
): readonly V[] {
  const scale = scales[name]
  if (name === 'year') return values.toSorted((a, b) => Number(b.value) - Number(a.value))
  return scale ? values.toSorted((a, b) => scale.indexOf(a.value) - scale.indexOf(b.value)) : values
}
