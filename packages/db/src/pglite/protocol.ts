/** What the main thread asks of the database worker. Parameters are already PostgreSQL text. */
export type WorkerRequest =
  | { id: number; op: 'run'; sql: string; params: (string | null)[] }
  | { id: number; op: 'stats' }
  | { id: number; op: 'close' }

/** One statement's result as PostgreSQL sent it: every value is text or null. */
export type RawResult = {
  command: string
  rowCount: number | null
  fields: { name: string; dataTypeID: number }[]
  rows: (string | null)[][]
}

/** Counted inside the worker since it started. */
export type WorkerStats = { fsyncs: number }

/** A failure small enough to cross the thread: never the driver's minified source or the statement's values. */
export type WireError = {
  message: string
  code?: string
  severity?: string
  detail?: string
  hint?: string
  position?: string
  schema?: string
  table?: string
  column?: string
  constraint?: string
  routine?: string
  where?: string
  /** The engine itself broke (not the statement): it must be started again. */
  fatal: boolean
}

/** What the worker sends: ready once, then one reply per request, and notifications in between. */
export type WorkerMessage =
  | { type: 'ready' }
  | { type: 'failed'; error: WireError }
  | { type: 'reply'; id: number; results: RawResult[] }
  | { type: 'stats'; id: number; stats: WorkerStats }
  | { type: 'error'; id: number; error: WireError }
  | { type: 'notification'; channel: string }

/** What the worker is started with; `dir` holds (or will hold) one database cluster. */
export type WorkerOptions = { dir: string; channels: string[] }
