import { join } from 'node:path'
import { createApi, type EntryChange, type Indexer, keepNothing, saveEntries, startIndexer } from '@hansa/api'
import { type Database, openDatabase, silentLog } from '@hansa/db'
import { idFromSource } from '@hansa/domain/id'
import { openFiles, openFolderStore } from '@hansa/files'
import { createPortal, type Portal } from '@hansa/portal'
import { createStemmers, openEmbeddedEngine, type SearchEngine } from '@hansa/search'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { read, textsOf } from '../support/document.ts'
import { removeFolder, temporaryFolder } from '../support/server.ts'

/* Nothing writes through the portal yet: the parts of a server are put together here, so that the test can. */

const clock = { now: () => new Date() }
const log = silentLog
const publicUrl = 'http://hansa.test'
let folder: string
let database: Database
let search: SearchEngine
let indexer: Indexer
let portal: Portal

beforeAll(async () => {
  folder = await temporaryFolder()
  database = await openDatabase({ dataDir: folder, log, clock })
  await database.migrate()
  search = openEmbeddedEngine({ folder: join(folder, 'search') })
  const stemmers = createStemmers()
  indexer = await startIndexer({ database, search, stemmers, clock, log })
  const store = openFolderStore(join(folder, 'files'))
  const files = await openFiles({ store, incoming: join(folder, 'incoming') })
  const deps = { db: database.db, search, stemmers, kept: keepNothing, files, clock, log }
  const api = createApi({ ...deps, publicUrl })
  portal = createPortal({ executor: api.execute, publicUrl, now: clock.now })
})

afterAll(async () => {
  await indexer?.stop()
  await search?.close()
  await database?.close()
  await removeFolder(folder)
})

const publish = (title: string, slug: string) => {
  const id = idFromSource('prac', 'test', 'one')
  const change: EntryChange = {
    kind: 'practice',
    id,
    input: {
      title,
      slug,
      summary: 'A house by the harbour.',
      provenance: { system: 'test', id: 'one' },
    },
  }
  return saveEntries({ db: database.db, viewer: { kind: 'system', name: 'test' } }, [change])
}

const page = (path: string) => portal.fetch(new Request(publicUrl + path))

async function titlesFor(word: string): Promise<string[]> {
  const response = await page(`/search?q=${word}`)
  return textsOf(read(await response.text()), '.result-row h3')
}

test('a published practice is on the search page within two seconds, and so is every change of it', async () => {
  expect(await titlesFor('lighthouse')).toEqual([])
  await publish('Lighthouse for arrivals', 'lighthouse')
  await expect.poll(() => titlesFor('lighthouse'), { timeout: 2000 }).toEqual(['Lighthouse for arrivals'])
  await publish('Beacon for arrivals', 'beacon')
  await expect.poll(() => titlesFor('beacon'), { timeout: 2000 }).toEqual(['Beacon for arrivals'])
  expect(await titlesFor('lighthouse')).toEqual([])
})

test('the address a practice had before leads to the one it has now', async () => {
  await publish('Lighthouse for arrivals', 'lighthouse')
  await publish('Beacon for arrivals', 'beacon')
  const response = await page('/practices/lighthouse')
  expect([response.status, response.headers.get('Location')]).toEqual([301, '/practices/beacon'])
  expect((await page('/practices/beacon')).status).toBe(200)
})
