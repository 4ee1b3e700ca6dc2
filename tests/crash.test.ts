import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { seededCopy } from './support/seeded.ts'
import {
  countEntries,
  launch,
  launchServer,
  removeFolder,
  startServer,
  temporaryFolder,
  waitFor,
} from './support/server.ts'

let room = ''
const { entries } = inject('seeded')

beforeAll(async () => {
  room = await temporaryFolder()
})
afterAll(() => removeFolder(room))

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test('killed again and again during its first start, the next start has everything', async () => {
  const DATA_DIR = join(room, 'first')
  // Each start comes further than the one before, so that every step is hit once.
  for (const [said, ms] of [
    ['', 150],
    ['Creating the database', 400],
    ['Loading the seed', 0],
    ['Loading the seed', 1500],
    ['Opening the search index', 100],
  ] as const) {
    const program = launchServer({ DATA_DIR })
    await waitFor(program, () => program.stdout().includes(said) || program.stdout().includes('is ready'))
    await pause(ms)
    program.child.kill('SIGKILL')
    expect(await program.exited).toEqual({ code: null, signal: 'SIGKILL' })
  }
  const server = await startServer({ DATA_DIR })
  expect(await countEntries(server.url)).toBe(entries)
  expect((await server.stop()).code).toBe(0)
})

test('killed while it writes, the next start has every acknowledged entry, and finds it', async () => {
  const DATA_DIR = await seededCopy(room)
  for (const round of ['alpha', 'beta']) {
    const writer = launch('tests/support/writer.ts', [DATA_DIR, round], {})
    const acknowledged = () => writer.stdout().trim().split('\n').filter(Boolean).length
    await waitFor(writer, () => acknowledged() >= 20)
    writer.child.kill('SIGKILL')
    await writer.exited
    const kept = acknowledged()
    const server = await startServer({ DATA_DIR })
    const found = await countEntries(server.url, `"unbreakable promise ${round}"`)
    expect(found).toBeGreaterThanOrEqual(kept)
    // One more may have been committed in the moment before its acknowledgement.
    expect(found).toBeLessThanOrEqual(kept + 1)
    // Killed itself, the server leaves an index behind that the next round must bring up to date.
    await server.stop('SIGKILL')
  }
})
