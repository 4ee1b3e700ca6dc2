import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { clientAddress } from './client-address.ts'

const addressOf = async (hops: number, forwarded?: string) => {
  const app = new Hono()
  app.get('/', (c) => c.text(clientAddress(c, hops) ?? 'none'))
  const headers: Record<string, string> = forwarded === undefined ? {} : { 'X-Forwarded-For': forwarded }
  const bindings = { incoming: { socket: { remoteAddress: '127.0.0.1' } } }
  return await (await app.request('http://localhost/', { headers }, bindings)).text()
}

test.each([
  [0, undefined, '127.0.0.1'],
  [0, '192.0.2.1', '127.0.0.1'],
  [1, '192.0.2.1', '192.0.2.1'],
  [1, '203.0.113.9, 192.0.2.1', '192.0.2.1'],
  [2, '203.0.113.9, 192.0.2.1, 10.0.0.1', '192.0.2.1'],
  [1, undefined, '127.0.0.1'],
  [2, '192.0.2.1', '127.0.0.1'],
])('behind %i proxies, X-Forwarded-For %s means %s', async (hops, forwarded, address) => {
  expect(await addressOf(hops, forwarded)).toBe(address)
})
