import { foreignLang } from '../../i18n/locale.ts'
import { useWords } from '../../i18n/use-words.tsx'
import { baseMap, extentOf, type LonLat } from './base-map.ts'
import { type CloseUp, closeUpOf } from './close-up.ts'
import { placeLabels } from './label-places.ts'

export interface MapPlace extends LonLat {
  readonly name: string
  /** BCP 47 tag of the name. */
  readonly language?: string
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
  /** Shows the part of the map where the places are, instead of the whole continent or world. */
  readonly closeUp?: boolean
  /** False where the page itself lists the places right below. */
  readonly withList?: boolean
}

/** Places on a map drawn by the server, and the same places as a list. No tiles, no outside request. */
export function MapOfResults(props: MapOfResultsProps) {
  const { title, places, routes = [], countText, closeUp = false, withList = true } = props
  const { t } = useWords()
  if (places.length === 0) return null
  const sorted = places.toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name))
  const text = (place: MapPlace) =>
    `${place.name}: ${countText ? countText(place.count) : t('ui.mapResults', { count: place.count })}`
  return (
    <figure className="map">
      <Drawing title={title} places={sorted} routes={routes} text={text} closeUp={closeUp} />
      {withList ? <PlaceList places={sorted} /> : null}
    </figure>
  )
}

function PlaceList({ places }: { readonly places: readonly MapPlace[] }) {
  const { t, locale, number } = useWords()
  return (
    <details className="map-list">
      <summary>{t('ui.mapList', { count: places.length })}</summary>
      <ul className="index-list">
        {places.map((place) => (
          <li key={place.href}>
            <a href={place.href} lang={foreignLang(locale, place.language)}>
              {place.name}
            </a>{' '}
            <span className="quiet numeric">{number(place.count)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

interface DrawingProps {
  readonly title: string
  readonly places: readonly MapPlace[]
  readonly routes: readonly MapRoute[]
  readonly text: (place: MapPlace) => string
  readonly closeUp: boolean
}

type Project = (place: LonLat) => readonly [x: number, y: number] | null

function Drawing({ title, places, routes, text, closeUp }: DrawingProps) {
  const points = [...places, ...routes.flatMap((route) => [route.from, route.to])]
  const map = baseMap(extentOf(points))
  const whole: Project = ({ longitude, latitude }) => map.project(longitude, latitude)
  const part = closeUpOf(map, closeUp ? points.map(whole).filter((point) => point !== null) : [])
  const project: Project = (place) => moved(whole(place), part)
  const marks = places.flatMap((place) => {
    const point = project(place)
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
      <g transform={transformOf(part)}>
        <path className="map-land" d={map.land} />
        <path className="map-borders" d={map.borders} />
      </g>
      {routes.map((route) => (
        <path key={JSON.stringify(route)} className="map-route" d={curve(project, route)} />
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

function moved(point: ReturnType<Project>, { left, top, scale }: CloseUp): ReturnType<Project> {
  return point ? [(point[0] - left) * scale, (point[1] - top) * scale] : null
}

/** Nothing for the whole map. */
function transformOf({ left, top, scale }: CloseUp): string | undefined {
  if (scale === 1) return undefined
  return `scale(${round(scale * 10) / 10}) translate(${-round(left)} ${-round(top)})`
}

/** A shallow arc, so that routes there and back do not cover each other. */
function curve(project: Project, { from, to }: MapRoute): string {
  const start = project(from)
  const end = project(to)
  if (!start || !end) return ''
  const [dx, dy] = [end[0] - start[0], end[1] - start[1]]
  const [midX, midY] = [start[0] + dx / 2 + dy * 0.16, start[1] + dy / 2 - dx * 0.16]
  return `M${round(start[0])} ${round(start[1])}Q${round(midX)} ${round(midY)} ${round(end[0])} ${round(end[1])}`
}
