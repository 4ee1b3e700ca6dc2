import { type GeoProjection, geoConicConformal, geoEqualEarth } from 'd3-geo'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import fineAtlas from 'world-atlas/countries-50m.json' with { type: 'json' }
import coarseAtlas from 'world-atlas/countries-110m.json' with { type: 'json' }
import { mapPath } from './map-path.ts'

/** The two windows on the world that the map knows. */
export type Extent = 'europe' | 'world'

export interface BaseMap {
  readonly width: number
  readonly height: number
  /** SVG path of the land. */
  readonly land: string
  /** SVG path of the borders between countries. */
  readonly borders: string
  readonly project: (longitude: number, latitude: number) => readonly [x: number, y: number] | null
}

export interface LonLat {
  readonly longitude: number
  readonly latitude: number
}

const width = 720
const heights = { europe: 480, world: 352 } as const
const edges = { west: -25, east: 44, south: 34, north: 71 }

/** The smallest window that shows all points; Europe when there are none. */
export function extentOf(points: readonly LonLat[]): Extent {
  const outside = points.some(
    ({ longitude, latitude }) =>
      longitude < edges.west || longitude > edges.east || latitude < edges.south || latitude > edges.north,
  )
  return outside ? 'world' : 'europe'
}

// Drawing the land takes some 50 ms and depends on nothing but the window: once per process is enough.
const drawn = new Map<Extent, BaseMap>()

/** Land and borders of a window as two small SVG paths, and the projection for what is drawn on them. */
export function baseMap(extent: Extent): BaseMap {
  const map = drawn.get(extent) ?? drawBaseMap(extent)
  drawn.set(extent, map)
  return map
}

function drawBaseMap(extent: Extent): BaseMap {
  const height = heights[extent]
  const projection = (extent === 'europe' ? europe(height) : world(height)).clipExtent([
    [0, 0],
    [width, height],
  ])
  // The atlas is typed as JSON; its shape is fixed by the TopoJSON specification.
  const atlas = (extent === 'europe' ? fineAtlas : coarseAtlas) as unknown as Topology<{
    land: GeometryCollection
    countries: GeometryCollection
  }>
  const options = extent === 'europe' ? { tolerance: 1.1, smallest: 14 } : { tolerance: 2.4, smallest: 16 }
  return {
    width,
    height,
    land: mapPath(projection, feature(atlas, atlas.objects.land), options),
    borders: mapPath(
      projection,
      mesh(atlas, atlas.objects.countries, (a, b) => a !== b),
      // On the world a border is a hint; coasts carry the picture.
      extent === 'europe' ? options : { ...options, tolerance: 3 },
    ),
    project: (longitude, latitude) => projection([longitude, latitude]),
  }
}

function europe(height: number): GeoProjection {
  return geoConicConformal()
    .parallels([40, 62])
    .rotate([-12, 0])
    .fitExtent(
      [
        [10, 10],
        [width - 10, height - 10],
      ],
      {
        type: 'MultiPoint',
        coordinates: [
          [-10.5, 36],
          [-23, 64.5],
          [25.5, 71.2],
          [33, 35],
          [40, 47],
          [12, 35.4],
        ],
      },
    )
}

function world(height: number): GeoProjection {
  return geoEqualEarth().fitExtent(
    [
      [0, 0],
      [width, height + 34],
    ],
    { type: 'Sphere' },
  )
}
