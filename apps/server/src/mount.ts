import { existsSync } from 'node:fs'
import { createApi } from '@hansa/api'
import { createPortal, type Executor, type Portal } from '@hansa/portal'
import type { Env } from './env.ts'
import type { Mounted } from './http/app.ts'
import { readStaticFiles } from './http/static-files.ts'
import { createHttpExecutor, isApiReady } from './http-executor.ts'
import { PARTS } from './readiness.ts'
import { openServices, type ServiceParts } from './services.ts'

/** What one role serves, and how to end it. */
export type Role = { mounted: Mounted; close(): Promise<void> }

export type RoleParts = ServiceParts & { publicUrl: string }

async function mountPortal(
  executor: Executor,
  { publicUrl, clock }: RoleParts,
): Promise<Pick<Mounted, 'portal' | 'files'>> {
  const portal: Portal = createPortal({ executor, publicUrl, now: clock.now })
  if (!existsSync(portal.clientDir))
    throw new Error('The portal is not built; run npm start, or npm run build.')
  return { portal: portal.fetch, files: await readStaticFiles(portal.clientDir) }
}

async function mountRemotePortal(apiUrl: string, parts: RoleParts): Promise<Role> {
  for (const part of PARTS) parts.readiness.set(part, () => isApiReady(apiUrl))
  const portal = await mountPortal(createHttpExecutor(apiUrl), parts)
  return { mounted: { api: null, ...portal }, close: async () => undefined }
}

/** Opens what the role of this process needs and puts it together. */
export async function mountRole(env: Env, parts: RoleParts): Promise<Role> {
  if (env.API_URL) return await mountRemotePortal(env.API_URL, parts)
  const services = await openServices(env, parts)
  const { log, clock, publicUrl } = parts
  try {
    const nothing: Mounted = { api: null, portal: null, files: null }
    if (env.ROLE === 'worker') return { mounted: nothing, close: services.close }
    const { database, search, stemmers } = services
    const api = createApi({ db: database.db, search, stemmers, clock, log, publicUrl })
    if (env.ROLE === 'api') return { mounted: { ...nothing, api: api.fetch }, close: services.close }
    return { mounted: { api: api.fetch, ...(await mountPortal(api.execute, parts)) }, close: services.close }
  } catch (error) {
    await services.close()
    throw error
  }
}
