import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { type RequestIdVariables, requestId } from 'hono/request-id'
import type { SecureHeadersVariables } from 'hono/secure-headers'
import type { Log } from '../log.ts'
import type { Readiness } from '../readiness.ts'
import { clientAddress } from './client-address.ts'
import { compressPages } from './encoding.ts'
import { logRequests } from './request-log.ts'
import { securityHeaders } from './security.ts'
import { startingPage } from './starting-page.ts'
import { type StaticFiles, serveStatic } from './static-files.ts'

/** Answers one request; the context tells what this server knows about it. */
export type Handler = (
  request: Request,
  context: { requestId: string; nonce: string; address: string | undefined },
) => Response | Promise<Response>

/** What a started server mounts; which parts there are depends on its role. */
export type Mounted = {
  api: Handler | null
  /** Takes and gives images and PDFs at `/files`. */
  attachments?: Handler | null
  portal: Handler | null
  files: StaticFiles | null
  mailbox?: Handler | null
}

type Options = {
  publicUrl: string
  log: Log
  readiness: Readiness
  /** Null while the server starts. */
  mounted: () => Mounted | null
  /** How many proxies stand before this process; none unless told. */
  proxyHops?: number
  /** For development: Vite writes styles into the page and talks over a socket. */
  inlineStyles?: boolean
}

type Variables = RequestIdVariables & SecureHeadersVariables

const LARGEST_BODY = 1024 * 1024
/** Mail programs post here from nowhere, to stop letters (RFC 8058): what the address holds is proof enough, and no cookie counts. */
const STOP_LETTERS = /^(\/[a-z]{2})?\/stop-letters$/
const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS']

/** The one HTTP application: health, API, attachments, files, portal, in this order, behind the same middlewares. */
export function createApp({
  publicUrl,
  log,
  readiness,
  mounted,
  proxyHops = 0,
  inlineStyles = false,
}: Options): Hono<{ Variables: Variables }> {
  const app = new Hono<{ Variables: Variables }>()
  // The id is always ours: an id from outside could be made to look like somebody else's request.
  app.use(requestId({ headerName: '' }))
  app.use(logRequests(log))
  app.use(securityHeaders(publicUrl, inlineStyles))
  app.use(compressPages)
  app.use(async (c, next) => {
    await next()
    c.res.headers.set('X-Request-Id', c.get('requestId'))
  })
  app.use(async (c, next) => {
    if (METHODS.includes(c.req.method)) return await next()
    return c.text('This method is not served here.', 405, { Allow: METHODS.join(', ') })
  })
  const limited = bodyLimit({
    maxSize: LARGEST_BODY,
    onError: (c) => c.text('The request is larger than 1 MB.', 413),
  })
  // Files have limits of their own, by what they are.
  app.use(async (c, next) => (c.req.path === '/files' ? await next() : await limited(c, next)))

  app.get('/healthz', (c) => c.text('alive\n', 200, { 'Cache-Control': 'no-store' }))
  app.get('/readyz', async (c) => {
    const parts = await readiness.report()
    const report = { ...parts, ready: parts.ready && mounted() !== null }
    return c.json(report, report.ready ? 200 : 503, { 'Cache-Control': 'no-store' })
  })

  const context = (c: Context<{ Variables: Variables }>) => ({
    requestId: c.get('requestId') ?? '',
    nonce: c.get('secureHeadersNonce') ?? '',
    address: clientAddress(c, proxyHops),
  })
  app.use(async (c, next) => (mounted() ? await next() : await startingPage(c, context(c).nonce)))
  for (const path of ['/graphql', '/graphql/assets/*'])
    app.all(path, async (c, next) => (await mounted()?.api?.(c.req.raw, context(c))) ?? (await next()))
  for (const path of ['/files', '/files/*'])
    app.all(
      path,
      async (c, next) => (await mounted()?.attachments?.(c.req.raw, context(c))) ?? (await next()),
    )
  app.get(
    '/mailbox',
    async (c, next) => (await mounted()?.mailbox?.(c.req.raw, context(c))) ?? (await next()),
  )
  app.use(serveStatic(() => mounted()?.files ?? null))
  // Forms of other sites may not post here. Behind a proxy the request itself says http, so the origin is compared.
  const ownForms = csrf({ origin: (origin, c) => [publicUrl, new URL(c.req.url).origin].includes(origin) })
  app.use(async (c, next) => (STOP_LETTERS.test(c.req.path) ? await next() : await ownForms(c, next)))
  app.all('*', async (c, next) => (await mounted()?.portal?.(c.req.raw, context(c))) ?? (await next()))
  app.notFound((c) => c.text('There is nothing at this address.', 404))
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse()
    log.error({ error, requestId: c.get('requestId'), path: c.req.path }, 'a request failed unexpectedly')
    return c.text(`Something went wrong on our side. Reference: ${c.get('requestId')}`, 500)
  })
  return app
}
