import type { JsonLd } from '../entry/entry-json-ld.ts'
import type { OrganisationPage } from './organisation.fields.ts'

/** What schema.org can say about an organisation beyond what every entry has. */
export function organisationJsonLd({
  website,
  city,
  country,
}: Pick<OrganisationPage, 'website' | 'city' | 'country'>): JsonLd {
  const address = {
    '@type': 'PostalAddress',
    ...(city ? { addressLocality: city.title.value } : {}),
    ...(country ? { addressCountry: country.code } : {}),
  }
  return { sameAs: website, address: city || country ? address : undefined }
}
