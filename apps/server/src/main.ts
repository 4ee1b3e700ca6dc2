import './load-quickly.ts'
import { relative } from 'node:path'
import { type Env, readEnv, settleNodeEnv } from './env.ts'
import { explain } from './explain.ts'
import { keepCompiled } from './keep-compiled.ts'
import { createLog } from './log.ts'
import { createOutput } from './output.ts'
import { createProgress } from './progress.ts'
import { stopSignal } from './stop-signal.ts'

/* The process: configuration, one server, a clean end. Exit codes: 0 stopped as asked, 78 configuration, 1 the rest. */

const LONGEST_STOP_MS = 20_000

function readyLine(env: Env, url: string): string {
  const folder = relative(process.cwd(), env.DATA_DIR)
  const where = env.DATABASE_URL ? 'PostgreSQL' : folder.startsWith('..') ? env.DATA_DIR : folder || '.'
  const parts = {
    all: [`Hansa is ready: ${url}`, `API ${url}/graphql`, `data in ${where}`],
    api: [`The API of Hansa is ready: ${url}/graphql`, `data in ${where}`],
    portal: [`The portal of Hansa is ready: ${url}`, `API ${env.API_URL}/graphql`],
    worker: ['The worker of Hansa is ready', `health at ${url}/readyz`, `data in ${where}`],
  }
  return parts[env.ROLE].join('  ·  ')
}

async function run(): Promise<void> {
  const env = readEnv()
  if (env.ROLE !== 'portal') keepCompiled(env.DATA_DIR)
  settleNodeEnv('production')
  const signal = stopSignal()
  const asked = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => {
      resolve()
      setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref()
    })
  })
  const clock = { now: () => new Date() }
  const output = createOutput(process.stdout, env.LOG_FORMAT)
  const events = createLog(output, { level: env.LOG_LEVEL, now: clock.now })
  // A person at a terminal follows the steps; what the parts report besides is for programs, or for LOG_LEVEL=debug.
  const log = output.format === 'text' ? { ...events, info: events.debug } : events
  // Loaded late: a wrong variable is told at once, and not after everything there is has been read.
  const { startServer } = await import('./serve.ts')
  const server = await startServer(env, { log, progress: createProgress(output, events), clock, signal })
  if (!server) return
  events.info({}, readyLine(env, server.url))
  await asked
  events.info({}, 'Stopping…')
  await server.close()
}

process.exit(await run().then(() => 0, explain))
