import type { ReactNode } from 'react'

export interface RouteStop {
  readonly title: ReactNode
  readonly detail?: ReactNode
}

/** The stops of a route in order: where a practice began, who took it on, when. */
export function RouteList({ stops }: { readonly stops: readonly RouteStop[] }) {
  return (
    <ol className="route-list">
      {stops.map((stop, index) => (
        <li key={index}>
          <span className="route-stop">{stop.title}</span>
          {stop.detail ? <span className="route-detail">{stop.detail}</span> : null}
        </li>
      ))}
    </ol>
  )
}
