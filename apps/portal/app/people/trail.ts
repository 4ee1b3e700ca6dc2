/** What the address of the trail narrows it to; empty values narrow nothing. */
export interface TrailParams {
  readonly entry: string
  readonly member: string
  readonly action: string
  readonly from: string
  readonly to: string
}

/** Reads the address. */
export function trailParams(url: URL): TrailParams {
  const of = (name: keyof TrailParams) => (url.searchParams.get(name) ?? '').trim().slice(0, 100)
  return { entry: of('entry'), member: of('member'), action: of('action'), from: of('from'), to: of('to') }
}

/** The filter the API takes. */
export function trailFilter(params: TrailParams) {
  const given = (value: string) => (value === '' ? null : value)
  return {
    entry: given(params.entry),
    member: given(params.member),
    action: given(params.action),
    from: given(params.from),
    to: given(params.to),
  }
}

/** The same as a query of an address. */
export function trailQuery(params: TrailParams): URLSearchParams {
  return new URLSearchParams(Object.entries(params).filter(([, value]) => value !== ''))
}
