import type { Seed } from '@hansa/api'
import type { Options } from '../options.ts'
import type { Target } from '../targets/child.ts'
import type { Query, QueryClass } from '../world/queries.ts'

/** A generated world in both databases with the servers over it. */
export type World = {
  practices: number
  options: Options
  seed: Seed
  queries: Record<QueryClass, Query[]>
  /** Hansa on the embedded database, as people run it. */
  product: Target
  /** The same parts in a process of their own, over a copy of the same data. */
  inside: Target
  /** Hansa on PostgreSQL, and the same statements bare behind `node:http`; null without a server. */
  postgres: { product: Target; bare: Target } | null
}
