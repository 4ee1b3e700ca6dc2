import { randomBytes } from 'node:crypto'
import { schema } from '@hansa/db'
import { type TestDatabase, testDatabase } from '@hansa/db/testing'
import { newId } from '@hansa/domain/id'
import type { MemberState } from '@hansa/domain/member'
import type { AuthDeps } from '../deps.ts'

export type World = AuthDeps & {
  database: TestDatabase
  /** Lets so many seconds pass. */
  pass(seconds: number): void
  member(fields?: { email?: string; state?: MemberState; isAdministrator?: boolean }): Promise<string>
  close(): Promise<void>
}

export const today = new Date('2026-11-22T12:00:00Z')

/** A database, a clock that moves when told, and real randomness. */
export const openWorld = async (): Promise<World> => {
  const database = await testDatabase()
  let now = today
  return {
    database,
    db: database.db,
    clock: { now: () => now },
    random: randomBytes,
    pass(seconds) {
      now = new Date(now.getTime() + seconds * 1000)
    },
    async member(fields = {}) {
      const id = newId('memb')
      const values = { id, name: 'Anna Berg', email: `${id}@example.org`, language: 'en', ...fields }
      await database.db.insert(schema.member).values(values)
      return id
    },
    close: () => database.close(),
  }
}
