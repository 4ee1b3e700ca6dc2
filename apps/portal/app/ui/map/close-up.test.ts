import { describe, expect, test } from 'vitest'
import { closeUpOf } from './close-up.ts'

const map = { width: 720, height: 480 }
const moved = (points: readonly (readonly [number, number])[]) => {
  const { left, top, scale } = closeUpOf(map, points)
  return points.map(([x, y]) => [(x - left) * scale, (y - top) * scale])
}

describe('close-up of a map', () => {
  test.each([
    [[[10, 10]]],
    [[[700, 470]]],
    [
      [
        [300, 200],
        [330, 260],
      ],
    ],
    [
      [
        [1, 1],
        [719, 479],
      ],
    ],
  ] as const)('keeps %j inside', (points) => {
    for (const [x = -1, y = -1] of moved(points)) {
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x).toBeLessThanOrEqual(map.width)
      expect(y).toBeGreaterThanOrEqual(0)
      expect(y).toBeLessThanOrEqual(map.height)
    }
  })

  test('enlarges what lies close together and leaves the whole as it is', () => {
    expect(closeUpOf(map, [[300, 200]]).scale).toBeGreaterThan(2)
    expect(closeUpOf(map, [])).toEqual({ left: 0, top: 0, scale: 1 })
    expect(
      closeUpOf(map, [
        [1, 1],
        [719, 479],
      ]),
    ).toEqual({ left: 0, top: 0, scale: 1 })
  })
})
