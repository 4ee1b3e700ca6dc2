import { execFileSync, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** A server in a process of its own. */
export type Target = {
  origin: string
  /** Milliseconds from the start of the process until it said that it was ready. */
  readyMs: number
  /** Resident memory of the process, in MB of 1,000,000 bytes. */
  memoryMb(): number
  stop(): Promise<void>
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject()))
    })
  })

const isReady = async (origin: string): Promise<boolean> => {
  try {
    const response = await fetch(`${origin}/readyz`)
    await response.body?.cancel()
    return response.ok
  } catch {
    return false
  }
}

const longestStartMs = 300_000

// Nothing of the caller's configuration may change what is measured.
const cleanEnv = () => ({ PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: process.env.TMPDIR })

/**
 * Starts a script (relative to the repository) under the Node that runs this, with PORT and `env` set, and waits until
 * its `/readyz` answers 200.
 * @throws Error when it ends before that, with what it had printed
 */
export const startTarget = async (script: string, env: Record<string, string>): Promise<Target> => {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const path = fileURLToPath(new URL(`../../${script}`, import.meta.url))
  const start = performance.now()
  const child = spawn(process.execPath, [path], {
    env: { ...cleanEnv(), ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said = (said + chunk).slice(-5000)
    })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  while (!(await isReady(origin))) {
    if (child.exitCode !== null || performance.now() - start > longestStartMs)
      throw new Error(`${script} did not become ready:\n${said}`)
    await wait(10)
  }
  const readyMs = performance.now() - start
  return {
    origin,
    readyMs,
    memoryMb: () => (Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)])) * 1024) / 1e6,
    async stop() {
      child.kill('SIGTERM')
      await ended
      process.off('exit', kill)
    },
  }
}

/** Starts Hansa as people run it; `url` is that of a PostgreSQL server. */
export const startProduct = ({ dataDir, url }: { dataDir: string; url?: string }): Promise<Target> =>
  startTarget('apps/server/src/main.ts', {
    DATA_DIR: dataDir,
    LOG_LEVEL: 'warn',
    ...(url && { DATABASE_URL: url }),
  })
