import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { copyInstance } from './support/seeded.ts'
import {
  ask,
  countEntries,
  launchServer,
  type Program,
  removeFolder,
  startServer,
  temporaryFolder,
  type Variables,
  waitFor,
} from './support/server.ts'

let room = ''
const { folder: seeded, output: firstOutput, entries } = inject('seeded')

beforeAll(async () => {
  room = await temporaryFolder()
})
afterAll(() => removeFolder(room))

const seededCopy = (name: string): Promise<string> => copyInstance(seeded, join(room, name))

/** What a start that must not succeed says, and how it ends. */
async function refusal(variables: Variables): Promise<{ code: number | null; sentences: string[] }> {
  const program = launchServer(variables)
  const { code } = await program.exited
  return { code, sentences: program.stderr().trim().split('\n') }
}

describe('a first start', () => {
  test('creates the database, loads the seed and says where everything is', () => {
    const lines = firstOutput.trim().split('\n')
    expect(lines).toContain('Creating the database…')
    expect(lines).toContain('Loading the seed…')
    const place = 'http://localhost:\\d+'
    expect(firstOutput).toMatch(new RegExp(`Hansa is ready: ${place}  ·  API ${place}/graphql  ·  data in /`))
    expect(entries).toBeGreaterThan(700)
  })

  test('is plain text where nobody watches', () => {
    expect(firstOutput).not.toContain('\x1b')
  })

  test('answers from its first second: alive, not ready, come back soon', async () => {
    const free = await freePort()
    const program = launchServer({ DATA_DIR: join(room, 'early'), PORT: String(free) })
    const url = `http://127.0.0.1:${free}`
    await waitFor(program, () => program.stdout().includes('Creating the database'))
    const ready = await fetch(`${url}/readyz`)
    const page = await fetch(`${url}/search?q=housing`, { headers: { Accept: 'text/html' } })
    expect([ready.status, page.status, page.headers.get('Retry-After')]).toEqual([503, 503, '2'])
    expect(await ready.json()).toMatchObject({ ready: false, seed: 'missing' })
    expect(await page.text()).toContain('Hansa is starting')
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    program.child.kill('SIGKILL')
    await program.exited
  })

  test('stopped in the middle ends cleanly, and the next one finishes it', async () => {
    const DATA_DIR = join(room, 'interrupted')
    const program = launchServer({ DATA_DIR })
    await waitFor(program, () => program.stdout().includes('Loading the seed'))
    program.child.kill('SIGTERM')
    expect(await program.exited).toEqual({ code: 0, signal: null })
    expect(program.stdout()).not.toContain('ready')
    const server = await startServer({ DATA_DIR })
    expect(await countEntries(server.url)).toBe(entries)
    await server.stop()
  })
})

describe('a second start', () => {
  test('finds everything as it was and neither creates nor loads anything', async () => {
    const server = await startServer({ DATA_DIR: await seededCopy('second') })
    expect(await countEntries(server.url)).toBe(entries)
    expect(server.stdout()).not.toMatch(/Creating|Loading/)
    await server.stop()
  })

  test('serves page, search and API on one origin', async () => {
    const server = await startServer({ DATA_DIR: await seededCopy('origin') })
    const ready = await fetch(`${server.url}/readyz`)
    expect(await ready.json()).toEqual({ ready: true, database: 'ready', search: 'ready', seed: 'ready' })
    const home = await fetch(`${server.url}/`)
    expect([home.status, home.headers.get('Content-Type')]).toEqual([200, 'text/html; charset=utf-8'])
    const search = await fetch(`${server.url}/search?q=housing`)
    expect(search.status).toBe(200)
    const { __typename } = await ask<{ __typename: string }>(server.url, '{ __typename }')
    expect(__typename).toBe('Query')
    await server.stop()
  })
})

describe('the end', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s is a clean one, repeated or not',
    async (signal) => {
      const server = await startServer({ DATA_DIR: await seededCopy(signal) })
      server.child.kill(signal)
      server.child.kill(signal)
      expect(await server.exited).toEqual({ code: 0, signal: null })
      expect(server.stderr()).toBe('')
      await expect(fetch(`${server.url}/healthz`)).rejects.toThrow()
    },
  )

  test('comes by itself when whoever started it is gone', async () => {
    const server = await startServer({ DATA_DIR: await seededCopy('orphan') })
    server.child.disconnect()
    expect(await server.exited).toEqual({ code: 0, signal: null })
  })
})

describe('what cannot work is refused in one sentence', () => {
  test('a taken port, naming another one to try', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as AddressInfo
    const { code, sentences } = await refusal({ DATA_DIR: join(room, 'port'), PORT: String(port) })
    other.close()
    expect(sentences).toEqual([
      expect.stringMatching(new RegExp(`^Port ${port} is taken.*PORT=\\d+ npm start$`)),
    ])
    expect(code).toBe(1)
  })

  test('a data folder that is a file, also above it', async () => {
    const file = join(room, 'a-file')
    await writeFile(file, '')
    for (const DATA_DIR of [file, join(file, 'below')]) {
      const { code, sentences } = await refusal({ DATA_DIR })
      expect(sentences).toEqual([
        expect.stringMatching(/^The data folder .* cannot be written.*DATA_DIR.*\.$/),
      ])
      expect(code).toBe(1)
    }
  })

  test('a data folder nobody can write, not even root', async () => {
    const { code, sentences } = await refusal({ DATA_DIR: '/proc/hansa' })
    expect(sentences).toEqual([expect.stringMatching(/^The data folder \/proc\/hansa cannot be written/)])
    expect(code).toBe(1)
  })

  test('a data folder that another process has open; that one goes on undisturbed', async () => {
    const DATA_DIR = await seededCopy('shared')
    const first: Program & { url: string } = await startServer({ DATA_DIR })
    const { code, sentences } = await refusal({ DATA_DIR })
    expect(sentences).toEqual([
      `The data folder ${DATA_DIR} is in use by process ${first.child.pid}; stop that one first, or set DATA_DIR to another folder.`,
    ])
    expect(code).toBe(1)
    expect(await countEntries(first.url)).toBe(entries)
    first.child.kill('SIGTERM')
    await first.exited
  })

  test('a PostgreSQL server that does not answer', async () => {
    const { code, sentences } = await refusal({ DATABASE_URL: 'postgresql://hansa:secret@127.0.0.1:1/hansa' })
    expect(sentences).toHaveLength(1)
    expect(sentences[0]).toMatch(/\.$/)
    expect(sentences[0]).not.toContain('secret')
    expect(code).toBe(1)
  })

  test.each([
    ['PORT', 'eighty'],
    ['HOST', '192.0.2.1'],
    ['DATABASE_URL', 'mysql://localhost/hansa'],
    ['MEILI_URL', 'http://localhost:7700'],
    ['MEILI_KEY', 'secret'],
    ['PUBLIC_URL', 'hansa'],
    ['ROLE', 'boss'],
    ['ROLE', 'api'],
    ['ROLE', 'worker'],
    ['ROLE', 'portal'],
    ['API_URL', 'nowhere'],
    ['LOG_LEVEL', 'shout'],
    ['LOG_FORMAT', 'xml'],
    ['NODE_ENV', 'production'],
  ])('%s=%s, naming the variable', async (name, value) => {
    const DATA_DIR = join(room, 'never-made')
    const { code, sentences } = await refusal({ DATA_DIR, [name]: value })
    expect(sentences).toEqual([expect.stringMatching(new RegExp(`\\b${name}\\b.*\\.$`))])
    expect(code).toBe(name === 'HOST' ? 1 : 78)
  })
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
