import { Unavailable } from '@hansa/domain/errors'
import type { Executor, ExecutorResult } from '@hansa/portal'
import { print } from 'graphql'
import { z } from 'zod'

const answer = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(z.object({ message: z.string(), extensions: z.record(z.string(), z.unknown()).optional() }))
    .optional(),
})

const LONGEST_MS = 15_000

/** Whether a page of ours asks: what is read may follow a link from elsewhere, what is sent may not. */
export function isOwn(request: Request, publicUrl: string): boolean {
  if (['GET', 'HEAD'].includes(request.method)) return true
  return (
    request.headers.get('Sec-Fetch-Site') === 'same-origin' || request.headers.get('Origin') === publicUrl
  )
}

/**
 * Runs the portal's documents on an API elsewhere; `apiUrl` is its origin, `publicUrl` the portal's, which must be the API's
 * too. Cookies go along, because they say who asks, and come back.
 */
export function createHttpExecutor(apiUrl: string, publicUrl: string): Executor {
  return async ({ document, variables, locale, request, requestId, address }): Promise<ExecutorResult> => {
    const headers = new Headers({
      Accept: 'application/graphql-response+json, application/json',
      'Accept-Language': locale,
      'Content-Type': 'application/json',
      'X-Request-Id': requestId,
    })
    const cookie = request.headers.get('Cookie')
    if (cookie) headers.set('Cookie', cookie)
    if (isOwn(request, publicUrl)) headers.set('Origin', publicUrl)
    headers.set('User-Agent', request.headers.get('User-Agent') ?? '')
    if (address) headers.set('X-Forwarded-For', address)
    const body = JSON.stringify({ query: print(document), variables })
    try {
      const signal = AbortSignal.timeout(LONGEST_MS)
      const response = await fetch(`${apiUrl}/graphql`, { method: 'POST', headers, body, signal })
      return { ...answer.parse(await response.json()), cookies: response.headers.getSetCookie() }
    } catch (error) {
      const { code, message } = new Unavailable('The registry does not answer; try again in a moment.', {
        cause: error,
      })
      return { errors: [{ message, extensions: { code } }] }
    }
  }
}

/** Whether that API says it is ready. */
export async function isApiReady(apiUrl: string): Promise<boolean> {
  const response = await fetch(`${apiUrl}/readyz`, { signal: AbortSignal.timeout(LONGEST_MS) })
  await response.body?.cancel()
  return response.ok
}
