import type { Clock, Db, Log } from '@hansa/db'
import type { Viewer } from '@hansa/domain/permissions'
import type { SearchEngine, Stemmers } from '@hansa/search'
import type { Limits } from './graphql/limits.ts'
import type { Loaders } from './loaders.ts'

/** What the API stands on; opened by whoever runs it and handed in. */
export type Deps = {
  db: Db
  search: SearchEngine
  stemmers: Stemmers
  clock: Clock
  log: Log
  /** Origin of the instance without a trailing slash: `https://hansa.example`. */
  publicUrl: string
  limits: Limits
}

/** What every resolver and service gets: the dependencies and who asks for what in which language. */
export type Context = Deps & {
  viewer: Viewer
  /** BCP 47 tags the reader wants, most wanted first. */
  languages: readonly string[]
  requestId: string
  /** Batches and remembers reads; lives as long as the request. */
  loaders: Loaders
  /** Runs documents compiled into the portal, which the limits for strangers do not bind. */
  trusted: boolean
}
