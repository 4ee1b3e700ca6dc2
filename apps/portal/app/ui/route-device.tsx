/** The route from city to city: the mark beside the name, and the sign on pages that lead nowhere. Decorative. */
export function RouteDevice({ broken = false }: { readonly broken?: boolean }) {
  return (
    <svg className="route-device" viewBox="0 0 68 30" aria-hidden="true" focusable="false">
      <path d={broken ? 'M5 24 23 9l9 5' : 'M5 24 23 9l19 11L63 6'} />
      <circle cx="5" cy="24" r="3.4" />
      <circle cx="23" cy="9" r="2.8" />
      {broken ? null : <circle cx="42" cy="20" r="2.8" />}
      <circle cx="63" cy="6" r="3.4" className="route-goal" />
    </svg>
  )
}
