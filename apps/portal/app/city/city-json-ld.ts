import type { JsonLd } from '../entry/entry-json-ld.ts'
import type { CityPage } from './city.query.ts'

/** What schema.org can say of a city or other local authority beyond what every entry has. */
export function cityJsonLd(city: CityPage): JsonLd {
  const { title, type, latitude, longitude, country, geonamesId, website } = city
  const names = new Set(title.translations.map(({ value }) => value).filter((name) => name !== title.value))
  const sameAs = [geonamesId ? `https://sws.geonames.org/${geonamesId}/` : null, website]
  return {
    '@type': type === 'MUNICIPALITY' ? 'City' : 'AdministrativeArea',
    alternateName: [...names],
    geo:
      latitude === null || longitude === null
        ? undefined
        : { '@type': 'GeoCoordinates', latitude, longitude },
    containedInPlace: country
      ? { '@type': 'Country', name: country.title.value, identifier: country.code }
      : undefined,
    sameAs: sameAs.filter((address) => address !== null),
  }
}
