export interface Mark {
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly label: string
}

export interface PlacedLabel {
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'end'
  readonly label: string
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const letterWidth = 7.4
const lineHeight = 16

/**
 * Writes labels beside marks, the first ones first, right or left, and leaves out those that would cover a mark or
 * another label. `limit` is how many may be written at most.
 */
export function placeLabels(marks: readonly Mark[], width: number, limit: number): readonly PlacedLabel[] {
  const taken: Box[] = marks.map(({ x, y, radius: r }) => ({
    left: x - r,
    right: x + r,
    top: y - r,
    bottom: y + r,
  }))
  const placed: PlacedLabel[] = []
  for (const mark of marks) {
    if (placed.length >= limit) break
    for (const anchor of ['start', 'end'] as const) {
      const box = boxOf(mark, anchor)
      if (box.left < 0 || box.right > width || taken.some((other) => overlap(box, other))) continue
      taken.push(box)
      placed.push({
        x: anchor === 'start' ? box.left : box.right,
        y: mark.y + 4.5,
        anchor,
        label: mark.label,
      })
      break
    }
  }
  return placed
}

function boxOf({ x, y, radius, label }: Mark, anchor: 'start' | 'end'): Box {
  const length = label.length * letterWidth
  const left = anchor === 'start' ? x + radius + 3 : x - radius - 3 - length
  return { left, right: left + length, top: y - lineHeight / 2, bottom: y + lineHeight / 2 }
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
