import {
  Conflict,
  Forbidden,
  type HansaError,
  InvalidInput,
  NotFound,
  RateLimited,
  Unauthenticated,
  Unavailable,
} from '@hansa/domain/errors'
import { RefusedFile } from '@hansa/files'
import type { Context as HonoContext } from 'hono'
import { identify } from '../account/caller.ts'
import type { Deps } from '../context.ts'
import type { createErrorMask } from '../graphql/errors.ts'
import { UnreadableFile } from '../import/import-file.ts'

export type Bindings = { requestId?: string; address?: string }
export type Asked = HonoContext<{ Bindings: Bindings }>
/** What answers to requests about files are made from. */
export type Parts = { deps: Deps; errors: ReturnType<typeof createErrorMask> }

/** The dependencies, and who asks. */
export const identified = async (deps: Deps, c: Asked, page: boolean) => ({
  ...deps,
  ...(await identify(deps, c.req.raw, { address: c.env?.address, cookies: [], page })),
})

/** Where a form of ours wants its visitor to go afterwards: a path of this site, or nothing. */
export const backOf = (c: Asked, publicUrl: string): URL | null => {
  const back = c.req.query('back') ?? ''
  if (!back.startsWith('/') || !URL.canParse(back, publicUrl)) return null
  const url = new URL(back, publicUrl)
  // `/.//other.example` is a path of this site that a browser would read as another one.
  return url.origin === publicUrl && !url.pathname.startsWith('//') ? url : null
}

/** Leads back to a page with a word in its address. */
export const backWith = (c: Asked, back: URL, name: string, value: string): Response => {
  back.searchParams.set(name, value)
  return c.redirect(`${back.pathname}${back.search}`, 303)
}

const statusOf = (error: HansaError) => {
  if (error instanceof RefusedFile)
    return error.reason === 'too-large' ? 413 : error.reason === 'type' ? 415 : 422
  if (error instanceof UnreadableFile) return error.problem === 'too-large' ? 413 : 422
  if (error instanceof InvalidInput) return 400
  if (error instanceof Unauthenticated) return 401
  if (error instanceof Forbidden) return 403
  if (error instanceof NotFound) return 404
  if (error instanceof Conflict) return 409
  return error instanceof RateLimited ? 429 : 503
}

/** Whether a failure is one that the sender is told of. */
export const isExpected = (error: unknown): error is HansaError =>
  [
    RefusedFile,
    UnreadableFile,
    InvalidInput,
    Unauthenticated,
    Forbidden,
    NotFound,
    Conflict,
    RateLimited,
    Unavailable,
  ].some((kind) => error instanceof kind)

/** Answers a request that failed. */
export const refuse = (c: Asked, error: unknown, errors: Parts['errors']): Response => {
  if (error instanceof RefusedFile || error instanceof UnreadableFile) {
    const { message, code } = error
    const reason = error instanceof RefusedFile ? error.reason : error.problem
    return c.json({ errors: [{ message, extensions: { code, reason } }] }, statusOf(error))
  }
  // Logs what is our fault, under the id of the request.
  const masked = errors.maskError(error)
  if (error instanceof RateLimited) c.header('Retry-After', String(error.retryAfter))
  return c.json({ errors: [masked.toJSON()] }, isExpected(error) ? statusOf(error) : 500)
}
