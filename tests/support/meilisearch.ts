import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { KEY_ACTIONS } from '@hansa/search'

const MASTER_KEY = 'a-master-key-for-tests-only'

/** A real Meilisearch that may be killed and started again on the same data. */
export type TestMeilisearch = {
  readonly url: string
  /** A key with just the rights that Hansa asks for. */
  readonly key: string
  start(): Promise<void>
  kill(): Promise<void>
}

/**
 * Starts a Meilisearch server program on a free port.
 *
 * @param program path of the program
 * @param folder where it keeps its data
 */
export async function startMeilisearch(program: string, folder: string): Promise<TestMeilisearch> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess | null = null
  const start = async () => {
    const options = [
      '--http-addr',
      `127.0.0.1:${port}`,
      '--db-path',
      join(folder, 'data'),
      '--master-key',
      MASTER_KEY,
    ]
    const small = ['--no-analytics', '--max-indexing-memory', '200MiB', '--max-indexing-threads', '1']
    child = spawn(program, [...options, ...small], { cwd: folder, stdio: 'ignore' })
    while (!(await isHealthy(url))) {
      if (child.exitCode !== null) throw new Error(`${program} ended with ${child.exitCode}`)
      await pause(50)
    }
  }
  await start()
  return {
    url,
    key: await createKey(url),
    start,
    async kill() {
      const ended = new Promise((resolve) => child?.once('exit', resolve))
      child?.kill('SIGKILL')
      await ended
    },
  }
}

async function isHealthy(url: string): Promise<boolean> {
  return fetch(`${url}/health`).then(
    (answer) => answer.ok,
    () => false,
  )
}

async function createKey(url: string): Promise<string> {
  const answer = await fetch(`${url}/keys`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${MASTER_KEY}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: 'Hansa', actions: KEY_ACTIONS, indexes: ['*'], expiresAt: null }),
  })
  const { key }: { key: string } = await answer.json()
  return key
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
