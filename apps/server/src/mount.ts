import { existsSync } from 'node:fs'
import { createApi, startAllJobs, startAttachmentSweeper } from '@hansa/api'
import { createPortal, type Executor, type Portal } from '@hansa/portal'
import type { Env } from './env.ts'
import { openFilesOf } from './files.ts'
import type { Mounted } from './http/app.ts'
import { keepPages } from './http/kept-pages.ts'
import { readStaticFiles } from './http/static-files.ts'
import { createHttpExecutor, isApiReady } from './http-executor.ts'
import { forwardFiles } from './http-files.ts'
import { openPost } from './post.ts'
import { openSingleSignOn } from './provider.ts'
import { PARTS } from './readiness.ts'
import { openServices, type ServiceParts } from './services.ts'
import type { Stores } from './stores.ts'

/** What one role serves, and how to end it. */
export type Role = { mounted: Mounted; close(): Promise<void> }

export type RoleParts = ServiceParts & { publicUrl: string }

async function mountPortal(
  executor: Executor,
  { publicUrl, clock }: RoleParts,
): Promise<Pick<Mounted, 'files'> & { portal: Portal }> {
  const portal: Portal = createPortal({ executor, publicUrl, now: clock.now })
  if (!existsSync(portal.clientDir))
    throw new Error('The portal is not built; run npm start, or npm run build.')
  return { portal, files: await readStaticFiles(portal.clientDir) }
}

async function mountRemotePortal(apiUrl: string, parts: RoleParts): Promise<Role> {
  for (const part of PARTS) parts.readiness.set(part, () => isApiReady(apiUrl))
  const { portal, files } = await mountPortal(createHttpExecutor(apiUrl, parts.publicUrl), parts)
  // Nobody here says when something changes, so no page is kept.
  const attachments = forwardFiles(apiUrl, parts.publicUrl)
  return {
    mounted: { api: null, attachments, portal: portal.fetch, files },
    close: async () => undefined,
  }
}

/**
 * Opens what the role of this process needs and puts it together.
 *
 * @param stores opening already; null for a portal of an API elsewhere
 */
export async function mountRole(env: Env, parts: RoleParts, stores: Promise<Stores> | null): Promise<Role> {
  if (env.API_URL) return await mountRemotePortal(env.API_URL, parts)
  const services = await openServices(env, parts, stores ?? undefined)
  const { log, clock, publicUrl } = parts
  const closing = [services.close]
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step()
  }
  try {
    const { database, search, stemmers, kept } = services
    const post = await openPost(env, { database, clock, log, publicUrl })
    closing.push(post.stop)
    const nothing: Mounted = { api: null, portal: null, files: null }
    const { accounts, mailbox } = post
    const attached = await openFilesOf(env)
    const people = { accounts, provider: openSingleSignOn(env, publicUrl) }
    const base = { db: database.db, search, stemmers, kept, files: attached, clock, log, publicUrl }
    const deps = { ...base, ...people }
    const jobs = await startAllJobs(database, deps)
    closing.push(jobs.stop)
    if (env.ROLE === 'worker') return { mounted: nothing, close }
    const api = createApi(deps)
    const sweeper = startAttachmentSweeper({ database, clock, log, store: attached.store })
    closing.push(async () => sweeper.stop())
    const served = { api: api.fetch, attachments: api.fetch, mailbox }
    if (env.ROLE === 'api') return { mounted: { ...nothing, ...served }, close }
    const { portal, files } = await mountPortal(api.execute, parts)
    const mostBytes = env.KEPT_PAGES_MB * 1_000_000
    const pages = keepPages(portal.fetch, { kept, variantOf: portal.variantOf, mostBytes })
    return { mounted: { ...served, portal: pages, files }, close }
  } catch (error) {
    await close()
    throw error
  }
}
