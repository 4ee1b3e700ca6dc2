import { useWords } from '../../i18n/use-words.tsx'
import { baseMap, extentOf, type LonLat } from './base-map.ts'
import { placeLabels } from './label-places.ts'

export interface MapPlace extends LonLat {
  readonly name: string
  readonly href: string
  /** How many results lie here. */
  readonly count: number
}

export interface MapRoute {
  readonly from: LonLat
  readonly to: LonLat
}

export interface MapOfResultsProps {
  /** Names the drawing: "Where the 88 practices are". */
  readonly title: string
  readonly places: readonly MapPlace[]
  /** Lines from city to city, where something was carried. */
  readonly routes?: readonly MapRoute[]
  /** What a place's number counts: by default results. */
  readonly countText?: (count: number) => string
}

/** Places on a map drawn by the server, and the same places as a list. No tiles, no outside request. */
export function MapOfResults({ title, places, routes = [], countText }: MapOfResultsProps) {
  const { t, number } = useWords()
  if (places.length === 0) return null
  const sorted = places.toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name))
  const text = (place: MapPlace) =>
    `${place.name}: ${countText ? countText(place.count) : t('ui.mapResults', { count: place.count })}`
  return (
    <figure className="map">
      <Drawing title={title} places={sorted} routes={routes} text={text} />
      <details className="map-list">
        <summary>{t('ui.mapList', { count: places.length })}</summary>
        <ul className="index-list">
          {sorted.map((place) => (
            <li key={place.href}>
              <a href={place.href}>{place.name}</a>{' '}
              <span className="quiet numeric">{number(place.count)}</span>
            </li>
          ))}
        </ul>
      </details>
    </figure>
  )
}

interface DrawingProps {
  readonly title: string
  readonly places: readonly MapPlace[]
  readonly routes: readonly MapRoute[]
  readonly text: (place: MapPlace) => string
}

function Drawing({ title, places, routes, text }: DrawingProps) {
  const map = baseMap(extentOf([...places, ...routes.flatMap((route) => [route.from, route.to])]))
  const marks = places.flatMap((place) => {
    const point = map.project(place.longitude, place.latitude)
    return point
      ? [{ place, label: place.name, x: round(point[0]), y: round(point[1]), size: sizeOf(place.count) }]
      : []
  })
  const labels = placeLabels(
    marks.map((mark) => ({ ...mark, radius: 4 + 2 * mark.size })),
    map.width,
    14,
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would make a form of a drawing.
    <svg viewBox={`0 0 ${map.width} ${map.height}`} role="group" aria-label={title}>
      <path className="map-land" d={map.land} />
      <path className="map-borders" d={map.borders} />
      {routes.map((route) => (
        <path key={JSON.stringify(route)} className="map-route" d={curve(map.project, route)} />
      ))}
      {marks.map((mark) => (
        // Keyboards go through the list below, which is in order and can be skipped.
        <a key={mark.place.href} href={mark.place.href} tabIndex={-1} aria-label={text(mark.place)}>
          <circle className={`map-point map-size-${mark.size}`} cx={mark.x} cy={mark.y}>
            <title>{text(mark.place)}</title>
          </circle>
        </a>
      ))}
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: text in a drawing takes no focus, and each name is said by its point. */}
      <g className="map-labels" aria-hidden="true">
        {labels.map((label) => (
          <text key={label.label} x={round(label.x)} y={round(label.y)} textAnchor={label.anchor}>
            {label.label}
          </text>
        ))}
      </g>
    </svg>
  )
}

/** Four sizes, so that the style sheet can keep them legible on small screens. */
function sizeOf(count: number): 0 | 1 | 2 | 3 {
  if (count >= 10) return 3
  if (count >= 4) return 2
  return count >= 2 ? 1 : 0
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

/** A shallow arc, so that routes there and back do not cover each other. */
function curve(
  project: (lon: number, lat: number) => readonly [number, number] | null,
  { from, to }: MapRoute,
): string {
  const start = project(from.longitude, from.latitude)
  const end = project(to.longitude, to.latitude)
  if (!start || !end) return ''
  const [dx, dy] = [end[0] - start[0], end[1] - start[1]]
  const [midX, midY] = [start[0] + dx / 2 + dy * 0.16, start[1] + dy / 2 - dx * 0.16]
  return `M${round(start[0])} ${round(start[1])}Q${round(midX)} ${round(midY)} ${round(end[0])} ${round(end[1])}`
}
