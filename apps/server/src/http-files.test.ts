import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { forwardFiles } from './http-files.ts'

/* A portal of its own process hands files to the API elsewhere. */

const publicUrl = 'https://hansa.example'
let api: Server
let url: string
let asked: { request: IncomingMessage; body: string } | null = null

beforeAll(async () => {
  api = createServer(async (request, response) => {
    asked = { request, body: await text(request) }
    response.writeHead(request.method === 'POST' ? 303 : 206, {
      Location: '/practices/a/files?uploaded=x',
      'Content-Range': 'bytes 0-4/9',
      'Content-Type': 'application/pdf',
      'X-Request-Id': 'theirs',
    })
    response.end('%PDF-')
  })
  api.listen(0, '127.0.0.1')
  await once(api, 'listening')
  url = `http://127.0.0.1:${(api.address() as AddressInfo).port}`
})
afterAll(() => void api.close())

const context = { requestId: 'r', nonce: '', address: '192.0.2.7' }
const forward = (request: Request) => forwardFiles(url, publicUrl)(request, context)

test('what is sent comes to the API with who sent it, and the answer comes back as it is', async () => {
  const response = await forward(
    new Request(`${publicUrl}/files?entry=prac_1`, {
      method: 'POST',
      headers: {
        Cookie: 'session=1',
        'Content-Type': 'multipart/form-data; boundary=b',
        Origin: publicUrl,
        'X-Evil': '1',
      },
      body: 'the file',
    }),
  )
  expect([response.status, response.headers.get('Location')]).toEqual([303, '/practices/a/files?uploaded=x'])
  expect(response.headers.has('X-Request-Id')).toBe(false)
  expect([asked?.request.url, asked?.body]).toEqual(['/files?entry=prac_1', 'the file'])
  expect(asked?.request.headers).toMatchObject({
    cookie: 'session=1',
    origin: publicUrl,
    'content-type': 'multipart/form-data; boundary=b',
    'x-forwarded-for': '192.0.2.7',
  })
  expect(asked?.request.headers).not.toHaveProperty('x-evil')
})

test('what another site sends does not pass for ours', async () => {
  const headers = { Cookie: 'session=1', Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }
  await forward(new Request(`${publicUrl}/files`, { method: 'POST', headers, body: 'x' }))
  expect(asked?.request.headers).not.toHaveProperty('origin')
  expect(asked?.request.headers['sec-fetch-site']).not.toBe('same-origin')
})

test('a part of a file comes back as a part', async () => {
  const response = await forward(
    new Request(`${publicUrl}/files/a/b.pdf`, { headers: { Range: 'bytes=0-4' } }),
  )
  expect([response.status, await response.text(), asked?.request.headers.range]).toEqual([
    206,
    '%PDF-',
    'bytes=0-4',
  ])
})

test('an API that is away is said to be', async () => {
  const away = forwardFiles('http://127.0.0.1:1', publicUrl)
  expect((await away(new Request(`${publicUrl}/files/a/1.webp`), context)).status).toBe(503)
})
