import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Log, silentLog } from '@hansa/db'
import { type TestDatabase, testDatabase } from '@hansa/db/testing'
import { type Files, openFiles, openFolderStore } from '@hansa/files'
import { createStemmers, openEmbeddedEngine, type SearchEngine } from '@hansa/search'
import { type Api, type ApiOptions, completeDeps, createApi } from '../api.ts'
import type { Limits } from '../graphql/limits.ts'
import { jobKinds } from '../jobs/all-jobs.ts'
import { reindex } from '../jobs/index-search.ts'
import { runDueJobs } from '../jobs/job-runner.ts'
import { followKept, keepNothing } from '../kept.ts'
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
  files: Files
  /** Where what belongs to this API alone lies. */
  folder: string
  /** What was logged as an error. */
  logged: object[]
  /** Sends a document over HTTP, as anybody would. */
  ask(query: string, variables?: object, headers?: Record<string, string>): Promise<Answer>
  /** Brings the index together with the database. */
  index(): Promise<void>
  /** Does the work that is due; gives how many jobs that were. */
  work(): Promise<number>
  close(): Promise<void>
}

/** What a test may want otherwise: its own clock, accounts, a provider, another address of the instance, reads that are kept. */
export type TestOptions = Partial<Pick<ApiOptions, 'clock' | 'accounts' | 'publicUrl' | 'provider'>> & {
  keeps?: boolean
}

export const today = new Date('2026-11-22T12:00:00Z')

/** A whole API over a test database and a search engine of its own. */
export const openTestApi = async (
  limits: Partial<Limits> = {},
  { clock = { now: () => today }, keeps = false, ...more }: TestOptions = {},
): Promise<TestApi> => {
  const folder = await mkdtemp(join(tmpdir(), 'hansa-api-test-'))
  const database = await testDatabase()
  const search = openEmbeddedEngine({ folder })
  const stemmers = createStemmers()
  const logged: object[] = []
  const log: Log = { ...silentLog, error: (fields) => void logged.push(fields) }
  const publicUrl = more.publicUrl ?? 'https://hansa.example'
  const follower = keeps ? await followKept(database, silentLog) : null
  const kept = follower ?? keepNothing
  const store = openFolderStore(join(folder, 'files'))
  const files = await openFiles({ store, incoming: join(folder, 'incoming') })
  const deps = { db: database.db, search, stemmers, kept, files, clock, log }
  const options = { ...deps, limits, ...more, publicUrl }
  const api = createApi(options)
  const index = () => reindex({ database, search, stemmers, clock, log: silentLog })
  await search.configure(searchSchema)
  await index()
  return {
    api,
    database,
    search,
    files,
    folder,
    logged,
    index,
    work: () => runDueJobs({ ctx: completeDeps(options), kinds: jobKinds }),
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
      await follower?.stop()
      await search.close()
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
