import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Log, silentLog } from '@hansa/db'
import { type TestDatabase, testDatabase } from '@hansa/db/testing'
import { createStemmers, openEmbeddedEngine, type SearchEngine } from '@hansa/search'
import { type Api, createApi } from '../api.ts'
import type { Limits } from '../graphql/limits.ts'
import { reindex } from '../jobs/index-search.ts'
import { searchSchema } from '../search/search-schema.ts'

/** What a GraphQL answer looks like to a test. */
export type Answer = {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: a test reads the answer it asked for
  data: any
  errors: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[]
}

export type TestApi = {
  api: Api
  database: TestDatabase
  search: SearchEngine
  /** What was logged as an error. */
  logged: object[]
  /** Sends a document over HTTP, as anybody would. */
  ask(query: string, variables?: object, headers?: Record<string, string>): Promise<Answer>
  /** Brings the index together with the database. */
  index(): Promise<void>
  close(): Promise<void>
}

export const today = new Date('2026-11-22T12:00:00Z')

/** A whole API over a test database and a search engine of its own. */
export const openTestApi = async (limits: Partial<Limits> = {}): Promise<TestApi> => {
  const folder = await mkdtemp(join(tmpdir(), 'hansa-api-test-'))
  const database = await testDatabase()
  const search = openEmbeddedEngine({ folder })
  const stemmers = createStemmers()
  const clock = { now: () => today }
  const logged: object[] = []
  const log: Log = { ...silentLog, error: (fields) => void logged.push(fields) }
  const publicUrl = 'https://hansa.example'
  const api = createApi({ db: database.db, search, stemmers, clock, log, publicUrl, limits })
  const index = () => reindex({ database, search, stemmers, clock, log: silentLog })
  await search.configure(searchSchema)
  await index()
  return {
    api,
    database,
    search,
    logged,
    index,
    async ask(query, variables, headers) {
      const request = new Request('https://hansa.example/graphql', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
      })
      const response = await api.fetch(request, { requestId: 'request-1' })
      const { data, errors = [] } = (await response.json()) as Partial<Answer>
      return { status: response.status, data, errors }
    },
    async close() {
      await search.close()
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
