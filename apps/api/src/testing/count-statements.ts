import type { Db } from '@hansa/db'

type Client = { query: (...args: unknown[]) => unknown }

/** Counts the statements that `work` sends to the database. */
export const countStatements = async (db: Db, work: () => Promise<unknown>): Promise<number> => {
  // Drizzle marks both as internal; the client of its session is what every statement goes through, prepared or not.
  const client = Reflect.get(Reflect.get(db, 'session'), 'client') as Client
  const { query } = client
  let statements = 0
  client.query = (...args) => {
    statements += 1
    return query.apply(client, args)
  }
  try {
    await work()
    return statements
  } finally {
    client.query = query
  }
}
