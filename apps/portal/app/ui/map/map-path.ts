import { type GeoPermissibleObjects, type GeoProjection, geoStream } from 'd3-geo'

type Point = readonly [x: number, y: number]

export interface PathOptions {
  /** How far, in units of the drawing, a simplified line may lie from the true one. */
  readonly tolerance: number
  /** Closed shapes with a smaller area (square units) are left out. */
  readonly smallest: number
}

/**
 * Draws a geometry as a compact SVG path: projected, simplified (Ramer–Douglas–Peucker) and written as whole-number
 * steps from point to point, which is a fraction of what d3's own path writer needs.
 */
export function mapPath(
  projection: GeoProjection,
  object: GeoPermissibleObjects,
  options: PathOptions,
): string {
  return lines(projection, object)
    .filter(({ points, closed }) => !closed || Math.abs(area(points)) >= options.smallest)
    .map(({ points, closed }) => written(simplified(points, options.tolerance), closed))
    .join('')
}

interface Line {
  readonly points: Point[]
  readonly closed: boolean
}

function lines(projection: GeoProjection, object: GeoPermissibleObjects): readonly Line[] {
  const all: Line[] = []
  let points: Point[] = []
  let inPolygon = false
  geoStream(
    object,
    projection.stream({
      point: (x, y) => void points.push([x, y]),
      lineStart: () => {
        points = []
      },
      lineEnd: () => void all.push({ points, closed: inPolygon }),
      polygonStart: () => {
        inPolygon = true
      },
      polygonEnd: () => {
        inPolygon = false
      },
    }),
  )
  return all
}

function area(points: readonly Point[]): number {
  return points.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = points[(i + 1) % points.length] ?? [x, y]
    return sum + (x * nextY - nextX * y) / 2
  }, 0)
}

/** Ramer–Douglas–Peucker: keeps the ends, and of what lies between only what bends the line noticeably. */
function simplified(points: readonly Point[], tolerance: number): readonly Point[] {
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last || points.length < 3) return points
  let farthest = 0
  let distance = 0
  for (const [index, point] of points.entries()) {
    const d = distanceToLine(point, first, last)
    if (d > distance) {
      farthest = index
      distance = d
    }
  }
  if (distance <= tolerance) return [first, last]
  const head = simplified(points.slice(0, farthest + 1), tolerance)
  return [...head.slice(0, -1), ...simplified(points.slice(farthest), tolerance)]
}

function distanceToLine([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const length = Math.hypot(bx - ax, by - ay)
  // Rings begin where they end: there the line is a point.
  if (length === 0) return Math.hypot(x - ax, y - ay)
  return Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length
}

function written(points: readonly Point[], closed: boolean): string {
  let [penX, penY] = [0, 0]
  let path = ''
  for (const [index, [x, y]] of points.entries()) {
    const [stepX, stepY] = [Math.round(x) - penX, Math.round(y) - penY]
    if (index > 0 && stepX === 0 && stepY === 0) continue
    const start = index === 0 ? `M${stepX}` : index === 1 ? `l${stepX}` : signed(stepX)
    path += `${start}${signed(stepY)}`
    penX += stepX
    penY += stepY
  }
  return closed ? `${path}z` : path
}

/** A minus sign parts two numbers as well as a space does. */
function signed(value: number): string {
  return value < 0 ? String(value) : ` ${value}`
}
