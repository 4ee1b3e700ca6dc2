import type { JsonLd } from '../entry/entry-json-ld.ts'
import type { ProjectPage } from './project.fields.ts'

/** What schema.org can say about a project, which it takes for a kind of organisation, beyond what every entry has. */
export function projectJsonLd(project: ProjectPage): JsonLd {
  const { website, start, end, leadOrganisation, partners, cities, countries } = project
  const organisation = (name: string) => ({ '@type': 'Organization', name })
  return {
    sameAs: website,
    foundingDate: start,
    dissolutionDate: end,
    parentOrganization: leadOrganisation ? organisation(leadOrganisation.title.value) : undefined,
    member: partners.map((partner) => organisation(partner.organisation.title.value)),
    areaServed: [
      ...cities.map(({ title }) => ({ '@type': 'City', name: title.value })),
      ...countries.map(({ title }) => ({ '@type': 'Country', name: title.value })),
    ],
  }
}
