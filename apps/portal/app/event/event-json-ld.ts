import type { JsonLd } from '../entry/entry-json-ld.ts'
import type { EventPage } from './event.query.ts'

/** What schema.org can say of an event beyond what every entry has. */
export function eventJsonLd({ start, end, venue, city, organiser, network, website }: EventPage): JsonLd {
  const host = organiser ?? network
  const place = venue ?? city?.title.value
  return {
    startDate: start,
    endDate: end,
    location: place ? { '@type': 'Place', name: place, address: city?.title.value } : undefined,
    organizer: host ? { '@type': 'Organization', name: host.title.value } : undefined,
    sameAs: website,
  }
}
