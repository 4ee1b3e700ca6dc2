import '@hansa/server/src/load-quickly.ts'
import { readEnv, settleNodeEnv } from '@hansa/server/src/env.ts'
import { keepCompiled } from '@hansa/server/src/keep-compiled.ts'
import { createLog } from '@hansa/server/src/log.ts'
import { createOutput } from '@hansa/server/src/output.ts'
import { silentProgress } from '@hansa/server/src/progress.ts'
import { stopSignal } from '@hansa/server/src/stop-signal.ts'

/* The server as its own program starts it, with a clock that goes ahead: `node clocked-server.ts <milliseconds>`. */

const ahead = Number(process.argv[2])
const clock = { now: () => new Date(Date.now() + ahead) }
const env = readEnv()
keepCompiled(env.DATA_DIR)
settleNodeEnv('production')
const signal = stopSignal()
const log = createLog(createOutput(process.stdout, env.LOG_FORMAT), { level: 'warn', now: clock.now })
const { startServer } = await import('@hansa/server/src/serve.ts')
const server = await startServer(env, { log, progress: silentProgress, clock, signal })
if (server) {
  process.stdout.write(`Hansa is ready: ${server.url}\n`)
  signal.addEventListener('abort', () => server.close().then(() => process.exit(0)))
}
