/** What one request may ask for. */
export type Limits = {
  /** How deep fields may be nested. */
  depth: number
  aliases: number
  tokens: number
  directives: number
  /** Sum over all fields of their cost; a list costs its fields times the number of items asked for. */
  cost: number
  /** Largest `first` of a page. */
  pageSize: number
  /** How many hits are put in order of comparability; those behind them keep the order of relevance. */
  comparable: number
  /** Largest request body, in bytes. */
  bodyBytes: number
  /** Longest time one operation may take, in milliseconds. */
  operationMs: number
}

export const defaultLimits: Limits = {
  depth: 12,
  aliases: 100,
  tokens: 2000,
  directives: 20,
  cost: 100_000,
  pageSize: 100,
  comparable: 1000,
  bodyBytes: 100_000,
  operationMs: 10_000,
}
