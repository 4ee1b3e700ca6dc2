import { join } from 'node:path'
import { type Indexer, saveEntries, startIndexer } from '@hansa/api'
import { type Database, openDatabase, silentLog } from '@hansa/db'
import { idFromSource } from '@hansa/domain/id'
import { createStemmers, openEmbeddedEngine, type SearchEngine } from '@hansa/search'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch, type Program, removeFolder, temporaryFolder, waitFor } from '../support/server.ts'

/* A PostgreSQL server of its own: a transaction of any database of a server holds the events of all of them back. */

const clock = { now: () => new Date() }
const log = silentLog
const viewer = { kind: 'system', name: 'test' } as const

describe.skipIf(!process.env.HANSA_TEST_DATABASE_URL)('on PostgreSQL', () => {
  let folder: string
  let server: Program
  let database: Database
  let search: SearchEngine
  let indexer: Indexer

  beforeAll(async () => {
    folder = await temporaryFolder()
    server = launch('infra/test-postgres.mjs', [], {})
    const url = await waitFor(server, () => /HANSA_TEST_DATABASE_URL=(\S+)/.exec(server.stdout())?.[1])
    database = await openDatabase({ url, log, clock })
    await database.migrate()
    search = openEmbeddedEngine({ folder: join(folder, 'search') })
    indexer = await startIndexer({ database, search, stemmers: createStemmers(), clock, log })
  })
  afterAll(async () => {
    await indexer?.stop()
    await search?.close()
    await database?.close()
    server?.child.kill('SIGTERM')
    await server?.exited
    await removeFolder(folder)
  })

  test.each(['Lighthouse', 'Beacon', 'Harbour'])(
    '%s is found within two seconds after it was published',
    async (word) => {
      const provenance = { system: 'test', id: word }
      await saveEntries({ db: database.db, viewer }, [
        { kind: 'practice', id: idFromSource('prac', 'test', word), input: { title: word, provenance } },
      ])
      const count = async () => (await search.search({ text: word, typo: false })).total
      await expect.poll(count, { timeout: 2000, interval: 20 }).toBe(1)
    },
  )
})
