import type { JsonLd } from '../entry/entry-json-ld.ts'
import type { VisitPage } from './visit.query.ts'

/** What schema.org can say of a visit beyond what every entry has: it is an event in the past. */
export function visitJsonLd({ start, end, hostCity, hostCountry, network, peerCities }: VisitPage): JsonLd {
  const place = hostCity ?? hostCountry
  return {
    startDate: start,
    endDate: end,
    location: place ? { '@type': 'Place', name: place.title.value } : undefined,
    organizer: network ? { '@type': 'Organization', name: network.title.value } : undefined,
    attendee: peerCities.map((city) => ({ '@type': 'Organization', name: city.title.value })),
  }
}
