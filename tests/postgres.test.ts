import { createHash, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seededCopy } from './support/seeded.ts'
import {
  ask,
  countEntries,
  launchServer,
  removeFolder,
  runCommand,
  startServer,
  temporaryFolder,
  waitFor,
} from './support/server.ts'

/** Where the run has put a server for tests (infra/test-postgres.mjs); without one these tests are skipped. */
const server = process.env.HANSA_TEST_DATABASE_URL ?? ''

let room = ''
let DATA_DIR = ''

async function emptyDatabase(): Promise<string> {
  const name = `hansa_system_${randomBytes(6).toString('hex')}`
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`)
  await admin.end()
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

/** Hash of the rows of an export; its first and last line tell when it was made, not what it holds. */
async function rowsOf(file: string): Promise<string> {
  const lines = (await readFile(file, 'utf8')).trim().split('\n').slice(1, -1)
  expect(lines.length).toBeGreaterThan(1000)
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}

/** What a reader sees of an instance, through the API. */
function contentOf(url: string): Promise<unknown> {
  return ask(
    url,
    `{ search(text: "housing", first: 50) { totalCount nodes { id path title { value } } facets { name values { value count } } } }`,
  )
}

describe.skipIf(!server)('the same instance on PostgreSQL', () => {
  beforeAll(async () => {
    room = await temporaryFolder()
    DATA_DIR = await seededCopy(room)
  })
  afterAll(() => removeFolder(room))

  test('moves there and back row for row, and reads the same in both', async () => {
    const DATABASE_URL = await emptyDatabase()
    const there = join(room, 'there.ndjson')
    const back = join(room, 'back.ndjson')
    expect(await runCommand(['export', there], { DATA_DIR })).toMatchObject({ code: 0 })
    const elsewhere = { DATABASE_URL, DATA_DIR: join(room, 'index') }
    expect(await runCommand(['import', there], elsewhere)).toMatchObject({ code: 0 })
    expect(await runCommand(['export', back], elsewhere)).toMatchObject({ code: 0 })
    expect(await rowsOf(back)).toBe(await rowsOf(there))

    const embedded = await startServer({ DATA_DIR })
    const postgres = await startServer(elsewhere)
    expect(postgres.stdout()).toContain('data in PostgreSQL')
    expect(postgres.stdout()).not.toContain('Loading the seed')
    expect(await contentOf(postgres.url)).toEqual(await contentOf(embedded.url))
    expect((await postgres.stop()).code).toBe(0)
    expect((await embedded.stop()).code).toBe(0)

    const home = { DATA_DIR: join(room, 'home') }
    expect(await runCommand(['import', back], home)).toMatchObject({ code: 0 })
    const again = join(room, 'again.ndjson')
    expect(await runCommand(['export', again], home)).toMatchObject({ code: 0 })
    expect(await rowsOf(again)).toBe(await rowsOf(there))
  })

  test('two servers started at once on an empty one load the seed once', async () => {
    const DATABASE_URL = await emptyDatabase()
    const starts = ['a', 'b'].map((name) => startServer({ DATABASE_URL, DATA_DIR: join(room, name) }))
    const [one, two] = await Promise.all(starts)
    if (!one || !two) throw new Error('two servers were started')
    const count = await countEntries(one.url)
    expect(count).toBeGreaterThan(700)
    expect(await countEntries(two.url)).toBe(count)
    expect([one, two].filter(({ stdout }) => stdout().includes('Loading the seed'))).toHaveLength(1)
    await Promise.all([one.stop(), two.stop()])
  })

  test('the roles run apart: an API, and a portal that asks it', async () => {
    const DATABASE_URL = await emptyDatabase()
    const api = launchServer({ DATABASE_URL, DATA_DIR: join(room, 'roles'), ROLE: 'api' })
    const API_URL = await waitFor(api, () => /ready: (http:\/\/[^\s/]+)/.exec(api.stdout())?.[1])
    const portal = await startServer({ ROLE: 'portal', API_URL })
    expect((await fetch(`${portal.url}/readyz`)).status).toBe(200)
    expect((await fetch(`${portal.url}/search?q=housing`)).status).toBe(200)
    expect((await fetch(`${portal.url}/graphql`)).status).toBe(404)
    expect((await fetch(`${API_URL}/search`)).status).toBe(404)
    api.child.kill('SIGTERM')
    await api.exited
    const page = await fetch(`${portal.url}/search?q=housing`)
    expect(page.status).toBe(503)
    expect((await fetch(`${portal.url}/readyz`)).status).toBe(503)
    expect((await portal.stop()).code).toBe(0)
  })

  test('a command says in one sentence what is wrong with a file', async () => {
    const DATABASE_URL = await emptyDatabase()
    const missing = await runCommand(['import', join(room, 'none')], { DATABASE_URL })
    expect([missing.code, missing.said]).toEqual([1, expect.stringMatching(/cannot be read \(ENOENT\)\.\n$/)])
    const wrong = await runCommand(['import', join(DATA_DIR, 'pglite/PG_VERSION')], { DATABASE_URL })
    expect([wrong.code, wrong.said]).toEqual([1, expect.stringMatching(/Line 1: /)])
    const unknown = await runCommand(['destroy'], {})
    expect([unknown.code, unknown.said]).toEqual([64, expect.stringContaining('Usage: npm run hansa')])
  })
})
