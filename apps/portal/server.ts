import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { createRequestHandler, type ServerBuild } from '@remix-run/server-runtime'
import { createExecute, type Executor } from './app/api.server.ts'
import { splitLocale } from './app/i18n/locale.ts'
import { lastResortPage } from './app/last-resort.ts'
import { variantOf } from './app/page-variant.ts'

export type { Executor, ExecutorCall, ExecutorError, ExecutorResult } from './app/api.server.ts'

export interface PortalOptions {
  /** Runs the portal's documents: in process against the schema, or over HTTP. */
  readonly executor: Executor
  /** Origin of the instance without a trailing slash. */
  readonly publicUrl: string
  readonly now: () => Date
  /** Serves `/__examples`, the page of component examples. Off in production. */
  readonly examples?: boolean
  /** The server bundle; in development Vite's `virtual:remix/server-build`. Default: `build/server`, loaded on first use. */
  readonly build?: () => Promise<ServerBuild>
  readonly mode?: 'production' | 'development'
}

export interface PortalRequest {
  readonly requestId?: string
  readonly nonce?: string
  /** Address of the browser, as far as it is known. */
  readonly address?: string | undefined
}

export interface Portal {
  /** Answers every page. Never rejects: what cannot be rendered is a plain 500 page with the request's id. */
  readonly fetch: (request: Request, context?: PortalRequest) => Promise<Response>
  /** What a page depends on beside its address; null when it may be somebody's own. */
  readonly variantOf: (request: Request) => string | null
  /** Folder of static files to serve at `/`; what is in its `assets` may be cached for ever. */
  readonly clientDir: string
}

const buildDir = new URL('./build/', import.meta.url)

/** Opens the portal over an executor. Nothing is loaded until the first page is asked for. */
export function createPortal(options: PortalOptions): Portal {
  const mode = options.mode ?? 'production'
  const build = options.build ?? loadBuild
  let handler: ReturnType<typeof createRequestHandler> | undefined
  const handle = async (request: Request, context: PortalRequest, requestId: string) => {
    if (!handler || mode === 'development') handler = createRequestHandler(await build(), mode)
    const url = new URL(request.url)
    const { locale, path } = splitLocale(url.pathname)
    url.pathname = pagePath(path)
    if (url.searchParams.has('_data')) url.searchParams.delete('_data')
    const localRequest = requestFor(url, request, options.publicUrl)
    const cookies: string[] = []
    const call = { request, locale, requestId, address: context.address }
    const signedIn = hasSession(request)
    const response = await handler(localRequest, {
      execute: createExecute(options.executor, call, cookies),
      executeShared: createExecute(options.executor, { ...call, shared: true }),
      signedIn,
      locale,
      requestId,
      nonce: context.nonce ?? '',
      publicUrl: options.publicUrl,
      now: options.now(),
      examples: options.examples ?? false,
    })
    for (const cookie of cookies) response.headers.append('Set-Cookie', cookie)
    // What is made for one person is kept by nobody, and a link of a letter is one person's.
    const isOwn = signedIn || cookies.length > 0 || url.searchParams.has('secret')
    if (isOwn) response.headers.set('Cache-Control', 'no-store, private')
    return response
  }
  const fetch = async (request: Request, context: PortalRequest = {}) => {
    const requestId = context.requestId ?? randomUUID()
    try {
      const response = await handle(request, context, requestId)
      return isBareFailure(response) ? lastResortPage(requestId) : response
    } catch (error) {
      console.error(JSON.stringify({ level: 'error', requestId, message: String(error) }))
      return lastResortPage(requestId)
    }
  }
  return { fetch, variantOf, clientDir: fileURLToPath(new URL('./client', buildDir)) }
}

/** Whether the browser believes to be signed in, or half way there; the API knows whether it is. */
function hasSession(request: Request): boolean {
  return /(?:^|;\s*)(?:__Host-)?hansa-(?:session|step)=/.test(request.headers.get('Cookie') ?? '')
}

/**
 * The request as Remix is to see it. It refuses forms that come from another host than it is asked as; behind a proxy that is
 * another than people see, so a form from the public address says whence it comes.
 */
function requestFor(url: URL, request: Request, publicUrl: string): Request {
  const isPublic = request.headers.get('Origin') === publicUrl
  if (!isPublic && url.href === new URL(request.url).href) return request
  const own = new Request(url, request)
  if (!isPublic) return own
  const headers = new Headers(own.headers)
  headers.set('X-Forwarded-Host', new URL(publicUrl).host)
  return new Request(own, { headers })
}

async function loadBuild(): Promise<ServerBuild> {
  // The bundle exists only after a build, so its address must not be a static import.
  const bundle: ServerBuild = await import(new URL('./server/index.js', buildDir).href)
  return bundle
}

/**
 * Writes paths that Remix trips over so that they are addresses like any other, and have no page: those it answers with
 * data for scripts in the browser, of which there are none here, and characters that make another host of a path.
 */
function pagePath(path: string): string {
  return path
    .replace(/\.data$/, '%2Edata')
    .replace(/^\/__manifest$/, '/%5F_manifest')
    .replace(/%(5c|09|0a|0d)/gi, '%25$1')
}

/** Remix answers a failure of the error page itself with bare text. */
function isBareFailure(response: Response): boolean {
  return response.status === 500 && (response.headers.get('Content-Type') ?? '').startsWith('text/plain')
}
