import type { Clock } from '@hansa/db'
import { getRequestListener } from '@hono/node-server'
import type { Env } from './env.ts'
import { createApp, type Mounted } from './http/app.ts'
import { type Listening, listen } from './listen.ts'
import type { Log } from './log.ts'
import type { Role } from './mount.ts'
import type { Progress } from './progress.ts'
import { createReadiness } from './readiness.ts'
import { openStores } from './stores.ts'

export type ServerParts = {
  log: Log
  progress: Progress
  clock: Clock
  /** Aborted when the process shall stop, also in the middle of a start. */
  signal: AbortSignal
}

export type RunningServer = {
  /** Where people reach it, without a trailing slash. */
  url: string
  close(): Promise<void>
}

const DRAIN_MS = 10_000

async function open(env: Env, url: string, parts: ServerParts, listening: Listening): Promise<RunningServer> {
  const readiness = createReadiness()
  let mounted: Mounted | null = null
  const app = createApp({
    publicUrl: url,
    log: parts.log,
    readiness,
    mounted: () => mounted,
    proxyHops: env.PROXY_HOPS,
  })
  listening.server.on('request', getRequestListener(app.fetch, { overrideGlobalObjects: false }))
  const stores = env.API_URL ? null : openStores(env, parts)
  // Who waits for it is told; until the rest of the code is read nobody does.
  stores?.catch(() => undefined)
  // Most of the code is read while the threads of database and search start.
  const { mountRole } = await import('./mount.ts')
  const role: Role = await mountRole(env, { ...parts, readiness, publicUrl: url }, stores)
  mounted = role.mounted
  return {
    url,
    async close() {
      readiness.stop()
      await listening.drain(DRAIN_MS)
      await role.close()
    },
  }
}

/**
 * Starts a server: the port first, so that a taken one is known at once, then what it serves.
 * @returns null when it was asked to stop before it was ready
 * @throws CannotListen, and what opening the database, the seed or the search index throws
 */
export async function startServer(env: Env, parts: ServerParts): Promise<RunningServer | null> {
  const listening = await listen(env.HOST, env.PORT)
  try {
    return await open(env, env.PUBLIC_URL ?? `http://localhost:${listening.port}`, parts, listening)
  } catch (error) {
    await listening.drain(0)
    if (parts.signal.aborted) return null
    throw error
  }
}
