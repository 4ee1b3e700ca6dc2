import type { BaseMap } from './base-map.ts'

type Point = readonly [x: number, y: number]

/** A part of a drawing, enlarged to its whole size: a point at (x, y) moves to ((x − left) · scale, (y − top) · scale). */
export interface CloseUp {
  readonly left: number
  readonly top: number
  readonly scale: number
}

// Beyond this the simplified coasts would show their corners.
const mostScale = 3.2
const margin = 64

/** The part of a map that shows all points with some land around them, in the map's own proportions. */
export function closeUpOf(
  { width, height }: Pick<BaseMap, 'width' | 'height'>,
  points: readonly Point[],
): CloseUp {
  if (points.length === 0) return { left: 0, top: 0, scale: 1 }
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const fitting = Math.min(width / (right - left + 2 * margin), height / (bottom - top + 2 * margin))
  const scale = Math.min(mostScale, Math.max(1, fitting))
  const start = (from: number, to: number, whole: number) =>
    Math.min(whole - whole / scale, Math.max(0, (from + to) / 2 - whole / scale / 2))
  return { left: start(left, right, width), top: start(top, bottom, height), scale }
}
