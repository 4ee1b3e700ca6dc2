import type { FacetName, FilterName } from './search-filter.ts'

/** The concept scheme whose keys are the values of a facet. */
export const conceptSchemeOf: { readonly [F in FilterName]?: string } = {
  policyArea: 'policy-area',
  targetGroup: 'target-group',
  measureType: 'measure-type',
  governanceLevel: 'governance-level',
  governanceDimension: 'governance-dimension',
}

/** What facets are called in English. */
export const facetLabels: Readonly<Record<FacetName, string>> = {
  kind: 'Kind',
  policyArea: 'Policy area',
  country: 'Country',
  citySize: 'City size',
  targetGroup: 'Target group',
  measureType: 'Type of measure',
  governanceLevel: 'Level of government',
  governanceDimension: 'Dimension of governance',
  network: 'Network',
  stage: 'Stage',
  evidence: 'Evidence',
  freshness: 'Freshness',
  language: 'Language',
  year: 'Year',
}

/** What values that are no data are called in English; the portal has its own words for them. */
export const enumLabels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kind: {
    practice: 'Practice',
    city: 'City',
    country: 'Country',
    organisation: 'Organisation',
    network: 'Network',
    framework: 'Framework',
    component: 'Component',
    project: 'Project',
    visit: 'Visit',
    event: 'Event',
    resource: 'Resource',
    'consultative-body': 'Consultative body',
  },
  citySize: {
    village: 'Below 20,000 people',
    small: '20,000 to 49,999 people',
    medium: '50,000 to 199,999 people',
    large: '200,000 to 499,999 people',
    'very-large': '500,000 to 1,499,999 people',
    giant: '1,500,000 people and more',
  },
  stage: {
    idea: 'Idea',
    pilot: 'Pilot',
    running: 'Running',
    scaled: 'Scaled',
    ended: 'Ended',
    failed: 'Failed',
  },
  evidence: {
    0: 'None stated',
    1: 'Plausible account',
    2: 'Change measured',
    3: 'Compared with a counterfactual',
    4: 'Replicated',
    5: 'Replicated and scaled, with independent evaluation',
  },
  freshness: {
    confirmed: 'Confirmed',
    due: 'To be confirmed soon',
    overdue: 'Overdue for confirmation',
    unconfirmed: 'Not confirmed yet',
  },
}
