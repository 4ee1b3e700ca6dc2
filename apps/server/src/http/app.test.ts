import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Log } from '../log.ts'
import { createReadiness } from '../readiness.ts'
import { createApp, type Mounted } from './app.ts'
import { readStaticFiles, type StaticFiles } from './static-files.ts'

const page = `<p>${'Welcome to a city that shares. '.repeat(100)}</p>`
const html = () => new Response(page, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
const nobody = { api: null, portal: null, files: null }
let dir = ''
let files: StaticFiles

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'hansa-static-'))
  await mkdir(join(dir, 'assets'))
  await writeFile(join(dir, 'assets/site-abc123.css'), 'a { color: red }\n'.repeat(200))
  await writeFile(join(dir, 'favicon.svg'), '<svg/>')
  files = await readStaticFiles(dir)
})
afterAll(() => rm(dir, { recursive: true }))

function open(mounted: Partial<Mounted> | null, publicUrl = 'http://localhost:3000') {
  const logged: { level: string; fields: object }[] = []
  const write = (level: string) => (fields: object) => void logged.push({ level, fields })
  const log: Log = { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') }
  const readiness = createReadiness()
  const app = createApp({
    publicUrl,
    log,
    readiness,
    mounted: () => (mounted ? { ...nobody, ...mounted } : null),
  })
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    app.fetch(new Request(`http://localhost:3000${path}`, { method, headers }))
  return { app, get, logged, readiness }
}

test('while it starts the server is alive, not ready, and tells browsers to ask again', async () => {
  const { get, readiness } = open(null)
  readiness.set('database', async () => true)
  expect((await get('/healthz')).status).toBe(200)
  const ready = await get('/readyz')
  expect([ready.status, await ready.json()]).toEqual([
    503,
    { ready: false, database: 'ready', search: 'missing', seed: 'missing' },
  ])
  const first = await get('/search?q=housing', { Accept: 'text/html' })
  expect([first.status, first.headers.get('Retry-After')]).toEqual([503, '2'])
  expect(await first.text()).toContain('Hansa is starting')
  expect(await (await get('/graphql')).json()).toMatchObject({
    errors: [{ extensions: { code: 'UNAVAILABLE' } }],
  })
})

test('readiness follows the parts: one that fails later is named', async () => {
  const { get, readiness } = open({ portal: html })
  for (const part of ['database', 'search', 'seed'] as const) readiness.set(part, async () => true)
  expect((await get('/readyz')).status).toBe(200)
  readiness.set('search', async () => Promise.reject(new Error('gone: secret address')))
  const ready = await get('/readyz')
  expect([ready.status, await ready.json()]).toMatchObject([503, { search: 'missing', database: 'ready' }])
  readiness.stop()
})

test('the policy of a page allows its own nonce and nothing inline', async () => {
  let seen = ''
  const portal: Mounted['portal'] = (_request, { nonce }) => {
    seen = nonce
    return html()
  }
  const { get } = open({ portal })
  const one = (await get('/')).headers.get('Content-Security-Policy') ?? ''
  expect(one).toContain(`script-src 'self' 'nonce-${seen}'`)
  expect(one).toContain("default-src 'none'")
  expect(one).not.toContain('unsafe')
  const first = seen
  await get('/')
  expect(seen).not.toBe(first)
})

test('browsers are bound to https only where it is spoken', async () => {
  expect((await open({ portal: html }).get('/')).headers.get('Strict-Transport-Security')).toBeNull()
  const { headers } = await open({ portal: html }, 'https://hansa.example').get('/')
  expect(headers.get('Strict-Transport-Security')).toMatch(/max-age=\d{8}/)
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
})

test('a handler keeps a policy of its own', async () => {
  const api = () => new Response('{}', { headers: { 'Content-Security-Policy': "default-src 'self'" } })
  expect((await open({ api }).get('/graphql')).headers.get('Content-Security-Policy')).toBe(
    "default-src 'self'",
  )
})

test.each([
  ['br', 'br'],
  ['gzip, deflate', 'gzip'],
  ['gzip, deflate, br, zstd', 'br'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['*', 'br'],
  ['identity', null],
  ['', null],
  ['br;q=nonsense', null],
])('a browser that accepts "%s" gets %s', async (accepted, encoding) => {
  const response = await open({ portal: html }).get('/', { 'Accept-Encoding': accepted })
  expect(response.headers.get('Content-Encoding')).toBe(encoding)
  expect(response.headers.get('Vary')).toContain('Accept-Encoding')
  const bytes = Buffer.from(await response.arrayBuffer())
  const plain =
    encoding === 'br' ? brotliDecompressSync(bytes) : encoding === 'gzip' ? gunzipSync(bytes) : bytes
  expect(plain.toString()).toBe(page)
})

test('cookies, redirects and empty answers survive compression', async () => {
  const portal = () => {
    const headers = new Headers({ Location: '/', 'Content-Type': 'text/html' })
    headers.append('Set-Cookie', 'a=1')
    headers.append('Set-Cookie', 'b=2')
    return new Response(null, { status: 302, headers })
  }
  const response = await open({ portal }).get('/theme', { 'Accept-Encoding': 'br' })
  expect([response.status, response.headers.getSetCookie()]).toEqual([302, ['a=1', 'b=2']])
})

test('files with a hash in their name are kept for ever and come compressed', async () => {
  const { get } = open({ files, portal: html })
  const response = await get('/assets/site-abc123.css', { 'Accept-Encoding': 'br' })
  expect(response.headers.get('Cache-Control')).toContain('immutable')
  expect(response.headers.get('Content-Type')).toMatch(/^text\/css/)
  const etag = response.headers.get('ETag') ?? ''
  expect(brotliDecompressSync(Buffer.from(await response.arrayBuffer())).toString()).toContain(
    'a { color: red }',
  )
  expect((await get('/assets/site-abc123.css', { 'If-None-Match': etag })).status).toBe(304)
  expect((await get('/favicon.svg')).headers.get('Cache-Control')).not.toContain('immutable')
})

test.each([
  '/assets/none.css',
  '/assets/../../../../etc/passwd',
  '/assets/%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '/assets/',
])('a file that is not there is not served: %s', async (path) => {
  const response = await open({ files }).get(path)
  expect(response.status).toBe(404)
  expect(await response.text()).not.toContain('root:')
})

test('an unexpected failure is logged with the id the page shows, and nothing else is told', async () => {
  const portal = () => Promise.reject(new Error('secret table'))
  const { get, logged } = open({ portal })
  const response = await get('/')
  const text = await response.text()
  expect(response.status).toBe(500)
  expect(text).not.toContain('secret')
  expect(text).toContain(response.headers.get('X-Request-Id'))
  expect(logged.some(({ level }) => level === 'error')).toBe(true)
})

test('a request id from outside is not taken over', async () => {
  const response = await open({ portal: html }).get('/', { 'X-Request-Id': 'forged' })
  expect(response.headers.get('X-Request-Id')).toMatch(/^[0-9a-f-]{36}$/)
})

test('a query string never reaches the log', async () => {
  const { get, logged } = open({ portal: html })
  await get('/search?q=my+illness')
  expect(JSON.stringify(logged)).toContain('/search')
  expect(JSON.stringify(logged)).not.toContain('illness')
})

test.each(['PUT', 'DELETE', 'PATCH', 'PROPFIND'])('%s is not served', async (method) => {
  expect((await open({ portal: html }).get('/', {}, method)).status).toBe(405)
})

test('a form of another site may not post; our own may, also behind a proxy that speaks https', async () => {
  const { app } = open({ portal: html }, 'https://hansa.example')
  const post = (origin: string) =>
    app.fetch(
      new Request('http://127.0.0.1:3000/theme', {
        method: 'POST',
        headers: { Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded' },
        body: 'theme=dark',
      }),
    )
  expect((await post('https://evil.example')).status).toBe(403)
  expect((await post('null')).status).toBe(403)
  expect((await post('https://hansa.example')).status).toBe(200)
  expect((await post('http://127.0.0.1:3000')).status).toBe(200)
})

test('a body larger than a megabyte is refused', async () => {
  const { app } = open({ api: html })
  const body = 'x'.repeat(1024 * 1024 + 1)
  const request = new Request('http://localhost:3000/graphql', { method: 'POST', body })
  expect((await app.fetch(request)).status).toBe(413)
})

test('a file may be larger than any other request', async () => {
  const sizeOf = async (request: Request) => new Response(String((await request.arrayBuffer()).byteLength))
  const { app } = open({ attachments: sizeOf, portal: sizeOf })
  const body = Buffer.alloc(2_000_000)
  const headers = { Origin: 'http://localhost:3000', 'Content-Length': String(body.byteLength) }
  const post = (path: string) =>
    app.fetch(new Request(`http://localhost:3000${path}`, { method: 'POST', headers, body }))
  expect(await (await post('/files?entry=x')).text()).toBe('2000000')
  for (const path of ['/files/x', '/join', '/graphql']) expect((await post(path)).status).toBe(413)
})

test('a file keeps the policy it brings', async () => {
  const policy = "default-src 'none'; sandbox"
  const { get } = open({
    attachments: () => new Response('%PDF-', { headers: { 'Content-Security-Policy': policy } }),
  })
  const { headers } = await get('/files/file_1/a.pdf')
  expect([headers.get('Content-Security-Policy'), headers.get('X-Content-Type-Options')]).toEqual([
    policy,
    'nosniff',
  ])
})

test('a form from nowhere is refused, but for the one with which mail programs stop letters', async () => {
  const { app } = open({ portal: html })
  const post = async (path: string) => {
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })
    return (await app.fetch(new Request(`http://localhost:3000${path}`, { method: 'POST', body }))).status
  }
  expect(await post('/stop-letters?secret=x')).toBe(200)
  expect(await post('/de/stop-letters?secret=x')).toBe(200)
  expect(await post('/account/follows')).toBe(403)
  expect(await post('/account/stop-letters')).toBe(403)
  expect(await post('/stop-letters/more')).toBe(403)
})
