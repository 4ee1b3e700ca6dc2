import { randomUUID } from 'node:crypto'
import { Unavailable } from '@hansa/domain/errors'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { attachmentFiles } from './attachment/attachment-files.ts'
import type { Deps } from './context.ts'
import type { createErrorMask } from './graphql/errors.ts'
import type { createGraphQLServer } from './graphql/yoga.ts'
import { graphiql } from './http/graphiql.ts'
import { withinTime } from './http/within-time.ts'
import { tableFiles } from './table/table-files.ts'

type Parts = {
  deps: Deps
  errors: ReturnType<typeof createErrorMask>
  graphql: ReturnType<typeof createGraphQLServer>
}

type Bindings = { requestId?: string; address?: string }

const failure = (code: string, message: string) => ({ errors: [{ message, extensions: { code } }] })

/**
 * Answers `/graphql`, `/files`, `/tables` and the files of GraphiQL. Request id, security headers, log, compression and health are the
 * server's, because they are the same for the portal; `requestId` comes from there.
 */
export const createApp = ({ deps, errors, graphql }: Parts): Hono<{ Bindings: Bindings }> => {
  const { limits } = deps
  const app = new Hono<{ Bindings: Bindings }>()
  // Before the limit of bodies: files have limits of their own.
  app.route('/', attachmentFiles({ deps, errors }))
  app.route('/', tableFiles({ deps, errors }))
  app.use(
    bodyLimit({
      maxSize: limits.bodyBytes,
      onError: (c) =>
        c.json(failure('LIMIT_EXCEEDED', `The request is larger than ${limits.bodyBytes} bytes.`), 413),
    }),
  )
  app.route('/', graphiql())
  app.all('/graphql', (c) => {
    const requestId = c.env?.requestId ?? randomUUID()
    const cookies: string[] = []
    const facts = { requestId, trusted: false, address: c.env?.address, cookies }
    const answer = async () => {
      const response = await graphql.fetch(c.req.raw, facts)
      for (const cookie of cookies) response.headers.append('Set-Cookie', cookie)
      const { headers } = c.req.raw
      if (headers.has('Cookie') || headers.has('Authorization'))
        response.headers.set('Cache-Control', 'no-store')
      return response
    }
    return errors.inRequest(requestId, () => withinTime(limits.operationMs, answer))
  })
  app.notFound((c) => c.json(failure('NOT_FOUND', 'The API is at /graphql.'), 404))
  app.onError((error, c) => {
    if (error instanceof Unavailable) return c.json(failure(error.code, error.message), 503)
    const masked = errors.maskError(error)
    return c.json({ errors: [masked.toJSON()] }, 500)
  })
  return app
}
