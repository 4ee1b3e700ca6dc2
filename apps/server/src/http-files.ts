import type { Handler } from './http/app.ts'
import { isOwn } from './http-executor.ts'

/** What of a request matters for files; everything else stays here. */
const passedOn = ['Accept', 'Content-Type', 'Cookie', 'Authorization', 'Range', 'If-None-Match', 'User-Agent']
/** What the server before the browser says itself, about this connection. */
const ownWords = ['connection', 'keep-alive', 'transfer-encoding', 'content-encoding', 'date', 'x-request-id']

/** Hands what is asked at `/files` to the API elsewhere, as it comes and goes: nothing is held here. */
export function forwardFiles(apiUrl: string, publicUrl: string): Handler {
  return async (request, { address }) => {
    const { pathname, search } = new URL(request.url)
    const headers = new Headers()
    for (const name of passedOn) {
      const value = request.headers.get(name)
      if (value !== null) headers.set(name, value)
    }
    // Reading gives nobody rights; sending counts as ours only when a page of ours did it.
    if (request.method === 'POST' && isOwn(request, publicUrl)) headers.set('Origin', publicUrl)
    if (address) headers.set('X-Forwarded-For', address)
    try {
      const response = await fetch(`${apiUrl}${pathname}${search}`, {
        method: request.method,
        headers,
        redirect: 'manual',
        signal: request.signal,
        ...(request.body && { body: request.body, duplex: 'half' as const }),
      })
      const own = new Headers(response.headers)
      for (const name of ownWords) own.delete(name)
      return new Response(response.body, { status: response.status, headers: own })
    } catch {
      return new Response('The registry does not answer; try again in a moment.', { status: 503 })
    }
  }
}
