import { createHash } from 'node:crypto'

/** A query of Drizzle's that can be prepared, such as a select. */
type Preparable<Result> = {
  toSQL(): { sql: string }
  prepare(name: string): { execute(values?: Record<string, unknown>): Promise<Result> }
}

/** A statement that only lacks the values of its placeholders. */
export type Statement<Values, Result> = (values: Values) => Promise<Result>

/** Statements that are put together once and then run again and again with other values. */
export type Statements = {
  /**
   * Gives the statement of a name, or builds it.
   * @param name what is read; one name means one `build`
   */
  prepare<Values extends Record<string, unknown>, Result>(
    name: string,
    build: () => Preparable<Result>,
  ): Statement<Values, Result>
}

/** PostgreSQL keeps the plan of each named statement in every connection, some 50 KB, until the connection ends. */
const mostPlans = 200

/** The text decides the name, so that two sets of statements on one connection can only ever mean the same. */
const planName = (text: string): string => `hansa_${createHash('sha1').update(text).digest('hex')}`

/**
 * Makes an empty set of statements for one database. PostgreSQL plans each of the first 200 once per connection;
 * what comes after those, which only documents made up to fill the set bring about, is built for every use.
 */
export function createStatements(): Statements {
  const known = new Map<string, unknown>()
  return {
    prepare<Values extends Record<string, unknown>, Result>(name: string, build: () => Preparable<Result>) {
      // One name means one `build`, so what is known under it is of its types.
      const ready = known.get(name) as Statement<Values, Result> | undefined
      if (ready) return ready
      const query = build()
      const kept = known.size < mostPlans
      const prepared = query.prepare(kept ? planName(query.toSQL().sql) : '')
      const statement: Statement<Values, Result> = (values) => prepared.execute(values)
      if (kept) known.set(name, statement)
      return statement
    },
  }
}
