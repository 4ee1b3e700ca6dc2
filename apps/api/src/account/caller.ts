import { type AuthDeps, originOf, type Session, viewerOfSession, viewerOfToken } from '@hansa/auth'
import { Unauthenticated } from '@hansa/domain/errors'
import type { Origin } from '@hansa/domain/origin'
import { type Viewer, visitor } from '@hansa/domain/permissions'
import { type CookieName, readCookie, writeCookie } from './cookies.ts'

/** From where somebody asks, and with what. */
export type Caller = {
  origin: Origin
  /** The session of a member who is signed in herself. */
  session: Session | null
  /** Null for programs, and for requests that another site may have made: they neither have cookies nor get any. */
  browser: Browser | null
}

/** What a browser of ours has and is told to keep. */
export type Browser = {
  read(name: CookieName): string | null
  /** Null takes a cookie back. */
  write(name: CookieName, value: string | null): void
}

/** What is known of a request besides itself. */
export type RequestPlace = {
  /** Address of the client, as far as it is known. */
  address?: string | undefined
  /** Filled with the `Set-Cookie` values that must reach the browser. */
  cookies: string[]
  /** Whether a page of ours asks in this process, which for GET changes nothing and may come from a link elsewhere. */
  page: boolean
}

/** Whether a request was made by a page of ours, as browsers say it and no page of another site can. */
export const isOwnRequest = (request: Request, publicUrl: string): boolean =>
  request.headers.get('Sec-Fetch-Site') === 'same-origin' || request.headers.get('Origin') === publicUrl

const browserOf = (request: Request, publicUrl: string, cookies: string[]): Browser => {
  const header = request.headers.get('Cookie')
  const written = new Map<CookieName, string | null>()
  return {
    read: (name) => (written.has(name) ? (written.get(name) ?? null) : readCookie(header, publicUrl, name)),
    write(name, value) {
      written.set(name, value)
      cookies.push(writeCookie(publicUrl, name, value))
    },
  }
}

const bearer = /^Bearer\s+(\S{1,200})$/i

/**
 * Finds out who asks: a program by its token, a person by the cookie of a request of our own pages, else a visitor.
 * @throws Unauthenticated for a token that is worth nothing, which must not pass for a visitor unnoticed
 */
export const identify = async (
  deps: Pick<AuthDeps, 'db' | 'clock'> & { publicUrl: string },
  request: Request,
  { address, cookies, page }: RequestPlace,
): Promise<{ viewer: Viewer; caller: Caller }> => {
  const origin = originOf(address, request.headers.get('User-Agent'))
  // Pages are for browsers, which have no token to send.
  const authorization = page ? null : request.headers.get('Authorization')
  if (authorization !== null) {
    const token = bearer.exec(authorization)?.[1]
    const viewer = token === undefined ? null : await viewerOfToken(deps, token)
    if (!viewer)
      throw new Unauthenticated('This token is not valid: it expired, was ended, or never was one.')
    return { viewer, caller: { origin, session: null, browser: null } }
  }
  const reading = page && ['GET', 'HEAD'].includes(request.method)
  if (!reading && !isOwnRequest(request, deps.publicUrl))
    return { viewer: visitor, caller: { origin, session: null, browser: null } }
  const browser = browserOf(request, deps.publicUrl, cookies)
  const secret = browser.read('session')
  const found = secret === null ? null : await viewerOfSession(deps, secret)
  return { viewer: found?.viewer ?? visitor, caller: { origin, session: found?.session ?? null, browser } }
}
