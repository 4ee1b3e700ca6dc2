import type { ServerBuild } from '@remix-run/server-runtime'
import { expect, test, vi } from 'vitest'
import { createPortal } from './server.ts'

const options = {
  executor: async () => ({ data: {} }),
  publicUrl: 'http://portal.test',
  now: () => new Date(0),
}

test('a portal that cannot be loaded answers with a page that names the request, and logs why', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const portal = createPortal({
    ...options,
    build: () => Promise.reject<ServerBuild>(new Error('The bundle is broken.')),
  })
  const response = await portal.fetch(new Request('http://portal.test/'), { requestId: 'req-1<b>' })
  expect(response.status).toBe(500)
  expect(response.headers.get('Content-Type')).toContain('text/html')
  expect(await response.text()).toContain('<code>req-1b</code>')
  expect(log.mock.calls.join()).toContain('The bundle is broken.')
  log.mockRestore()
})

test('names the folder of its static files', () => {
  expect(createPortal(options).clientDir).toMatch(/apps\/portal\/build\/client$/)
})
