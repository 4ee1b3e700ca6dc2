import type { GeoPoint } from './engine.ts'

const EARTH_RADIUS = 6_371_008.8
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Great-circle distance in whole metres (haversine on the mean Earth radius of IUGG). */
export function distanceBetween(a: GeoPoint, b: GeoPoint): number {
  const dLat = radians(b.lat - a.lat) / 2
  const dLng = radians(b.lng - a.lng) / 2
  const h = Math.sin(dLat) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(dLng) ** 2
  return Math.round(2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(h))))
}

export type GeoBox = { south: number; west: number; north: number; east: number }

/** True when a point lies in a box, borders included; a box with west > east crosses the antimeridian. */
export function isInBox(point: GeoPoint, box: GeoBox): boolean {
  if (point.lat < box.south || point.lat > box.north) return false
  const fromWest = point.lng >= box.west
  const toEast = point.lng <= box.east
  return box.west <= box.east ? fromWest && toEast : fromWest || toEast
}
