import { describe, expect, test } from 'vitest'
import { baseMap, extentOf } from './base-map.ts'
import { placeLabels } from './label-places.ts'

const ghent = { longitude: 3.72, latitude: 51.05 }
const montreal = { longitude: -73.57, latitude: 45.5 }

describe('map', () => {
  test('shows Europe until something lies outside it', () => {
    expect(extentOf([])).toBe('europe')
    expect(extentOf([ghent])).toBe('europe')
    expect(extentOf([ghent, montreal])).toBe('world')
  })

  test.each(['europe', 'world'] as const)('of %s stays small enough for every page', (extent) => {
    const { land, borders } = baseMap(extent)
    expect(land.length + borders.length).toBeLessThan(15_000)
    expect(land).toMatch(/^M[-\d lz M]+$/)
  })

  test('puts cities where they are: Ghent west of Gdańsk, Malmö north of Turin, all inside', () => {
    const map = baseMap('europe')
    const at = (longitude: number, latitude: number) =>
      map.project(longitude, latitude) ?? [Number.NaN, Number.NaN]
    expect(at(3.72, 51.05)[0]).toBeLessThan(at(18.65, 54.35)[0])
    expect(at(13, 55.6)[1]).toBeLessThan(at(7.69, 45.07)[1])
    for (const [x, y] of [at(-21.94, 64.15), at(33.38, 35.19), at(-9.14, 38.72), at(25.78, 71.17)]) {
      expect(x).toBeGreaterThan(0)
      expect(x).toBeLessThan(map.width)
      expect(y).toBeGreaterThan(0)
      expect(y).toBeLessThan(map.height)
    }
  })
})

describe('labels', () => {
  const mark = (x: number, label: string) => ({ x, y: 50, radius: 5, label })

  test('stand to the right, or to the left where there is no room', () => {
    expect(placeLabels([mark(20, 'Ghent')], 100, 5)).toMatchObject([{ anchor: 'start' }])
    expect(placeLabels([mark(90, 'Ghent')], 100, 5)).toMatchObject([{ anchor: 'end' }])
  })

  test('are left out rather than laid over each other', () => {
    const crowd = Array.from({ length: 50 }, (_, i) => mark(50 + i / 10, `City ${i}`))
    expect(placeLabels(crowd, 200, 50).length).toBeLessThan(3)
  })

  test('are no more than asked for', () => {
    const row = Array.from({ length: 20 }, (_, i) => ({ ...mark(50, 'A'), y: i * 40 }))
    expect(placeLabels(row, 200, 4)).toHaveLength(4)
  })
})
