import type { JsonLd } from '../entry/entry-json-ld.ts'
import type { CountryPage } from './country.query.ts'

/** What schema.org can say of a country beyond what every entry has. */
export function countryJsonLd({ title, code, latitude, longitude, identifiers }: CountryPage): JsonLd {
  const names = new Set(title.translations.map(({ value }) => value).filter((name) => name !== title.value))
  const wikidata = identifiers.find(({ scheme }) => scheme === 'wikidata')?.value
  return {
    alternateName: [...names],
    geo:
      latitude === null || longitude === null
        ? undefined
        : { '@type': 'GeoCoordinates', latitude, longitude, addressCountry: code },
    sameAs: wikidata ? `https://www.wikidata.org/wiki/${wikidata}` : undefined,
  }
}
