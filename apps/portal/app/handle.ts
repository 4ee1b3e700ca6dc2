/** What a route tells the frame about itself: `export const handle: RouteHandle = { … }`. */
export interface RouteHandle {
  /** False on pages whose main part is a search field of its own. */
  readonly headerSearch?: boolean
}

/** Reads the handle of a matched route, which Remix knows only as `unknown`. */
export function routeHandle(handle: unknown): RouteHandle {
  return typeof handle === 'object' && handle !== null ? handle : {}
}
