import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GeoPoint, SearchEngine } from '../engine.ts'
import { idsOf, type OpenEngine, openFilled, testDoc } from './fixtures.ts'

const PLACES: Record<string, GeoPoint | null> = {
  auckland: { lat: -36.8485, lng: 174.7633 },
  berlin: { lat: 52.52, lng: 13.405 },
  gdansk: { lat: 54.352, lng: 18.6466 },
  gdynia: { lat: 54.5189, lng: 18.5305 },
  honolulu: { lat: 21.3069, lng: -157.8583 },
  nowhere: null,
  suva: { lat: -18.1248, lng: 178.4501 },
  zero: { lat: 0, lng: 0 },
}

/** Places on the map. */
export function describeGeo(open: OpenEngine): void {
  describe('geo', () => {
    let engine: SearchEngine
    beforeAll(async () => {
      engine = await openFilled(
        open,
        Object.entries(PLACES).map(([id, geo]) => testDoc(id, { geo })),
      )
    })
    afterAll(() => engine.close())

    const within = (south: number, west: number, north: number, east: number) =>
      idsOf(engine, { text: '', filter: { box: { south, west, north, east } } })

    it('finds what lies in a box, borders included', async () => {
      expect(await within(52, 13, 55, 19)).toEqual(['berlin', 'gdansk', 'gdynia'])
      expect(await within(0, 0, 0, 0)).toEqual(['zero'])
      expect(await within(-90, -180, 90, 180)).toHaveLength(7)
    })

    it('understands a box across the antimeridian', async () => {
      expect(await within(-40, 170, 30, -150)).toEqual(['auckland', 'honolulu', 'suva'])
    })

    it('finds what lies within a radius', async () => {
      const near = (radius: number) =>
        idsOf(engine, { text: '', filter: { near: PLACES.gdansk ?? { lat: 0, lng: 0 }, radius } })
      expect(await near(0)).toEqual(['gdansk'])
      expect(await near(25_000)).toEqual(['gdansk', 'gdynia'])
      expect(await near(500_000)).toEqual(['berlin', 'gdansk', 'gdynia'])
    })

    it('sorts by distance, places unknown last', async () => {
      const from = { lat: 54.4, lng: 18.6 }
      expect(await idsOf(engine, { text: '', sort: [{ by: 'distance', from }] })).toEqual([
        'gdansk',
        'gdynia',
        'berlin',
        'zero',
        'honolulu',
        'suva',
        'auckland',
        'nowhere',
      ])
    })
  })
}
