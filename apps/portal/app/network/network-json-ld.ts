import type { JsonLd } from '../entry/entry-json-ld.ts'
import type { NetworkPage } from './network.query.ts'

/** What schema.org can say of a network beyond what every entry has. */
export function networkJsonLd(network: NetworkPage): JsonLd {
  const { acronym, alternativeNames, founded, ended, website, parent, country, members } = network
  const lasting = members.filter(({ until }) => until === null)
  return {
    alternateName: [...(acronym ? [acronym] : []), ...alternativeNames],
    foundingDate: founded,
    dissolutionDate: ended,
    sameAs: website,
    parentOrganization: parent ? { '@type': 'Organization', name: parent.title.value } : undefined,
    areaServed: country ? { '@type': 'Country', name: country.title.value } : undefined,
    member: lasting.map(({ member }) => ({
      '@type': member.__typename === 'City' ? 'City' : 'Organization',
      name: member.title.value,
    })),
  }
}
