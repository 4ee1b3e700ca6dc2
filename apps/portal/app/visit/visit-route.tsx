import { useWords } from '../i18n/use-words.tsx'
import { MapOfResults, type MapPlace } from '../ui/map/map-of-results.tsx'
import type { VisitPage } from './visit.query.ts'

type City = VisitPage['peerCities'][number]

/** Whether the way of the guests can be drawn: the host and at least one guest are cities with a place on the map. */
export function hasRoute({ hostCity, peerCities }: VisitPage): boolean {
  return peerCities.some((city) => city.latitude !== null) && (hostCity?.latitude ?? null) !== null
}

/** The way of the guests to their host, drawn: a line from each guest city to the city it visited. */
export function VisitRoute({ visit: { hostCity, peerCities } }: { readonly visit: VisitPage }) {
  const { t, href } = useWords()
  const placeOf = ({ path, title, latitude, longitude }: City): MapPlace | null =>
    latitude === null || longitude === null
      ? null
      : { name: title.value, href: href(path), count: 1, latitude, longitude }
  const host = hostCity ? placeOf(hostCity) : null
  const guests = peerCities.map(placeOf).filter((place) => place !== null)
  if (!host) return null
  const others = guests.filter((place) => place.href !== host.href)
  return (
    <MapOfResults
      title={t('visit.map')}
      // The host is drawn larger: it is where the lines meet.
      places={[{ ...host, count: 2 }, ...others]}
      routes={others.map((guest) => ({ from: guest, to: host }))}
      countText={(count) => t(count > 1 ? 'visit.hostMark' : 'visit.guest')}
      closeUp
      withList={false}
    />
  )
}
