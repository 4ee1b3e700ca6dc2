import type { Provider, Random } from '@hansa/auth'
import type { Clock, Db, Log, Statements } from '@hansa/db'
import type { Viewer } from '@hansa/domain/permissions'
import type { Files } from '@hansa/files'
import type { Lexicon, SearchEngine, Stemmers } from '@hansa/search'
import type { Caller } from './account/caller.ts'
import type { Limits } from './graphql/limits.ts'
import type { Kept } from './kept.ts'
import type { Loaders } from './loaders.ts'
import type { Shown } from './shown.ts'

/** What the API stands on; opened by whoever runs it and handed in. */
export type Deps = {
  db: Db
  /** Statements prepared for `db`. */
  statements: Statements
  search: SearchEngine
  stemmers: Stemmers
  kept: Kept
  /** The names people search by, as they are now. */
  lexicon(): Promise<Lexicon>
  /** Takes images and PDFs in, and keeps them. */
  files: Files
  clock: Clock
  log: Log
  /** Origin of the instance without a trailing slash: `https://hansa.example`. */
  publicUrl: string
  limits: Limits
  random: Random
  /** Whether people can have accounts here: not without a way to send them mail. */
  accounts: 'open' | 'closed'
  /** Who else vouches for people (single sign-on); null where nobody is set. */
  provider: Provider | null
}

/** What every resolver and service gets: the dependencies and who asks for what in which language. */
export type Context = Deps & {
  viewer: Viewer
  /** From where she asks, with what, and what her browser is told to keep. */
  caller: Caller
  /** BCP 47 tags the reader wants, most wanted first. */
  languages: readonly string[]
  requestId: string
  /** What the document of the request shows. */
  shown: Shown
  /** Batches and remembers reads; lives as long as the request. */
  loaders: Loaders
  /** Runs documents compiled into the portal, which the limits for strangers do not bind. */
  trusted: boolean
}
