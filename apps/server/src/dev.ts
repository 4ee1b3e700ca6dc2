import { createServer as createHttpServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { createApi } from '@hansa/api'
import { createPortal } from '@hansa/portal'
import { getRequestListener } from '@hono/node-server'
import { createServer as createVite } from 'vite'
import { readEnv, settleNodeEnv } from './env.ts'
import { explain } from './explain.ts'
import { openFilesOf } from './files.ts'
import { createApp } from './http/app.ts'
import { createLog } from './log.ts'
import { createOutput } from './output.ts'
import { openPost } from './post.ts'
import { createProgress } from './progress.ts'
import { openSingleSignOn } from './provider.ts'
import { createReadiness } from './readiness.ts'
import { openServices } from './services.ts'
import { stopSignal } from './stop-signal.ts'

/* `pnpm dev`: the same application, with Vite compiling the portal as it changes. Node's watcher restarts the rest. */

const portalRoot = fileURLToPath(new URL('../../portal', import.meta.url))

async function run(): Promise<void> {
  settleNodeEnv('development')
  const env = readEnv()
  const clock = { now: () => new Date() }
  const output = createOutput(process.stdout, 'text')
  const log = createLog(output, { level: env.LOG_LEVEL, now: clock.now })
  const signal = stopSignal()
  const readiness = createReadiness()
  const publicUrl = env.PUBLIC_URL ?? `http://localhost:${env.PORT}`
  const parts = { log, progress: createProgress(output, log), readiness, clock, signal }
  const services = await openServices(env, parts)
  const post = await openPost(env, { database: services.database, clock, log, publicUrl })
  const { accounts, mailbox } = post
  const people = { accounts, provider: openSingleSignOn(env, publicUrl) }
  const files = await openFilesOf(env)
  const deps = { ...services, db: services.database.db, files, clock, log, publicUrl }
  const api = createApi({ ...deps, ...people })

  const server = createHttpServer()
  const vite = await createVite({
    root: portalRoot,
    configFile: `${portalRoot}/vite.config.ts`,
    server: { middlewareMode: true, hmr: { server } },
    appType: 'custom',
  })
  const portal = createPortal({
    executor: api.execute,
    publicUrl,
    now: clock.now,
    mode: 'development',
    examples: true,
    build: async () => {
      const build = await vite.ssrLoadModule('virtual:remix/server-build')
      // Vite types every module as a record; this one is written by the Remix plugin.
      return build as Awaited<ReturnType<NonNullable<Parameters<typeof createPortal>[0]['build']>>>
    },
  })
  const mounted = { api: api.fetch, attachments: api.fetch, portal: portal.fetch, files: null, mailbox }
  const app = createApp({ publicUrl, log, readiness, mounted: () => mounted, inlineStyles: true })
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false })
  server.on('request', (request, response) =>
    vite.middlewares(request, response, () => void listener(request, response)),
  )
  server.listen(env.PORT, env.HOST, () => output.line(`Hansa is ready for changes: ${publicUrl}`))
  await new Promise((resolve) => signal.addEventListener('abort', resolve))
  await vite.close()
  server.closeAllConnections()
  await post.stop()
  await services.close()
}

process.exit(await run().then(() => 0, explain))
