import type { Context } from 'hono'

/** What @hono/node-server hands over with a request; not there where a test asks the application itself. */
type NodeBindings = { incoming?: { socket?: { remoteAddress?: string | undefined } } } | undefined

/**
 * The address a request came from. Each proxy adds the address it was asked from to `X-Forwarded-For`; what stands further
 * left came with the request and may be anything.
 * @param hops how many proxies of ours stand before this process
 */
export function clientAddress(c: Context, hops: number): string | undefined {
  const socket = (c.env as NodeBindings)?.incoming?.socket?.remoteAddress
  if (hops === 0) return socket
  const addresses = (c.req.header('X-Forwarded-For') ?? '').split(',').map((address) => address.trim())
  return addresses.at(-hops) || socket
}
