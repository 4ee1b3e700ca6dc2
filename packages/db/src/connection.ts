import type { QueryConfig, QueryResultBase } from 'pg'

/** What a statement gives back, in node-postgres' shape; values of unknown types are text. */
export type Result = QueryResultBase & { rows: Record<string, unknown>[] }

/** The part of a node-postgres client that both engines offer. */
export type Connection = {
  query(query: string | QueryConfig, values?: unknown[]): Promise<Result>
  /** Gives the connection back; with an error it is closed instead of used again. */
  release(error?: Error): void | Promise<void>
}

/** Where connections come from: a node-postgres pool, or the embedded engine behind the same shape. */
export type ConnectionSource = {
  query(query: string | QueryConfig, values?: unknown[]): Promise<Result>
  connect(): Promise<Connection>
}
