import type { MiddlewareHandler } from 'hono'
import type { RequestIdVariables } from 'hono/request-id'
import type { Log } from '../log.ts'

const SLOW_MS = 2000

/** One line per request at level debug; slow ones and failures of ours are louder, "not yet" is neither. Query strings stay out of the log. */
export function logRequests(log: Log): MiddlewareHandler<{ Variables: RequestIdVariables }> {
  return async (c, next) => {
    const start = performance.now()
    await next()
    const ms = Math.round(performance.now() - start)
    const { status } = c.res
    const fields = { requestId: c.get('requestId'), method: c.req.method, path: c.req.path, status, ms }
    if (status >= 500 && status !== 503) log.error(fields, 'request failed')
    else if (ms > SLOW_MS && status !== 503) log.warn(fields, 'request was slow')
    else log.debug(fields, 'request')
  }
}
