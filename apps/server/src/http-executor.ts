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

/** Runs the portal's documents on an API elsewhere; `apiUrl` is its origin. Cookies go along: they say who asks. */
export function createHttpExecutor(apiUrl: string): Executor {
  return async ({ document, variables, locale, request, requestId }): Promise<ExecutorResult> => {
    const headers = new Headers({
      Accept: 'application/graphql-response+json, application/json',
      'Accept-Language': locale,
      'Content-Type': 'application/json',
      'X-Request-Id': requestId,
    })
    const cookie = request.headers.get('Cookie')
    if (cookie) headers.set('Cookie', cookie)
    const body = JSON.stringify({ query: print(document), variables })
    try {
      const signal = AbortSignal.timeout(LONGEST_MS)
      const response = await fetch(`${apiUrl}/graphql`, { method: 'POST', headers, body, signal })
      return answer.parse(await response.json())
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
