import type { TadaDocumentNode } from 'gql.tada'
import { parse } from 'graphql'
import { describe, expect, test } from 'vitest'
import { createExecute, type ExecutorResult } from './api.server.ts'

// A document written by hand has no types; the tests look only at what comes back.
const document = parse('{ ok }') as unknown as TadaDocumentNode<{ ok: boolean }, Record<string, never>>

function executeWith(result: ExecutorResult) {
  const call = { request: new Request('http://localhost/'), locale: 'en', requestId: 'r1' } as const
  return createExecute(async () => result, call)(document, {})
}

const failing = (code?: string) =>
  executeWith({ errors: [{ message: 'What was wrong.', extensions: { code } }] })

describe('execute', () => {
  test('gives the data', async () => {
    await expect(executeWith({ data: { ok: true } })).resolves.toEqual({ ok: true })
  })

  test.each([
    ['NOT_FOUND', 404],
    ['INVALID_INPUT', 400],
    ['BAD_REQUEST', 400],
    ['FORBIDDEN', 403],
    ['UNAVAILABLE', 503],
    ['RATE_LIMITED', 503],
  ])('turns %s into a %i page', async (code, status) => {
    const response: unknown = await failing(code).catch((error: unknown) => error)
    expect(response).toBeInstanceOf(Response)
    expect(response).toHaveProperty('status', status)
  })

  test.each(['INTERNAL_SERVER_ERROR', 'toString', undefined])(
    'treats the code %s as a fault of ours',
    async (code) => {
      await expect(failing(code)).rejects.toThrow('What was wrong.')
    },
  )

  test('treats an answer without data as a fault of ours', async () => {
    await expect(executeWith({ data: null })).rejects.toThrow('without data')
  })

  test('asks again as the browser that was just given other cookies', async () => {
    const asked: (string | null)[] = []
    const written = ['hansa-session=new; Path=/; HttpOnly', 'hansa-step=; Path=/; Max-Age=0']
    const request = new Request('http://localhost/account', {
      method: 'POST',
      body: 'code=123456',
      headers: { Cookie: 'hansa-session=old; theme=dark' },
    })
    const call = { request, locale: 'en', requestId: 'r1' } as const
    const cookies: string[] = []
    const execute = createExecute(
      async ({ request }) => {
        asked.push(request.headers.get('Cookie'))
        return { data: { ok: true }, cookies: asked.length === 1 ? written : [] }
      },
      call,
      cookies,
    )
    await execute(document, {})
    await execute(document, {})
    expect(asked).toEqual(['hansa-session=old; theme=dark', 'hansa-session=new; theme=dark; hansa-step='])
    expect(cookies).toEqual(written)
  })
})
