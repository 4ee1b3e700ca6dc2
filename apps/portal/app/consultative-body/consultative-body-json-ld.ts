import type { JsonLd } from '../entry/entry-json-ld.ts'
import type { ConsultativeBodyPage } from './consultative-body.query.ts'

/** What schema.org can say of a consultative body beyond what every entry has. */
export function consultativeBodyJsonLd(body: ConsultativeBodyPage): JsonLd {
  const { city, country, founded, ended } = body
  const place = city ?? country
  return {
    foundingDate: founded,
    dissolutionDate: ended,
    areaServed: place ? { '@type': city ? 'City' : 'Country', name: place.title.value } : undefined,
  }
}
