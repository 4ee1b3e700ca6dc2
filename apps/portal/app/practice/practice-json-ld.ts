import type { JsonLd } from '../entry/entry-json-ld.ts'
import type { PracticePage } from './practice.fields.ts'

type Described = Pick<
  PracticePage,
  | 'title'
  | 'strapline'
  | 'policyAreas'
  | 'targetGroups'
  | 'city'
  | 'country'
  | 'territory'
  | 'leadOrganisation'
  | 'start'
  | 'end'
>

/** What schema.org can say about a practice beyond what every entry has. */
export function practiceJsonLd(practice: Described): JsonLd {
  const { title, strapline, policyAreas, targetGroups, leadOrganisation, start, end } = practice
  return {
    headline: title.value,
    abstract: strapline?.value,
    about: policyAreas.map(({ label }) => ({ '@type': 'DefinedTerm', name: label.value })),
    audience: targetGroups.map(({ label }) => ({ '@type': 'Audience', audienceType: label.value })),
    contentLocation: place(practice),
    temporalCoverage: start ? `${start}/${end ?? '..'}` : undefined,
    sourceOrganization: leadOrganisation
      ? { '@type': 'Organization', name: leadOrganisation.title.value }
      : undefined,
  }
}

function place({ city, country, territory }: Described): JsonLd | undefined {
  const inCountry = country ? { '@type': 'Country', name: country.title.value } : undefined
  if (city)
    return {
      '@type': 'City',
      name: city.title.value,
      ...(inCountry ? { containedInPlace: inCountry } : {}),
      ...(city.latitude !== null && city.longitude !== null
        ? { geo: { '@type': 'GeoCoordinates', latitude: city.latitude, longitude: city.longitude } }
        : {}),
    }
  return territory ? { '@type': 'Place', name: territory } : inCountry
}
