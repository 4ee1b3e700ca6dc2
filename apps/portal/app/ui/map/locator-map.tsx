import { baseMap, extentOf, type LonLat } from './base-map.ts'

export interface LocatorMapProps {
  /** What the drawing says: "Where Ghent lies". */
  readonly title: string
  readonly place: LonLat
}

/** Where one place lies: a small drawing beside its name. The words around it say the same. */
export function LocatorMap({ title, place }: LocatorMapProps) {
  const map = baseMap(extentOf([place]))
  const point = map.project(place.longitude, place.latitude)
  if (!point) return null
  const [x, y] = point
  return (
    <svg className="locator-map" viewBox={`0 0 ${map.width} ${map.height}`} role="img" aria-label={title}>
      <path className="map-land" d={map.land} />
      <path className="map-borders" d={map.borders} />
      <circle className="locator-ring" cx={x.toFixed(1)} cy={y.toFixed(1)} r="34" />
      <circle className="locator-point" cx={x.toFixed(1)} cy={y.toFixed(1)} r="12" />
    </svg>
  )
}
