import * as tables from './schema/index.ts'

/** The tables as Drizzle sees them; the one place that names the schema module for the engines. */
export const schema = tables
export type Schema = typeof tables
