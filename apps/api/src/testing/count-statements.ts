import type { Db } from '@hansa/db'

type Session = { prepareQuery: (...args: unknown[]) => unknown }

/** Counts the statements that `work` sends to the database. */
export const countStatements = async (db: Db, work: () => Promise<unknown>): Promise<number> => {
  // Drizzle marks its session as internal; it is the one place through which every statement goes.
  const session = Reflect.get(db, 'session') as Session
  const { prepareQuery } = session
  let statements = 0
  session.prepareQuery = (...args) => {
    statements += 1
    return prepareQuery.apply(session, args)
  }
  try {
    await work()
    return statements
  } finally {
    session.prepareQuery = prepareQuery
  }
}
