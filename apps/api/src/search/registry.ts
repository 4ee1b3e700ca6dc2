import type { Kind } from '@hansa/domain/kind'
import { citySearch } from '../city/city.search.ts'
import { componentSearch } from '../component/component.search.ts'
import { consultativeBodySearch } from '../consultative-body/consultative-body.search.ts'
import { countrySearch } from '../country/country.search.ts'
import { eventSearch } from '../event/event.search.ts'
import { frameworkSearch } from '../framework/framework.search.ts'
import { networkSearch } from '../network/network.search.ts'
import { organisationSearch } from '../organisation/organisation.search.ts'
import { practiceSearch } from '../practice/practice.search.ts'
import { projectSearch } from '../project/project.search.ts'
import { resourceSearch } from '../resource/resource.search.ts'
import { visitSearch } from '../visit/visit.search.ts'
import type { KindSearch } from './kind-search.ts'

/** How each kind is found. */
export const kindSearches: { readonly [K in Kind]: KindSearch<K> } = {
  practice: practiceSearch,
  city: citySearch,
  country: countrySearch,
  organisation: organisationSearch,
  network: networkSearch,
  framework: frameworkSearch,
  component: componentSearch,
  project: projectSearch,
  visit: visitSearch,
  event: eventSearch,
  resource: resourceSearch,
  'consultative-body': consultativeBodySearch,
}
